import { isNoMailbox } from '../domain/notices/no-mailbox.ts';
import { troubleOf } from './smtp-trouble.ts';
import type { TransportReply } from './transport.ts';

const MAX_WORDS = 500;

/** Why a configured server is not usable, as against what it thinks of a mail. */
const ABOUT_SESSION = ['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EREQUIRETLS', 'EDNS', 'EPROXY', 'ECONFIG'];

/**
 * What a failed send means. `bodyBegun`: the first byte of the message had left.
 *
 * - A 4yz reply, at any stage, is "come again"; so is 503, which speaks of the session (RFC 5321 §4.2.1).
 * - A 5yz reply to RCPT is about the recipient; after that, only an enhanced code of an address or a mailbox is (RFC 3463 §3.2,
 *   §3.3). Any other 5yz reply is about the message or the sender.
 * - A refusal before MAIL, a demand to sign in or to use TLS (530, 534, 535, 538: RFC 4954 §6, RFC 3207 §4), or a certificate that
 *   does not hold is about how we are set up, not about this mail. An operator can mend it within the three days.
 * - Without a reply, or with one that cannot be read, the message may have arrived once its first byte has left.
 */
export function replyToFailure(error: unknown, bodyBegun: boolean): TransportReply {
  const { command, responseCode } = error as { command?: unknown; responseCode?: unknown };
  const words = wordsOf(error);
  if (typeof responseCode !== 'number' || responseCode < 400 || responseCode > 599) return withoutReply(error, words, bodyBegun);
  // Before it heard of this mail: of us, or of anybody just now, it wants no more (421 also closes what stood open).
  const notLetIn = command === 'CONN' || (responseCode === 421 && command !== 'RCPT TO' && command !== 'DATA');
  const inSession = command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA';
  if (!inSession || [530, 534, 535, 538].includes(responseCode))
    return { outcome: 'deferred', words, unreachable: true, trouble: troubleOf(error), ...(notLetIn && { notLetIn }) };
  if (responseCode === 421)
    return { outcome: 'deferred', words, unreachable: true, trouble: troubleOf(error), ...(notLetIn && { notLetIn }) };
  if (responseCode < 500 || responseCode === 503) return { outcome: 'deferred', words, unreachable: false };
  const aboutRecipient = command === 'RCPT TO' || (command === 'DATA' && /^\d{3}[ -]5\.(?:1\.(?![78]\b)|2\.)/.test(words));
  return { outcome: 'refused', words, because: aboutRecipient ? (isNoMailbox(words) ? 'address' : 'recipient') : 'message' };
}

/**
 * A refusal without what differs from mail to mail: addresses, and the numbers by which a server files it. Two that are the same then say the same, of
 * different people.
 */
export function sameWords(words: string): string {
  return words
    .replace(/<[^>]*>|[^\s<>]+@[^\s<>]+/g, '@')
    .replace(/\b(?=\w*\d)[\w-]{6,}\b/g, '#')
    .toLowerCase();
}

function withoutReply(error: unknown, words: string, bodyBegun: boolean): TransportReply {
  const { code, command } = error as { code?: unknown; command?: unknown };
  // Whatever came after the message had begun to leave, and could not be read, may have been the answer that took it.
  if (bodyBegun) return { outcome: 'lost', words, ambiguous: true };
  // The library found the address or the message impossible before it spoke to anybody.
  if (code === 'EENVELOPE') return { outcome: 'refused', words, because: 'recipient' };
  if (code === 'EMESSAGE') return { outcome: 'refused', words, because: 'message' };
  if (typeof code === 'string' && ABOUT_SESSION.includes(code))
    return { outcome: 'deferred', words, unreachable: true, trouble: troubleOf(error) };
  return { outcome: 'lost', words, ambiguous: false, trouble: troubleOf(error), ...(command === 'CONN' && { notLetIn: true }) };
}

/** The server's words where it said any, else the system's: one line, cut to a length a ledger can show. */
function wordsOf(error: unknown): string {
  const { response, message } = error as { response?: unknown; message?: unknown };
  return oneLine(typeof response === 'string' ? response : typeof message === 'string' ? message : String(error));
}

/** Any text as one line of at most 500 characters, without control characters. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim()
    .slice(0, MAX_WORDS)
    .toWellFormed();
}
