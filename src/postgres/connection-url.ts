/** Whether a connection stays on this machine: by a socket, or by loopback. */
export function isLoopbackOrSocket(connectionString: string): boolean {
  const url = new URL(connectionString);
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  return host.startsWith('/') || host === '' || /^(localhost|127\.[\d.]+|\[?::1\]?)$/.test(host);
}
