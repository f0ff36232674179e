import { type Mail, readMail } from '../mime/read-mail.ts';
import { addressesOf } from './addresses.ts';
import { type Answer, answerIn } from './answer.ts';
import type { Bounce } from './bounce.ts';
import { statusIn } from './delivery-status.ts';
import { originalIn } from './original.ts';
import { unstructuredBounce } from './unstructured-bounce.ts';

/**
 * What a mail that came back is, as far as it says itself; whom it may speak for is not decided here. `delay`: somebody is still trying. `other`: a person wrote it,
 * or nobody can tell; it changes nothing.
 */
export type Judged = { to: string[] } & (
  | ({ kind: 'bounce' } & Bounce)
  /** Whoever got it called it unwanted (RFC 5965). */
  | { kind: 'complaint'; recipient: string | null; original: string | null }
  | ({ kind: 'reply' | 'counter' } & Answer)
  | { kind: 'delay' | 'auto_reply' | 'other' }
);

/** Where mail systems write whom a mail was for, besides its own To: the address with our token may stand in any of them. */
const FOR_WHOM = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'];

/** Reads a mail that came back to one of our addresses (raw, RFC 5322) and says what it is. Rejects only where `readMail` does. */
export async function judgeMail(raw: Uint8Array): Promise<Judged> {
  const mail = await readMail(raw);
  const to = FOR_WHOM.flatMap((name) => mail.header(name).flatMap(addressesOf));
  return { to: [...new Set(to)], ...whatItIs(mail) };
}

function whatItIs(mail: Mail) {
  const report = reportTypeOf(mail);
  if (report === 'feedback-report') return { kind: 'complaint' as const, ...complaintIn(mail) };
  const told = statusIn(mail);
  if (told) return told;
  const answer = answerIn(mail);
  if (answer) return answer;
  const bounce = unstructuredBounce(mail);
  if (bounce) return bounce;
  return { kind: isAutomatic(mail) ? ('auto_reply' as const) : ('other' as const) };
}

/** Of multipart/report (RFC 6522), in lower case. */
function reportTypeOf(mail: Mail): string | undefined {
  const [type = ''] = mail.header('content-type');
  return /^multipart\/report\b/i.test(type) ? /report-type="?([\w-]+)/i.exec(type)?.[1]?.toLowerCase() : undefined;
}

/** RFC 5965 §3: the report's fields, and the message it is about. */
function complaintIn(mail: Mail): { recipient: string | null; original: string | null } {
  const report = mail.parts.find(({ type }) => type === 'message/feedback-report')?.content.toString('utf8') ?? '';
  const recipient = /^Original-Rcpt-To:\s*(.+)$/im.exec(report)?.[1];
  return { recipient: recipient === undefined ? null : (addressesOf(recipient)[0] ?? null), original: originalIn(mail.parts) };
}

/** RFC 3834 §5, and what was in use before and beside it. */
function isAutomatic(mail: Mail): boolean {
  const says = (name: string, form: RegExp) => mail.header(name).some((value) => form.test(value));
  return (
    says('auto-submitted', /^(?!no\b)/i) ||
    says('precedence', /auto[_-]?reply|bulk|junk/i) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply-from', 'x-vacation'].some((name) => mail.header(name).length > 0) ||
    /^(?:auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office|abwesenheit(?:snotiz)?|automatische antwort|réponse automatique|respuesta automática|fuera de la oficina)\b/i.test(
      mail.subject,
    )
  );
}
