import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Network = ReturnType<typeof ipaddr.parseCIDR>;

/** Proxies whose word about their clients is taken: addresses and CIDR networks. Throws on anything else (config.ts asked first). */
export function parseNetworks(list: string[]): Network[] {
  return list.map((entry) => {
    if (entry.includes('/')) return ipaddr.parseCIDR(entry);
    const address = ipaddr.process(entry);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  });
}

/**
 * The caller's address: the peer itself, unless it is a trusted proxy; then the last address in X-Forwarded-For that is not
 * one. What stands further left, or behind something unreadable, was written by strangers and is not looked at.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, trusted: Network[]): string {
  const hops = forwardedFor?.split(',') ?? [];
  let client = readAddress(peer);
  while (client !== undefined && isIn(client, trusted)) {
    const next = readAddress(hops.pop() ?? '');
    if (next === undefined) break;
    client = next;
  }
  return client?.toString() ?? 'unknown';
}

/** Whether an address as `clientAddress` gives it is in one of these networks. An entry that cannot be read holds nobody. */
export function isInNetworks(address: string, list: string[]): boolean {
  const read = readAddress(address);
  const readable = list.filter((entry) => (entry.includes('/') ? ipaddr.isValidCIDR(entry) : isIP(entry) !== 0));
  return read !== undefined && isIn(read, parseNetworks(readable));
}

type Address = ReturnType<typeof ipaddr.process>;

/** Reads "192.0.2.1", "2001:db8::1" and both with a port; an IPv4 address inside IPv6 becomes itself. */
function readAddress(text: string): Address | undefined {
  const address = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1');
  return isIP(address) === 0 ? undefined : ipaddr.process(address);
}

function isIn(address: Address, networks: Network[]): boolean {
  return networks.some((network) => network[0].kind() === address.kind() && address.match(network));
}
