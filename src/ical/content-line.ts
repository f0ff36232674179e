import ICAL from 'ical.js';

/** Octets on one physical line without its CRLF, the folding space included (RFC 5545 §3.1). */
const MAX_OCTETS = 75;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * One iCalendar property as text, escaped by ical.js, folded and ended with CRLF.
 *
 * Folding is ours: ical.js 2.2.1 counts octets and keeps UTF-8 sequences whole, but does not count the leading space of
 * a continuation line, which then has 76 octets; and it cuts between the code points of one emoji.
 *
 * @param name property name in lower case
 * @param type RFC 7265 value type, such as `text`, `date-time`, `integer`, `cal-address`
 * @param value jCal value; text must be free of control characters but LF (`cleanText`)
 */
export function contentLine(name: string, type: string, value: string | number, parameters: Readonly<Record<string, string>> = {}): string {
  const safe = Object.fromEntries(Object.entries(parameters).map(([key, text]) => [key, parameterText(text)]));
  return `${foldLine(ICAL.stringify.property([name, safe, type, value], ICAL.design.icalendar, true))}\r\n`;
}

/**
 * What every reader takes for a parameter's value as we mean it (RFC 5545 §3.1). It cannot hold a double quote nor a control character, and its RFC 6868 spelling
 * is shown raw by clients that do not know it: quotes become apostrophes, carets go. It knows no escapes, yet libical and icalendar read a backslash as one, and
 * lose the address behind a name that ends in it: it becomes a slash.
 */
function parameterText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f^]/g, '')
    .replaceAll('"', "'")
    .replaceAll('\\', '/');
}

/** Folds one logical line at 75 octets (RFC 5545 §3.1), never inside a UTF-8 sequence, nor a grapheme if it fits a line. */
export function foldLine(line: string): string {
  const length = Buffer.byteLength(line);
  if (length <= MAX_OCTETS) return line;
  // Plain ASCII, as most long lines of a mail run are: no segmenting, which would cost more than the rest of the object.
  if (length === line.length) return line.slice(0, MAX_OCTETS) + line.slice(MAX_OCTETS).replace(/.{1,74}/gs, '\r\n $&');
  let folded = '';
  let octets = 0;
  const append = (unit: string, size: number): void => {
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += unit;
    octets += size;
  };
  for (const { segment } of graphemes.segment(line)) {
    const octetsOfSegment = Buffer.byteLength(segment);
    // A letter under a hundred combining marks is one grapheme and longer than a line: then code points must do.
    if (octetsOfSegment < MAX_OCTETS) append(segment, octetsOfSegment);
    else for (const point of segment) append(point, Buffer.byteLength(point));
  }
  return folded;
}
