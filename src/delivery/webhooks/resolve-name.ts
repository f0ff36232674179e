import type { LookupAddress } from 'node:dns';
import { Resolver } from 'node:dns/promises';

/** The addresses of a host name. Rejects when it has none, or nobody answers in time. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

// Names of tenants' choosing: one whose servers do not answer must cost nobody else anything.
const TIMEOUT_MS = 2_000;
const TRIES = 2;
const AT_ONCE = 10;

/**
 * Resolves names by c-ares, with a bound in time, few at once. Node's own look-up takes a thread of the four that all files, passwords and
 * connections of this process share, and holds it for as long as the system's resolver likes: 24 names that did not answer stopped everything.
 */
export function createResolve(resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES })): Resolve {
  const waiting: (() => void)[] = [];
  let underway = 0;

  async function addressesOf(hostname: string): Promise<LookupAddress[]> {
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    const found = [
      ...(v4.status === 'fulfilled' ? v4.value.map((address) => ({ address, family: 4 })) : []),
      ...(v6.status === 'fulfilled' ? v6.value.map((address) => ({ address, family: 6 })) : []),
    ];
    if (found.length === 0 && v4.status === 'rejected') throw v4.reason;
    return found;
  }

  return async (hostname) => {
    // Whoever waited gets the place of the one before, which nobody takes in between.
    if (underway >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
    else underway += 1;
    try {
      return await addressesOf(hostname);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else underway -= 1;
    }
  };
}
