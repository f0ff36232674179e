// Bidirectional controls reorder what stands around them (a name could make an address read backwards);
// nothing in a calendar line or a mail needs them, the bidi algorithm does right by plain text.
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

// Line breaks of every system and of Unicode, made one kind before the other controls go.
const LINE_BREAKS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

// C0 without line feed, DEL and C1, and the byte order mark. A tab becomes a space first.
const CONTROLS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\uFEFF]/g;

/**
 * Untrusted text made harmless, line breaks kept as LF: no control characters, no bidirectional controls, no lone
 * surrogates, trimmed, and no longer than `limit` UTF-16 units (cut with an ellipsis, never inside a character).
 */
export function cleanText(text: string, limit: number): string {
  const clean = text
    .toWellFormed()
    .replace(LINE_BREAKS, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROLS, '')
    .replace(BIDI_CONTROLS, '')
    .trim();
  return clean.length <= limit ? clean : cut(clean, limit);
}

/** As `cleanText`, on one line: line breaks and runs of white space become one space. For names, titles and headers. */
export function cleanLine(text: string, limit: number): string {
  // A line of 10 kB is cut before the white space is folded, so that hostile runs cost no more than long ones.
  return cut(cleanText(text, limit * 4).replace(/\s+/g, ' '), limit);
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // What the cut would leave of a character: half a surrogate pair, or a joiner waiting for its neighbour.
  return `${text.slice(0, limit - 1).replace(/(?:[\uD800-\uDBFF\s]|\u200D|\uFE0F)+$/u, '')}…`;
}
