import type { Circle } from './circle.ts';
import type { Event } from './event.ts';

/** What may be taken at an event, with its price and its own limits. */
export type TicketType = {
  id: number;
  eventId: number;
  name: string;
  description: string;
  /** Decimal text in `currency` (ISO 4217), e.g. "12.50"; "0.00" is free. */
  price: string;
  currency: string;
  /** Null: limited only by the event's own capacity. */
  capacity: number | null;
  liveTickets: number;
  heldSeats: number;
  maxPerAttendee: number | null;
  saleStartsAt: Temporal.Instant | null;
  saleEndsAt: Temporal.Instant | null;
  displayOrder: number;
  visible: boolean;
  /** Who may take it. */
  openTo: Circle;
  createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
};

export type Category = { id: number; title: string };

/** An event with all that its public page shows. Types and categories are in the order they are shown in. */
export type PublicEvent = Event & {
  shortDescription: string;
  venueAddress: string | null;
  /** Null: not published. */
  publishedAt: Temporal.Instant | null;
  showInHomePage: boolean;
  allowComments: boolean;
  showAttendees: boolean;
  /** Who may see it. */
  openTo: Circle;
  hasLargeImage: boolean;
  ticketTypes: TicketType[];
  categories: Category[];
};

/** What people said about an event; only published comments are ever read. */
export type Comment = { id: number; postedBy: string; body: string | null; rating: number | null; createdAt: Temporal.Instant };

/** Seats still free, under the event's limit and, where a type is named, under that type's; null means no limit. */
export function seatsLeft(event: Event, type?: TicketType): number | null {
  const limits = [event, type]
    .filter((limited) => limited !== undefined)
    .flatMap(({ capacity, liveTickets, heldSeats }) => (capacity === null ? [] : [Math.max(0, capacity - liveTickets - heldSeats)]));
  return limits.length === 0 ? null : Math.min(...limits);
}

/** Whether nobody can get in any more: no seat is left, or none of any visible ticket type. */
export function isSoldOut(event: PublicEvent): boolean {
  const types = event.ticketTypes.filter((type) => type.visible);
  return seatsLeft(event) === 0 || (types.length > 0 && types.every((type) => seatsLeft(event, type) === 0));
}

export type Sale = 'ahead' | 'open' | 'over';

/** Where `now` stands to a type's window of sale, which ends with the event at the latest. */
export function saleOf(event: Event, type: TicketType, now: Temporal.Instant): Sale {
  const isBefore = (limit: Temporal.Instant) => Temporal.Instant.compare(now, limit) < 0;
  if (type.saleStartsAt && isBefore(type.saleStartsAt)) return 'ahead';
  return isBefore(event.endsAt) && (type.saleEndsAt === null || isBefore(type.saleEndsAt)) ? 'open' : 'over';
}
