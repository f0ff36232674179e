import type { LookupAddress, LookupOptions } from 'node:dns';
import { isPublicAddress } from '../../crypto/public-address.ts';
import type { Resolve } from './resolve-name.ts';

export { isPublicAddress };

/** A target that must not be called; the message does not say what was found there. */
export class TargetRefused extends Error {
  override name = 'TargetRefused';
}

/**
 * A `lookup` for node's sockets that gives allowed addresses alone. It is asked by the very connection that is then made, so a name that answers
 * otherwise a moment later (DNS rebinding) gains nothing. One address that is not allowed refuses the whole name.
 */
export function guardedLookup(isAllowed: (address: string) => boolean, resolve: Resolve) {
  return (
    hostname: string,
    options: LookupOptions,
    callback: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
  ): void => {
    resolve(hostname).then(
      (found) => {
        const [first] = found;
        if (!first) return callback(new TargetRefused('the name has no address'), []);
        if (!found.every(({ address }) => isAllowed(address)))
          return callback(new TargetRefused('the target is not on the public internet'), []);
        return options.all ? callback(null, found) : callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, []),
    );
  };
}
