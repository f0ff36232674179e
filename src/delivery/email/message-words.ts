import { unlinked } from './unlinked.ts';

/** A piece of an organizer's message: words, in which no mail program finds a link, or an address on the web, which is shown as what it is. */
export type Piece = { words: string } | { url: string };

const ADDRESS = /https:\/\/[^\s<>"'`\\]+/g;

/**
 * A message as pieces in their order. Only `https://` becomes a link, whole and visible, since a reader can see where it leads; with a name in it
 * (https://house.example@elsewhere.example) it leads elsewhere than it says, and stays words like all else.
 */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(ADDRESS)) {
    // What ends a sentence is no part of an address.
    const url = found[0].replace(/[.,;:!?)\]}…»”’]+$/u, '');
    const read = URL.parse(url);
    if (!read || read.username !== '' || read.password !== '' || !read.hostname.includes('.')) continue;
    if (found.index > from) pieces.push({ words: unlinked(text.slice(from, found.index)) });
    pieces.push({ url });
    from = found.index + url.length;
  }
  if (from < text.length) pieces.push({ words: unlinked(text.slice(from)) });
  return pieces;
}
