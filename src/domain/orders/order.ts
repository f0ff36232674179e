import { isSameAddress } from '../people/address.ts';
import { type Viewer, circlesOf } from '../events/circle.ts';
import { type IssueTicketRefusal, issueTicket } from '../seats/issue-ticket.ts';
import type { PublicEvent, TicketType } from '../events/public-event.ts';

/** Its seats are held and it waits for payment; it is paid or was free; nobody paid in time; the house gave its seats back. */
export const ORDER_STATES = ['pending', 'settled', 'expired', 'cancelled'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** One ticket somebody wants. */
export type OrderItem = { eventId: number; ticketTypeId: number; email: string };

/** What a wanted ticket is and costs. */
export type OfferedLine<Item extends OrderItem> = { item: Item; event: PublicEvent; type: TicketType };

export type OrderRefusal = IssueTicketRefusal | 'event_not_found' | 'type_not_found' | 'not_open_to_buyer' | 'other_currency';

export type OrderDecision<Item extends OrderItem> =
  /** `total` is decimal text in `currency`, e.g. "12.50". */
  | { outcome: 'accepted'; lines: OfferedLine<Item>[]; currency: string; total: string }
  | { outcome: 'refused'; refusal: OrderRefusal; index: number }
  | { outcome: 'empty' };

/**
 * Whether all of these tickets can be had together: one that cannot refuses the whole order, by its index. `events` are those the
 * buyer may see; `heldAlready` counts an address's tickets of a type before this order. Without locks this is a preview; under the
 * events' locks it is still true at commit.
 */
export function decideOrder<Item extends OrderItem>(
  items: Item[],
  events: PublicEvent[],
  heldAlready: (typeId: number, email: string) => number,
  buyer: Viewer,
  now: Temporal.Instant,
): OrderDecision<Item> {
  // Each line is judged as if those before it were taken.
  const taken = new Map(events.map((event) => [event.id, event]));
  const lines: OfferedLine<Item>[] = [];
  for (const [index, item] of items.entries()) {
    const refuse = (refusal: OrderRefusal) => ({ outcome: 'refused', refusal, index }) as const;
    const event = taken.get(item.eventId);
    if (!event) return refuse('event_not_found');
    // A meeting has one UID for all and takes each address once: people are invited to it.
    if (event.uidScope !== 'ticket') return refuse('not_on_sale');
    const type = event.ticketTypes.find(({ id, visible }) => visible && id === item.ticketTypeId);
    if (!type) return refuse('type_not_found');
    if (!circlesOf(buyer).includes(type.openTo)) return refuse('not_open_to_buyer');
    if (type.currency !== (lines[0]?.type.currency ?? type.currency)) return refuse('other_currency');
    const sameHolder = lines.filter((line) => line.type.id === type.id && isSameAddress(line.item.email, item.email)).length;
    const decision = issueTicket(event, type, heldAlready(type.id, item.email) + sameHolder, now);
    if (decision.outcome !== 'issued') return refuse(decision.outcome);
    const ticketTypes = event.ticketTypes.map((one) => (one === type ? { ...one, liveTickets: one.liveTickets + 1 } : one));
    taken.set(event.id, { ...event, ...decision.change.event, ticketTypes });
    lines.push({ item, event, type });
  }
  const [first] = lines;
  if (!first) return { outcome: 'empty' };
  return { outcome: 'accepted', lines, currency: first.type.currency, total: sumOf(lines.map(({ type }) => type.price)) };
}

/** The sum of decimal texts with two places; cents, since fractions of a float drift. */
function sumOf(prices: string[]): string {
  const cents = prices.reduce((sum, price) => sum + Math.round(Number(price) * 100), 0);
  return (cents / 100).toFixed(2);
}
