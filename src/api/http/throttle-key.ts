import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * What a throttle counts on: the full IPv4 address, or the /64 of an IPv6 one, of which a single household has 2^64.
 * Anything unreadable shares one key.
 */
export function throttleKey(clientAddress: string): string {
  if (isIP(clientAddress) === 0) return 'unknown';
  const address = ipaddr.process(clientAddress);
  if (address.kind() === 'ipv4') return address.toString();
  return `${(address as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}

/** The /24 or /64 an address is in: enough to see a pattern, too little to name a person. */
export function networkOf(address: string): string {
  return throttleKey(address).replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1.0/24');
}
