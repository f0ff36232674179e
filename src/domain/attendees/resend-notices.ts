import type { Change, Plan } from '../notices/change.ts';
import { type Event, nextDtstamp } from '../events/event.ts';
import type { SeatReach } from '../notices/reach.ts';

/** A seat, given back or not, and what its holder knows of its latest. */
export type SeatToTell = {
  id: number;
  email: string | null;
  released: boolean;
  resends: number;
  resentAt: Temporal.Instant | null;
  reach: SeatReach;
};

/** What becomes of a wish to mail somebody again. */
export const RESEND_ANSWERS = ['planned', 'on_their_way', 'recently', 'no_address', 'suppressed'] as const;
export type ResendAnswer = (typeof RESEND_ANSWERS)[number];

export type ResendDecision = { counts: Record<ResendAnswer, number>; change: Change | null; ids: number[]; occurrence: number };

/** Two clicks are one wish. */
const AGAIN_AFTER_SECONDS = 60;

/**
 * Mails people their seat as it stands again: the ticket or invitation, or that the event is cancelled or their seat taken back. Not who has that mail on its way,
 * was mailed again just now, or cannot be mailed. `patiently`: who is tried again by itself is left to that. Nothing about the event changed, so its
 * revision and SEQUENCE stay (RFC 5546 §2.1.5 rule 4).
 */
export function resendNotices(event: Event, seats: SeatToTell[], patiently: boolean, now: Temporal.Instant): ResendDecision {
  const answered = Map.groupBy(seats, (seat) => answerTo(seat, patiently, now));
  const counts = Object.fromEntries(
    RESEND_ANSWERS.map((answer) => [answer, answered.get(answer)?.length ?? 0]),
  ) as ResendDecision['counts'];
  const planned = answered.get('planned') ?? [];
  const ids = planned.map(({ id }) => id).toSorted((one, other) => one - other);
  // One number for all of them that none of them has had.
  const occurrence = Math.max(0, ...planned.map(({ resends }) => resends)) + 1;
  if (ids.length === 0) return { counts, change: null, ids, occurrence };
  const [only, ...others] = ids;
  return {
    counts,
    ids,
    occurrence,
    change: {
      kind: others.length === 0 ? 'ticket_resent' : 'notices_resent',
      ticketId: others.length === 0 ? (only ?? null) : null,
      before: {},
      after: { resent: ids.length },
      event: { ...event, dtstamp: nextDtstamp(event, now) },
      plans: plansFor(event, planned, occurrence),
    },
  };
}

function answerTo({ email, reach, resentAt }: SeatToTell, patiently: boolean, now: Temporal.Instant): ResendAnswer {
  if (email === null) return 'no_address';
  if (reach === 'suppressed') return 'suppressed';
  if (reach === 'not_written' || reach === 'queued' || reach === 'sending' || (patiently && reach === 'deferred')) return 'on_their_way';
  const free = resentAt?.add({ seconds: AGAIN_AFTER_SECONDS });
  return free && Temporal.Instant.compare(now, free) < 0 ? 'recently' : 'planned';
}

function plansFor(event: Event, planned: SeatToTell[], occurrence: number): Plan[] {
  const listed = (released: boolean) => ({
    kind: 'listed' as const,
    subject: 'seat' as const,
    ids: planned.flatMap((seat) => (seat.released === released ? seat.id : [])).toSorted((one, other) => one - other),
    occurrence,
  });
  const first = event.uidScope === 'ticket' ? ('ticket' as const) : ('invitation' as const);
  const standing: Plan =
    event.status === 'cancelled'
      ? { purpose: 'event_cancelled', method: 'CANCEL', audience: listed(false) }
      : { purpose: first, method: 'REQUEST', audience: listed(false) };
  return [standing, { purpose: 'ticket_cancelled', method: 'CANCEL', audience: listed(true) }];
}
