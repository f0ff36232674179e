import { targetOf } from './hosts.ts';

/** Whether a connection stays on this machine: by a socket, or by loopback. */
export function isLoopbackOrSocket(connectionString: string): boolean {
  return targetOf(connectionString).urls.every((text) => {
    const url = new URL(text);
    const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
    return host.startsWith('/') || host === '' || /^(localhost|127\.[\d.]+|\[?::1\]?)$/.test(host);
  });
}
