import { isNoMailbox } from '../domain/notices/no-mailbox.ts';

/** That a mail did not arrive and will not. Addresses in lower case. */
export type Bounce = {
  /** Who did not get it; null where it does not say. */
  recipient: string | null;
  /** The server says that there is no such mailbox (domain/notices/no-mailbox.ts); else it refused this mail, whoever it was for. */
  noMailbox: boolean;
  /** The server's words, one line of at most 500 characters. */
  words: string;
  /** The Message-ID of what did not arrive; null where it does not say. */
  original: string | null;
};

const MAX_WORDS = 500;

/** A bounce out of what a report says of one recipient; `status`: its enhanced code, where it stands apart from the words. */
export function bounceOf(
  recipient: string | null,
  status: string | null,
  words: string,
  original: string | null,
): { kind: 'bounce' } & Bounce {
  const line = words
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim()
    .slice(0, MAX_WORDS)
    .toWellFormed();
  return {
    kind: 'bounce',
    recipient,
    noMailbox: isNoMailbox(asReply(line, status)),
    words: line === '' ? (status ?? 'no reason given') : line,
    original,
  };
}

/** The words as a server's reply begins, with its code and the enhanced one: what the code of three digits is, is no matter where there is the other. */
function asReply(line: string, status: string | null): string {
  const reply = /\b5\d\d[ -]/.exec(line);
  const from = reply ? line.slice(reply.index) : line;
  const enhanced = /^5\d\d[ -]\(?#?(5\.\d{1,3}\.\d{1,3})/.exec(from)?.[1] ?? specific(status) ?? /\b5\.[12]\.\d{1,3}\b/.exec(line)?.[0];
  return enhanced === undefined ? from : `550 ${enhanced} ${from}`;
}

/** A code that says something: 5.0.0 and 5.x.0 are what is written where nothing is known (RFC 3463 §2). */
function specific(status: string | null): string | undefined {
  return status !== null && /^5\.\d{1,3}\.[1-9]\d{0,2}$/.test(status) ? status : undefined;
}
