import { encode, wrap as wrapQuotedPrintable } from 'nodemailer/lib/qp';
import { createMemo } from '../../domain/memo.ts';
import type { ItipMethod } from '../../domain/notices/notice.ts';

/** Parts of one mail; text and HTML are already quoted-printable, because most of them is shared by many mails. */
export type MailParts = {
  /** All header lines but the MIME ones, each ended with CRLF. */
  headers: string;
  text: string;
  html: string;
  /** The iTIP object itself; null for a mail to somebody who has no calendar entry. */
  calendar: { object: string; method: ItipMethod } | null;
  /** What the boundaries are made of: letters and digits, the mail's own. */
  seed: string;
};

/** Name of the file attached beside the live calendar part. */
const FILE_NAMES: Record<ItipMethod, string> = { REQUEST: 'invite.ics', CANCEL: 'cancel.ics' };

/** Most lines of a mail are the layout's, the same in every mail of its kind. Longer ones are people's own and are not kept. */
const lines = createMemo<string>(2_000);
const LONGEST_KEPT = 600;

/**
 * Text as quoted-printable (RFC 2045 §6.7) with CRLF line ends. It must be empty or end with a line feed: then pieces
 * encoded one by one are, put together, the encoding of the whole. So each line is encoded by itself, and once.
 */
export function quotedPrintable(text: string): string {
  let encoded = '';
  let from = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
    const line = text.slice(from, end);
    encoded += line.length > LONGEST_KEPT ? encodedLine(line) : lines(line, encodedLine);
    from = end + 1;
  }
  return from === text.length ? encoded : encoded + wrapQuotedPrintable(encode(text.slice(from)), 76);
}

function encodedLine(line: string): string {
  return wrapQuotedPrintable(encode(`${line}\r\n`), 76);
}

/** The same of what is one recipient's own and does not come again. */
export function quotedPrintableOnce(text: string): string {
  return wrapQuotedPrintable(encode(text.replaceAll('\n', '\r\n')), 76);
}

/** 76 characters a line (RFC 2045 §6.8). */
const BYTES_PER_LINE = 57;

function base64Lines(bytes: Buffer): string {
  let encoded = bytes.toString('base64', 0, BYTES_PER_LINE);
  for (let from = BYTES_PER_LINE; from < bytes.length; from += BYTES_PER_LINE)
    encoded += `\r\n${bytes.toString('base64', from, from + BYTES_PER_LINE)}`;
  return encoded;
}

/**
 * The whole message. Assembled here rather than by nodemailer's composer, which cannot write `component=VEVENT`, makes
 * boundaries and nodes anew for every mail and answers through streams; its encoders do the encoding.
 *
 * The live calendar part stands last in the alternative, without a disposition, and the same bytes stand as a file
 * behind it (RFC 6047 §2.4 to §2.6). Base64 keeps relays from touching line ends and folds.
 */
export function assembleMail({ headers, text, html, calendar, seed }: MailParts): string {
  // "=_" cannot occur in quoted-printable nor base64, so no body can hold a boundary, whoever wrote it.
  const mixed = `=_m_${seed}`;
  const alternative = `=_a_${seed}`;
  const readable = `Content-Type: multipart/alternative; boundary="${alternative}"\r
\r
--${alternative}\r
Content-Type: text/plain; charset=UTF-8\r
Content-Transfer-Encoding: quoted-printable\r
\r
${text}\r
--${alternative}\r
Content-Type: text/html; charset=UTF-8\r
Content-Transfer-Encoding: quoted-printable\r
\r
${html}\r
`;
  if (calendar === null) return `${headers}MIME-Version: 1.0\r\n${readable}--${alternative}--\r\n`;
  const { method } = calendar;
  const object = base64Lines(Buffer.from(calendar.object));
  return `${headers}MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary="${mixed}"\r
\r
--${mixed}\r
${readable}--${alternative}\r
Content-Type: text/calendar; charset=UTF-8; method=${method}; component=VEVENT\r
Content-Transfer-Encoding: base64\r
\r
${object}\r
--${alternative}--\r
\r
--${mixed}\r
Content-Type: application/ics; name="${FILE_NAMES[method]}"\r
Content-Transfer-Encoding: base64\r
Content-Disposition: attachment; filename="${FILE_NAMES[method]}"\r
\r
${object}\r
--${mixed}--\r
`;
}
