import { type Change, type Request, cleanReason } from '../notices/change.ts';
import { type Event, nextDtstamp } from './event.ts';

export type CancelEventDecision = { outcome: 'cancelled'; change: Change } | { outcome: 'already_cancelled' };

/**
 * Calls an event off. RFC 5546 §3.2.5: everybody affected gets a CANCEL with a higher SEQUENCE.
 * `appendix` is text a door adds to the description (shown by the doors, never mailed twice: the reason is).
 */
export function cancelEvent(event: Event, request: Request, appendix: string, now: Temporal.Instant): CancelEventDecision {
  if (event.status === 'cancelled') return { outcome: 'already_cancelled' };
  const reason = cleanReason(request.reason);
  const after: Event = {
    ...event,
    status: 'cancelled',
    description: event.description + appendix,
    revision: event.revision + 1,
    sequence: event.sequence + 1,
    dtstamp: nextDtstamp(event, now),
    cancelledAt: now,
    cancelReason: reason,
    cancelledByKind: request.actor.kind,
    cancelledById: request.actor.id,
    updatedAt: now,
  };
  return {
    outcome: 'cancelled',
    change: {
      kind: 'event_cancelled',
      ticketId: null,
      before: { status: event.status, sequence: event.sequence },
      after: { status: after.status, sequence: after.sequence },
      event: after,
      // The reason is in the mail already.
      shown: { ...after, description: event.description },
      plans: [{ purpose: 'event_cancelled', method: 'CANCEL', audience: { kind: 'standing' } }],
    },
  };
}
