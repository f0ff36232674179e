import { addressOf } from '../../domain/people/address.ts';
import { cut, plainLine } from '../../domain/plain-text.ts';
import type { Recipient } from '../../domain/people/people.ts';
import { joinWaitlist as join } from '../../operations/waitlist/join-waitlist.ts';
import { seatsOf } from '../../operations/orders/order-input.ts';
import { empty } from './answer.ts';
import type { CustomerCall } from './call.ts';
import { bodyUnreadable, invalid, noSuchEvent, refused } from './errors.ts';
import { membersOf } from './json-body.ts';
import { type Wrong, parseId } from './schema.ts';

const MAX_NAME = 255;

/** `POST /api/public/events/{id}/joinWaitingList` (nexudus.md §8.1): an empty 200 once the caller, or whom they name, is on the list. */
export async function joinWaitlist(call: CustomerCall): Promise<Response> {
  const { c, options, tenant, session } = call;
  const eventId = parseId(call.id);
  if (eventId === null) return noSuchEvent();
  const text = await c.req.text().catch(() => null);
  if (text === null) return bodyUnreadable();
  const given = parseWaiting(text);
  if ('wrong' in given) return invalid(given);
  const { customer } = session;
  const holder = holderOf(call, given);
  const { outcome } = await join(options.context, tenant, eventId, { customer, holder, ticketTypeId: null });
  switch (outcome) {
    case 'joined':
      return empty(200);
    case 'not_found':
      return noSuchEvent();
    case 'not_enabled':
      return refused('This event keeps no waiting list.');
    case 'already_listed':
      return refused('This address is on the waiting list already.');
    case 'seats_free':
      return refused('This event is not sold out.');
    case 'event_over':
      return refused('This event has begun.');
  }
}

type Waiting = { name: string | null; email: string | null };

/** `{FullName, Email}`, both optional, their keys in any case; no body at all is `{}`. */
function parseWaiting(text: string): Waiting | Wrong {
  const json = text.trim() === '' ? {} : parsed(text);
  const body = membersOf(json);
  if (!body) return { wrong: 'must be an object', property: 'body', sent: json };
  const { fullname = null, email = null } = body;
  if (fullname !== null && typeof fullname !== 'string') return { wrong: 'must be text', property: 'FullName', sent: fullname };
  const name = cut(plainLine(fullname ?? ''), MAX_NAME) || null;
  const written = typeof email === 'string' ? email.trim() : email;
  if (written === null || written === '') return { name, email: null };
  const address = typeof written === 'string' ? addressOf(written) : null;
  return address === null ? { wrong: 'must be an email address', property: 'Email', sent: email } : { name, email: address };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whose ticket it would be, as of a ticket that is bought. */
function holderOf({ tenant, session }: CustomerCall, { name, email }: Waiting): Recipient {
  const [seat] = seatsOf(tenant, session.customer, [{ eventId: 0, ticketTypeId: 0, name, email }]);
  if (!seat) throw new Error('nobody would hold the ticket');
  return seat.holder;
}
