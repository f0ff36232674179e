import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is on the public internet: not this machine, its network, a carrier's, or one that stands for another (mapped, IPv4-compatible,
 * NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.process(address);
  return read.range() === 'unicast' && !(read instanceof ipaddr.IPv6 && read.parts.slice(0, 6).every((part) => part === 0));
}

/** Whether a host of a URL can be one of the public internet: an address that is, or a name that is not this machine's own (RFC 6761 §6.3, RFC 6762, RFC 8375). */
export function mayBePublicHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
  if (ipaddr.isValid(host)) return isPublicAddress(host);
  return host.includes('.') && !/(^|\.)(localhost|local|internal|home\.arpa|localdomain)$/.test(host);
}
