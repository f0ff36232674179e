import type { Change } from '../notices/change.ts';
import { type Event, nextDtstamp } from '../events/event.ts';
import type { MessageWords } from '../notices/notice.ts';

/** Whom a message is for: everybody with a seat, those whom the latest did not reach, those who have come or have not yet, or those in the waiting list. */
export const MESSAGE_TO = ['all', 'not_reached', 'checked_in', 'not_checked_in', 'waiting'] as const;
export type MessageTo = (typeof MESSAGE_TO)[number];

export const MAX_SUBJECT = 200;
export const MAX_TEXT = 5_000;

/**
 * The organizer's words to some of an event: seats, or places in the waiting list, by their numbers in rising order. They change nothing, so revision and SEQUENCE
 * stay; `occurrence` keeps the messages of one revision apart.
 */
export function sendMessage(
  event: Event,
  words: MessageWords,
  to: MessageTo,
  ids: number[],
  occurrence: number,
  now: Temporal.Instant,
): Change {
  return {
    kind: 'message_sent',
    ticketId: null,
    before: {},
    after: { subject: words.subject, to, recipients: ids.length },
    event: { ...event, dtstamp: nextDtstamp(event, now) },
    plans: [
      {
        purpose: 'message',
        method: null,
        audience: { kind: 'listed', subject: to === 'waiting' ? 'place' : 'seat', ids, occurrence },
        message: words,
      },
    ],
  };
}
