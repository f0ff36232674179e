import { foldLines } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import { createMemo } from '../../domain/memo.ts';
import { canonical } from '../../domain/people/address.ts';
import { cleanLine } from '../../ical/plain-text.ts';

/** Longest display name, in UTF-16 units. */
const NAME_LIMIT = 200;

/** Encodes header values only; with a boundary of its own it draws no random bytes, and none is ever written. */
const encoder = new MimeNode('text/plain', { baseBoundary: 'none' });

/** A header of one line of cleaned text, encoded (RFC 2047), folded and ended with CRLF. */
export function textHeader(key: string, text: string): string {
  const harmless = inert(text);
  return folded(`${key}: ${PLAIN.test(harmless) ? harmless : encoder.encodeHeaderValue(key, harmless)}`);
}

/** A header of one mailbox: the display name made harmless, the address as `transportAddress` gives it. */
export function mailboxHeader(key: string, name: string | null, address: string): string {
  const harmless = inert(cleanLine(name ?? '', NAME_LIMIT));
  const to = transportAddress(address);
  return folded(`${key}: ${harmless === '' ? to : `${phrase(key, harmless)} <${to}>`}`);
}

/** What no header encodes, whoever reads it. */
const PLAIN = /^[\w ,.:;()+&/'!-]*$/;

/**
 * A display name (RFC 5322 §3.2.5). The encoder is given the name beside an address that it need not look at: it costs as much again, and turns
 * A-labels into Unicode behind a local part that is not ASCII, which calendars could not compare any more.
 */
function phrase(key: string, name: string): string {
  if (/^[\w ]*$/.test(name)) return name;
  return encoder.encodeHeaderValue(key, { name, address: 'x@x' }).slice(0, -' <x@x>'.length);
}

/** RFC 5322 §2.2.3. */
function folded(line: string): string {
  return line.length < 76 ? `${line}\r\n` : `${foldLines(line, 76)}\r\n`;
}

/**
 * The encoder lets through what already is an encoded word, so that a name could bring its own and have readers decode
 * line breaks and bidirectional controls from it that cleaning never saw.
 */
function inert(text: string): string {
  return text.replaceAll('=?', '= ?');
}

/**
 * An address as SMTP and headers carry it, and as the calendar part does: the canonical form, its domain in ASCII (RFC 5891).
 * @throws RangeError for what no mail can go to. Addresses are checked where they come in, so this is a fault, and worth
 *   a failed delivery: a cleaned-up address would be somebody else's. The text does not repeat it, for it ends in logs.
 */
export function transportAddress(address: string): string {
  const { sent } = addresses(address, transportForm);
  if (sent === null) throw new RangeError('the address is not one that mail can be sent to');
  return sent;
}

/** Organizers' mailboxes come again and again, and attendees within minutes. */
const addresses = createMemo<{ sent: string | null }>(500);

function transportForm(address: string): { sent: string | null } {
  const sent = canonical(address);
  const at = sent.lastIndexOf('@');
  const impossible =
    at < 1 ||
    sent.length > 320 ||
    !/^[A-Za-z\d.-]+$/.test(sent.slice(at + 1)) ||
    /[\u0000-\u0020\u007F-\u00A0"(),:;<>@[\\\]\u2028\u2029]/.test(sent.slice(0, at));
  return { sent: impossible ? null : sent };
}

/** RFC 5322 §3.3, in UTC. */
export function dateHeader(date: Temporal.Instant): string {
  return `Date: ${new Date(date.epochMilliseconds).toUTCString().replace('GMT', '+0000')}\r\n`;
}

/** A header of one message id (RFC 5322 §3.6.4). */
export function messageIdHeader(key: string, messageId: string): string {
  return `${key}: <${messageId.replace(/[^\u0021-\u007E]|[<>]/g, '')}>\r\n`;
}
