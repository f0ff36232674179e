/**
 * What nobody sees: white space, control and format characters, what Unicode lets renderers leave out (fillers, joiners, tags, soft hyphens), and
 * the few signs whose picture is empty: a Braille cell without a dot, a note without a head, the filler of Khitan.
 */
const UNSEEN = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800\u{1d159}\u{16fe4}]*$/u;

/** Whether a text has nothing in it that can be seen: it is empty to whoever reads it. */
export function isBlank(words: string): boolean {
  return UNSEEN.test(words);
}

/**
 * A stranger's words as they may be kept and shown: control characters except line feed gone, trimmed, well-formed
 * (a lone surrogate, which no database and no mail can hold, becomes U+FFFD). Empty where nothing can be seen.
 */
export function plainText(words: string): string {
  if (isBlank(words)) return '';
  return words
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '')
    .trim()
    .toWellFormed();
}

/** The same on one line: titles and names, which travel in headers and properties of a line each. */
export function plainLine(words: string): string {
  return plainText(words.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' '));
}

/** The first `max` Unicode code points; never half a character. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : Array.from(text).slice(0, max).join('');
}

/** How many Unicode code points a text has: what the world's length limits count. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/**
 * Thrown where a text from outside is to be kept or compared that nothing of ours can hold: NUL, or half of a surrogate pair. Whatever field it came
 * in, doors answer it as bad input; nothing has changed.
 */
export class UnstorableText extends Error {
  constructor(options?: ErrorOptions) {
    super('a text holds NUL or half a character', options);
    this.name = 'UnstorableText';
  }
}
