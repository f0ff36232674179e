import { folded } from '../domain/people/address.ts';

/** The addresses in a text, in the one form in which they are compared, in the order they stand in. */
export function addressesOf(text: string): string[] {
  return [...text.matchAll(FORM)].map(([written]) => asCompared(written));
}

/** Where a text goes on behind an address, which is given as `addressesOf` gives it; 0 where it is not there. */
export function behind(text: string, address: string): number {
  const found = [...text.matchAll(FORM)].find(([written]) => asCompared(written) === address);
  return found ? found.index + found[0].length : 0;
}

const FORM = /[^\s<>,;:"'()[\]]+@[^\s<>,;:"'()[\]]+/g;
const asCompared = (written: string): string => folded(written.replace(/\.+$/, ''));
