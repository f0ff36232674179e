import type { TicketType } from '../events/public-event.ts';
import type { Event } from '../events/event.ts';
import type { Recipient } from '../people/people.ts';

/** waiting in line; a seat is held for them (offered); and how it came to an end. */
export const WAITLIST_STATES = ['waiting', 'offered', 'taken', 'expired', 'declined', 'withdrawn'] as const;
export type WaitlistState = (typeof WAITLIST_STATES)[number];

/** Somebody in line for a seat of an event. Lines are in the order of their numbers. */
export type WaitlistEntry = Recipient & {
  tenantId: number;
  id: number;
  eventId: number;
  customerId: number | null;
  /** The type asked for; null: any. */
  ticketTypeId: number | null;
  state: WaitlistState;
  /** Of what the held seat is; null before any was offered. */
  offeredTypeId: number | null;
  offerExpiresAt: Temporal.Instant | null;
  joinedAt: Temporal.Instant;
};

/** A seat to be held for somebody. */
export type Offer = { entry: WaitlistEntry; typeId: number; expiresAt: Temporal.Instant };

type Room = Pick<Event, 'capacity' | 'liveTickets' | 'heldSeats'>;

/** Seats that are nobody's; Infinity where there is no limit. */
function free({ capacity, liveTickets, heldSeats }: Room): number {
  return capacity === null ? Infinity : capacity - liveTickets - heldSeats;
}

/**
 * Who is offered what is free now: in the order of the line, until no seat is left. Somebody who waits for a type that is full
 * is passed over, nobody else. An offer ends with the event's start at the latest; once it has begun the line is over.
 */
export function decideOffers(event: Event, types: TicketType[], line: WaitlistEntry[], offerHours: number, now: Temporal.Instant): Offer[] {
  if (!hasLine(event, now)) return [];
  const latest = now.add({ hours: offerHours });
  const expiresAt = Temporal.Instant.compare(latest, event.startsAt) < 0 ? latest : event.startsAt;
  const left = new Map(sellable(types, now).map((type) => [type.id, free(type)]));
  let seats = free(event);
  const offers: Offer[] = [];
  for (const entry of line) {
    if (seats <= 0) break;
    const typeId = [...left].find(([id, count]) => count > 0 && (entry.ticketTypeId === null || entry.ticketTypeId === id))?.[0];
    if (typeId === undefined) continue;
    left.set(typeId, (left.get(typeId) ?? 0) - 1);
    seats -= 1;
    offers.push({ entry, typeId, expiresAt });
  }
  return offers;
}

/** Whether there is a seat of the type asked for (null: any), on sale or not: the line is for what is sold out. */
export function isFree(event: Event, types: TicketType[], ticketTypeId: number | null): boolean {
  const visible = types.filter((type) => type.visible);
  if (free(event) <= 0) return false;
  return visible.length === 0 || visible.some((type) => (ticketTypeId === null || type.id === ticketTypeId) && free(type) > 0);
}

/** Whether people can wait for this event: it keeps a line, is on, and has not begun. */
export function hasLine(event: Event, now: Temporal.Instant): boolean {
  return event.waitlistEnabled && event.status === 'scheduled' && Temporal.Instant.compare(now, event.startsAt) < 0;
}

/** The types with a seat that could be had now. */
export function freeTypes(types: TicketType[], now: Temporal.Instant): number[] {
  return sellable(types, now).flatMap((type) => (free(type) > 0 ? [type.id] : []));
}

function sellable(types: TicketType[], now: Temporal.Instant): TicketType[] {
  return types.filter(
    (type) =>
      type.visible &&
      (type.saleStartsAt === null || Temporal.Instant.compare(now, type.saleStartsAt) >= 0) &&
      (type.saleEndsAt === null || Temporal.Instant.compare(now, type.saleEndsAt) < 0),
  );
}
