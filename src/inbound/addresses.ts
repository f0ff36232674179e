/** The addresses in a text, in lower case, in the order they stand in. */
export function addressesOf(text: string): string[] {
  return [...text.matchAll(/[^\s<>,;:"'()[\]]+@[^\s<>,;:"'()[\]]+/g)].map(([address]) => address.toLowerCase().replace(/\.+$/, ''));
}
