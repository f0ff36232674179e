import type { Judged } from '../judge-mail.ts';

/** What a form is judged to be: the kind, and of a bounce whose, whether the mailbox is gone, and a part of the words. */
export type Expected =
  | { kind: 'bounce'; recipient: string | null; noMailbox: boolean; words: string; original?: string | null }
  | { kind: Exclude<Judged['kind'], 'bounce'> };

export type Form = { name: string; raw: string; expected: Expected };

export const OUR_MAIL = '0005.event_cancelled.7c6a180b@events.example.org';
export const COPY = `From: Harbour Loft <loft@events.example.org>\nTo: Ben <ben@example.com>\nSubject: Cancelled: Site visit\nMessage-ID: <${OUR_MAIL}>\n`;
export const TO = 'To: bounces+12.a1b2c3@events.example.org\n';

export const gone = (words: string, original: string | null = OUR_MAIL): Expected => ({
  kind: 'bounce',
  recipient: 'ben@example.com',
  noMailbox: true,
  words,
  original,
});
export const refused = (words: string, original: string | null = OUR_MAIL): Expected => ({
  kind: 'bounce',
  recipient: 'ben@example.com',
  noMailbox: false,
  words,
  original,
});

/** A report as RFC 3464 has it: what people read, what programs do, and the message or its headers. */
export function report(
  from: string,
  subject: string,
  text: string,
  fields: string,
  copy: string = `Content-Type: text/rfc822-headers\n\n${COPY}`,
): string {
  return `Return-Path: <>\nFrom: ${from}\n${TO}Subject: ${subject}\nAuto-Submitted: auto-replied\nMIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n
--b\nContent-Type: text/plain; charset=us-ascii\n\n${text}
--b\nContent-Type: message/delivery-status\n\n${fields}
--b\n${copy}\n--b--\n`;
}

export const plain = (from: string, subject: string, text: string, headers = ''): string =>
  `From: ${from}\n${TO}Subject: ${subject}\n${headers}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${text}`;

export const whole = `Content-Type: message/rfc822\n\n${COPY}\nThe site visit is cancelled.\n`;
