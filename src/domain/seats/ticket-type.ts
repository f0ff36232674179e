import type { Event } from '../events/event.ts';
import type { TicketType } from '../events/public-event.ts';
import type { Change, ChangeKind } from '../notices/change.ts';

/** What may be said of a ticket type besides how many there are. */
export type TicketTypeFields = Pick<
  TicketType,
  'name' | 'description' | 'price' | 'currency' | 'maxPerAttendee' | 'saleStartsAt' | 'saleEndsAt' | 'displayOrder' | 'visible' | 'openTo'
>;

/** Why a ticket type cannot be as it is to be: only a ticketed event that is neither off nor over has any, and a sale ends after it begins. */
export type TicketTypeRefusal = 'not_ticketed' | 'event_cancelled' | 'event_over' | 'sale_ends_before_start';

export function refusalOfType(
  event: Event,
  fields: Pick<TicketType, 'saleStartsAt' | 'saleEndsAt'>,
  now: Temporal.Instant,
): TicketTypeRefusal | null {
  if (event.uidScope !== 'ticket') return 'not_ticketed';
  if (event.status === 'cancelled') return 'event_cancelled';
  if (Temporal.Instant.compare(now, event.endsAt) >= 0) return 'event_over';
  const { saleStartsAt, saleEndsAt } = fields;
  return saleStartsAt && saleEndsAt && Temporal.Instant.compare(saleEndsAt, saleStartsAt) <= 0 ? 'sale_ends_before_start' : null;
}

/** A change of an event's ticket types: no news for anybody's calendar, and nobody is told. */
export function ticketTypeChange(
  event: Event,
  kind: Extract<ChangeKind, `ticket_type_${string}`>,
  typeId: number,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Change {
  return {
    kind,
    ticketId: null,
    before: { ticketTypeId: typeId, ...before },
    after: { ticketTypeId: typeId, ...after },
    event: { ...event, revision: event.revision + 1 },
    plans: [],
  };
}

/** What of some fields is another, as it goes into the history: instants as text. Undefined where nothing is. */
export function changedFields(
  before: Partial<TicketTypeFields>,
  after: Partial<TicketTypeFields>,
): { before: Record<string, unknown>; after: Record<string, unknown> } | undefined {
  const text = (value: unknown) => (value instanceof Temporal.Instant ? value.toString() : value);
  const names = (Object.keys(after) as (keyof TicketTypeFields)[]).filter((name) => text(before[name]) !== text(after[name]));
  if (names.length === 0) return undefined;
  const only = (fields: Partial<TicketTypeFields>) => Object.fromEntries(names.map((name) => [name, text(fields[name])]));
  return { before: only(before), after: only(after) };
}
