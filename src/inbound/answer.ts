import { readCalendar } from '../mime/calendar-object.ts';
import type { Mail } from '../mime/read-mail.ts';

/** What an attendee answers (RFC 5546 §3.2.3 REPLY, §3.2.7 COUNTER). Instants in milliseconds; addresses in lower case. */
export type Answer = {
  uid: string;
  recurrenceId: string | null;
  /** Who answers, as their own ATTENDEE line names them, which need not be true. */
  attendee: string;
  status: 'accepted' | 'declined' | 'tentative' | 'needs-action';
  /** Of the invitation that is answered. */
  sequence: number;
  /** When it was answered: the later of two answers counts (RFC 5546 §2.1.5). */
  dtstamp: number;
  /** Of a COUNTER: the times that they would rather have. */
  proposed: { startsAt: number; endsAt: number | null } | null;
};

const STATUSES: Record<string, Answer['status']> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
  'NEEDS-ACTION': 'needs-action',
};

/** The answer that a mail carries, wherever in it: some clients nest it, some do not (field-bugs 7), some attach it. Null: none, or one nobody can act on. */
export function answerIn(mail: Mail): ({ kind: 'reply' | 'counter' } & Answer) | null {
  for (const { type, filename, content } of mail.parts) {
    if (type !== 'text/calendar' && type !== 'application/ics' && !/\.ics$/i.test(filename ?? '')) continue;
    const object = readCalendar(content.toString('utf8'));
    const [event, another] = object?.events ?? [];
    if (!event || another || (object?.method !== 'REPLY' && object?.method !== 'COUNTER')) continue;
    // RFC 5546 §3.2.3: a REPLY is of one attendee. Outlook's COUNTER lists the others, too, but answers for the one with a status.
    const answering = event.attendees.filter(({ participationStatus }) => participationStatus !== 'NEEDS-ACTION');
    const [one, second] = event.attendees.length === 1 ? event.attendees : answering;
    const status = STATUSES[one?.participationStatus ?? ''];
    if (!one || second || !status || event.uid === '') continue;
    const counters = object.method === 'COUNTER';
    return {
      kind: counters ? 'counter' : 'reply',
      uid: event.uid,
      recurrenceId: event.recurrenceId,
      attendee: one.address,
      status,
      sequence: event.sequence,
      dtstamp: event.dtstamp,
      proposed: counters && event.startsAt !== null ? { startsAt: event.startsAt, endsAt: event.endsAt } : null,
    };
  }
  return null;
}
