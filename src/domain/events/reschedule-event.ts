import type { Change } from '../notices/change.ts';
import { type Event, nextDtstamp } from './event.ts';
import { type Times, type TimesRefusal, refusalOfTimes } from './times.ts';

export type NewTimes = Times & { zone?: string };

export type RescheduleEventDecision =
  | { outcome: 'rescheduled'; change: Change }
  | { outcome: 'unchanged' }
  | { outcome: 'already_cancelled' }
  | { outcome: TimesRefusal };

/** Moves an event. RFC 5546 §2.1.4: a new time is a new SEQUENCE, same UID; a cancelled event stays cancelled. */
export function rescheduleEvent(event: Event, times: NewTimes, appendix: string, now: Temporal.Instant): RescheduleEventDecision {
  if (event.status === 'cancelled') return { outcome: 'already_cancelled' };
  const refusal = refusalOfTimes(times, event, now);
  if (refusal) return { outcome: refusal };
  const zone = times.zone ?? event.zone;
  if (times.startsAt.equals(event.startsAt) && times.endsAt.equals(event.endsAt) && zone === event.zone) {
    return { outcome: 'unchanged' };
  }
  const after: Event = {
    ...event,
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    zone,
    description: event.description + appendix,
    revision: event.revision + 1,
    // A draft's calendar objects are still to be made.
    sequence: event.sequence + (event.status === 'draft' ? 0 : 1),
    dtstamp: nextDtstamp(event, now),
    updatedAt: now,
  };
  const timesOf = (one: Event) => ({
    startsAt: one.startsAt.toString(),
    endsAt: one.endsAt.toString(),
    zone: one.zone,
    sequence: one.sequence,
  });
  return {
    outcome: 'rescheduled',
    change: {
      kind: 'event_rescheduled',
      ticketId: null,
      before: timesOf(event),
      after: timesOf(after),
      event: after,
      plans: [{ purpose: 'moved', method: 'REQUEST', audience: { kind: 'standing' } }],
    },
  };
}
