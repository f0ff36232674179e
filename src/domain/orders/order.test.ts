import { describe, expect, test } from 'vitest';
import { type OrderItem, type OrderRefusal, decideOrder } from './order.ts';
import type { PublicEvent, TicketType } from '../events/public-event.ts';

const now = Temporal.Instant.from('2030-04-01T10:00:00Z');
const type = (given: Partial<TicketType> = {}): TicketType => ({
  id: 501,
  eventId: 77,
  name: 'Standard',
  description: '',
  price: '0.00',
  currency: 'EUR',
  capacity: null,
  liveTickets: 0,
  heldSeats: 0,
  maxPerAttendee: null,
  saleStartsAt: null,
  saleEndsAt: null,
  displayOrder: 0,
  visible: true,
  openTo: 'everyone',
  createdAt: now,
  updatedAt: now,
  ...given,
});
const event = (given: Partial<PublicEvent> = {}): PublicEvent => ({
  tenantId: 1,
  id: 77,
  publicId: '',
  calendarId: 11,
  uidScope: 'ticket',
  uid: 'u@adjourn.example',
  organizerMailbox: 'events@adjourn.example',
  organizerName: 'Ana',
  replyTo: null,
  title: 'Rooftop Breakfast',
  description: '',
  location: null,
  zone: 'Europe/Madrid',
  startsAt: now.add({ hours: 24 }),
  endsAt: now.add({ hours: 26 }),
  capacity: null,
  liveTickets: 0,
  heldSeats: 0,
  attendeeLinks: false,
  status: 'scheduled',
  revision: 1,
  sequence: 0,
  dtstamp: now,
  cancelledAt: null,
  cancelReason: null,
  cancelledByKind: null,
  cancelledById: null,
  createdAt: now,
  updatedAt: now,
  shortDescription: '',
  venueAddress: null,
  publishedAt: now,
  showInHomePage: false,
  allowComments: false,
  waitlistEnabled: false,
  showAttendees: false,
  openTo: 'everyone',
  hasLargeImage: false,
  categories: [],
  ticketTypes: [type()],
  ...given,
});
const item = (given: Partial<OrderItem> = {}): OrderItem => ({ eventId: 77, ticketTypeId: 501, email: 'mina@example.org', ...given });
const contact = { isMember: false };
const decide = (items: OrderItem[], events = [event()], held = 0) => decideOrder(items, events, () => held, contact, now);

describe('an order', () => {
  test('of free tickets costs nothing', () => {
    expect(decide([item(), item({ email: 'noor@example.org' })])).toMatchObject({
      outcome: 'accepted',
      currency: 'EUR',
      total: '0.00',
      lines: [{ item: item() }, {}],
    });
  });

  test('costs the sum of its lines, to the cent', () => {
    const priced = event({ ticketTypes: [type({ price: '0.10' }), type({ id: 502, price: '19.95' })] });
    expect(decide([item(), item(), item(), item({ ticketTypeId: 502 })], [priced])).toMatchObject({ total: '20.25' });
  });

  test('of nothing is empty', () => {
    expect(decide([])).toEqual({ outcome: 'empty' });
  });

  test.each<[string, OrderItem, Partial<PublicEvent>, OrderRefusal]>([
    ['an unknown event', item({ eventId: 1 }), {}, 'event_not_found'],
    ['an unknown type', item({ ticketTypeId: 1 }), {}, 'type_not_found'],
    ['a hidden type', item(), { ticketTypes: [type({ visible: false })] }, 'type_not_found'],
    ['a type for members', item(), { ticketTypes: [type({ openTo: 'members' })] }, 'not_open_to_buyer'],
    ['a type whose sale has not begun', item(), { ticketTypes: [type({ saleStartsAt: now.add({ seconds: 1 }) })] }, 'not_on_sale'],
    ['a type whose sale is over', item(), { ticketTypes: [type({ saleEndsAt: now })] }, 'not_on_sale'],
    ['a meeting', item(), { uidScope: 'event' }, 'not_on_sale'],
    ['an event that is over', item(), { endsAt: now }, 'event_over'],
    ['a cancelled event', item(), { status: 'cancelled' }, 'event_cancelled'],
    ['a full event', item(), { capacity: 2, liveTickets: 2 }, 'sold_out'],
    ['an event whose last seats are held', item(), { capacity: 2, liveTickets: 1, heldSeats: 1 }, 'sold_out'],
    ['a full type', item(), { ticketTypes: [type({ capacity: 2, liveTickets: 1, heldSeats: 1 })] }, 'sold_out'],
  ])('nexudus §8.3e: %s refuses it', (_what, wanted, given, refusal) => {
    expect(decide([wanted], [event(given)])).toEqual({ outcome: 'refused', refusal, index: 0 });
  });

  test('nexudus §8.3e: each line counts against stock for those after it, of the event and of the type', () => {
    expect(decide([item(), item(), item()], [event({ capacity: 2 })])).toEqual({ outcome: 'refused', refusal: 'sold_out', index: 2 });
    const types = [type({ capacity: 1 }), type({ id: 502 })];
    expect(decide([item(), item({ ticketTypeId: 502 })], [event({ ticketTypes: types })])).toMatchObject({ outcome: 'accepted' });
    expect(decide([item({ ticketTypeId: 502 }), item(), item()], [event({ ticketTypes: types })])).toEqual({
      outcome: 'refused',
      refusal: 'sold_out',
      index: 2,
    });
  });

  test('nexudus §8.3e: an attendee has at most so many of a type, those had before and the address in any case counted', () => {
    const limited = event({ ticketTypes: [type({ maxPerAttendee: 2 }), type({ id: 502, maxPerAttendee: 2 })] });
    expect(decide([item(), item()], [limited])).toMatchObject({ outcome: 'accepted' });
    expect(decide([item(), item(), item({ email: 'MINA@example.org' })], [limited])).toEqual({
      outcome: 'refused',
      refusal: 'limit_reached',
      index: 2,
    });
    expect(decide([item(), item(), item({ email: 'noor@example.org' }), item({ ticketTypeId: 502 })], [limited])).toMatchObject({
      outcome: 'accepted',
    });
    expect(decide([item(), item()], [limited], 1)).toEqual({ outcome: 'refused', refusal: 'limit_reached', index: 1 });
  });

  test('in two currencies is two orders', () => {
    const mixed = event({ ticketTypes: [type(), type({ id: 502, currency: 'GBP' })] });
    expect(decide([item(), item({ ticketTypeId: 502 })], [mixed])).toEqual({ outcome: 'refused', refusal: 'other_currency', index: 1 });
  });
});
