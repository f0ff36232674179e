export type ImageSize = 'small' | 'large';

/** A picture as it is kept and shown. Formats that can hold scripts (SVG) are none. */
export type Image = { mediaType: string; bytes: Uint8Array };

/** The most bytes of a picture. */
export const MAX_IMAGE_BYTES = 2 * 1024 * 1024;

const SIGNATURES: [mediaType: string, pattern: RegExp][] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF....WEBP/s],
];

/** What a file is by its first bytes, whatever its sender called it; null when it is no picture we keep. */
export function mediaTypeOf(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  return SIGNATURES.find(([, pattern]) => pattern.test(head))?.[0] ?? null;
}
