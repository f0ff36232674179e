import type { Event } from '../domain/events/event.ts';
import type { Audience, Plan } from '../domain/notices/change.ts';
import type { SubjectKind } from '../domain/notices/subject.ts';

/** Up to this many seats the answer to a change counts its notices exactly; beyond it, it counts the seats, and takes as long for 100,000 as for three. */
const COUNTED_UP_TO = 50;

/** The seats that a change covers: those the event had before it, those it takes, and, by their numbers, those it gives back. */
export type Covered = { standing: number; seats: number; released: number[] };

/** A plan as a row of the outbox, before its change and its id are known. */
export type PlanRow = ReturnType<typeof planRow>;

export function planRow(plan: Plan, event: Event, covered: Covered) {
  const { audience } = plan;
  const about = subjectOf(audience, event);
  const planned = countOf(audience, covered);
  return {
    purpose: plan.purpose,
    method: plan.method,
    audience: about === null ? audience.kind : 'one',
    subjectKind: about?.kind ?? (audience.kind === 'listed' ? audience.subject : null),
    subjectId: about?.id ?? null,
    listed: audience.kind === 'listed' ? audience.ids : null,
    offerUntil: audience.kind === 'entry' ? audience.until.toString() : null,
    recipient: audience.kind === 'ticket' || audience.kind === 'organizer' ? audience.recipient : null,
    service: audience.kind === 'organizer' ? audience.service : null,
    occurrence: audience.kind === 'ticket' || audience.kind === 'listed' ? audience.occurrence : 0,
    planned,
    lane: planned <= COUNTED_UP_TO ? 0 : 1,
  };
}

function countOf(audience: Audience, covered: Covered): number {
  switch (audience.kind) {
    case 'standing':
      return covered.standing;
    case 'joined':
      return covered.seats;
    case 'listed':
      return audience.ids.length;
    case 'ticket':
    case 'entry':
    case 'organizer':
      return 1;
  }
}

/** What a plan is about; null: several. */
function subjectOf(audience: Audience, event: Event): { kind: SubjectKind; id: number } | null {
  switch (audience.kind) {
    case 'standing':
    case 'joined':
    case 'listed':
      return null;
    case 'ticket':
      return { kind: 'seat', id: audience.ticketId };
    case 'entry':
      return { kind: 'place', id: audience.entryId };
    case 'organizer':
      return { kind: 'event', id: event.id };
  }
}
