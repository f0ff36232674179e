import { addressOf } from '../../domain/people/address.ts';
import { cut, plainLine } from '../../domain/plain-text.ts';
import type { OrderedTicket } from '../../operations/orders/order-input.ts';
import { membersOf } from './json-body.ts';
import { type Wrong, parseBodyId } from './schema.ts';

/** More tickets than this are ordered by writing to the house. */
const MAX_ITEMS = 50;
const MAX_NAME = 255;

/**
 * A basket in any of its spellings (nexudus.md §8.3): an object with `Basket` or `basket`, or the bare array; keys in any case. What
 * else such bodies hold (`createZeroValueInvoice`) changes nothing: a free order is always placed.
 */
export function parseBasket(json: unknown): OrderedTicket[] | Wrong {
  const order = membersOf(json);
  const items = order ? order['basket'] : json;
  if (!Array.isArray(items) || items.length === 0) return { wrong: 'is a required field', property: 'Basket', sent: items };
  if (items.length > MAX_ITEMS) return { wrong: `must not hold more than ${MAX_ITEMS} items`, property: 'Basket', sent: items };
  if (order?.['agreedtermsandconditions'] === false) return { wrong: 'must be true', property: 'agreedTermsAndConditions', sent: false };
  const discount = order?.['discountcode'] ?? '';
  if (discount !== '') return { wrong: 'is not known', property: 'discountCode', sent: discount };
  const tickets: OrderedTicket[] = [];
  for (const [index, item] of items.entries()) {
    const ticket = parseItem(item);
    if ('wrong' in ticket) return { ...ticket, property: `Basket[${index}].${ticket.property}` };
    tickets.push(ticket);
  }
  return tickets;
}

function parseItem(item: unknown): OrderedTicket | Wrong {
  const given = membersOf(item);
  if (typeof given?.['type'] !== 'string' || given['type'].toLowerCase() !== 'event')
    return { wrong: 'must be event', property: 'type', sent: given?.['type'] };
  const attendee = membersOf(given['eventattendee']);
  if (!attendee) return { wrong: 'is a required field', property: 'EventAttendee', sent: given['eventattendee'] };
  const { fullname = null, email = null } = attendee;
  const eventId = parseBodyId(attendee['calendareventid']);
  if (eventId === null)
    return { wrong: 'must be the number of an event', property: 'EventAttendee.CalendarEventId', sent: attendee['calendareventid'] };
  const ticketTypeId = parseBodyId(attendee['eventproductid']);
  if (ticketTypeId === null)
    return { wrong: 'must be the number of a ticket type', property: 'EventAttendee.EventProductId', sent: attendee['eventproductid'] };
  if (fullname !== null && typeof fullname !== 'string')
    return { wrong: 'must be text', property: 'EventAttendee.FullName', sent: fullname };
  const name = cut(plainLine(fullname ?? ''), MAX_NAME) || null;
  const written = typeof email === 'string' ? email.trim() : email;
  if (written === null || written === '') return { eventId, ticketTypeId, name, email: null };
  const address = typeof written === 'string' ? addressOf(written) : null;
  if (address === null) return { wrong: 'must be an email address', property: 'EventAttendee.Email', sent: email };
  return { eventId, ticketTypeId, name, email: address };
}
