import { domainToASCII } from 'node:url';
import { foldLines } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import { cleanLine } from '../../ical/plain-text.ts';

/** Longest display name, in UTF-16 units. */
const NAME_LIMIT = 200;

/** Encodes header values only; with a boundary of its own it draws no random bytes, and none is ever written. */
const encoder = new MimeNode('text/plain', { baseBoundary: 'none' });

/** A header of one line of cleaned text, encoded (RFC 2047), folded and ended with CRLF. */
export function textHeader(key: string, text: string): string {
  return encoded(key, inert(text));
}

/** A header of one mailbox: the display name made harmless, the address as `transportAddress` gives it. */
export function mailboxHeader(key: string, name: string | null, address: string): string {
  return encoded(key, { name: inert(cleanLine(name ?? '', NAME_LIMIT)), address: transportAddress(address) });
}

function encoded(key: string, value: string | { name: string; address: string }): string {
  return `${foldLines(`${key}: ${encoder.encodeHeaderValue(key, value)}`, 76)}\r\n`;
}

/**
 * The encoder lets through what already is an encoded word, so that a name could bring its own and have readers decode
 * line breaks and bidirectional controls from it that cleaning never saw.
 */
function inert(text: string): string {
  return text.replaceAll('=?', '= ?');
}

/**
 * An address as SMTP and headers carry it: as stored, the domain in ASCII (RFC 5891).
 * @throws RangeError for what no mail can go to. Addresses are checked where they come in, so this is a fault, and worth
 *   a failed delivery: a cleaned-up address would be somebody else's. The text does not repeat it, for it ends in logs.
 */
export function transportAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  if (
    at < 1 ||
    domain === '' ||
    address.length > 320 ||
    /[\u0000-\u0020\u007F-\u00A0"(),:;<>@[\\\]\u2028\u2029]/.test(address.slice(0, at))
  ) {
    throw new RangeError('the address is not one that mail can be sent to');
  }
  return `${address.slice(0, at)}@${domain}`;
}

/** RFC 5322 §3.3, in UTC. */
export function dateHeader(date: Temporal.Instant): string {
  return `Date: ${new Date(date.epochMilliseconds).toUTCString().replace('GMT', '+0000')}\r\n`;
}

/** A header of one message id (RFC 5322 §3.6.4). */
export function messageIdHeader(key: string, messageId: string): string {
  return `${key}: <${messageId.replace(/[^\u0021-\u007E]|[<>]/g, '')}>\r\n`;
}
