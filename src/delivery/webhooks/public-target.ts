import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import ipaddr from 'ipaddr.js';

/** Whether an address is on the public internet: not this machine, its network, a carrier's, or one that stands for another. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/** A target that must not be called; the message does not say what was found there. */
export class TargetRefused extends Error {
  override name = 'TargetRefused';
}

type Lookup = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/**
 * A `lookup` for node's sockets that gives allowed addresses alone. It is asked by the very connection that is then made, so a name that answers
 * otherwise a moment later (DNS rebinding) gains nothing. One address that is not allowed refuses the whole name.
 */
export function guardedLookup(isAllowed: (address: string) => boolean, lookup: Lookup = systemLookup) {
  return (
    hostname: string,
    options: LookupOptions,
    callback: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
  ): void => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return callback(error ?? new TargetRefused('the name has no address'), []);
      if (!found.every(({ address }) => isAllowed(address)))
        return callback(new TargetRefused('the target is not on the public internet'), []);
      return options.all ? callback(null, found) : callback(null, first.address, first.family);
    });
  };
}
