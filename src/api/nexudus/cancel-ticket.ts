import { cancelTicket as cancel } from '../../operations/seats/cancel-ticket.ts';
import { empty } from './answer.ts';
import { type CustomerCall, requestOf } from './call.ts';
import { noSuchTicket, refused } from './errors.ts';
import { parseId } from './schema.ts';

/** `DELETE /api/public/events/my/{id}` (nexudus.md §7.2): an empty 200; a second call finds nothing any more. */
export async function cancelTicket(call: CustomerCall): Promise<Response> {
  const ticketId = parseId(call.id);
  if (ticketId === null) return noSuchTicket();
  const { outcome } = await cancel(call.options.context, call.tenant, call.session.customer.id, ticketId, requestOf(call));
  switch (outcome) {
    case 'cancelled':
      return empty(200);
    case 'not_found':
    case 'already_cancelled':
      return noSuchTicket();
    case 'not_permitted':
      return refused('Tickets cannot be cancelled here. Please ask the organizer.');
    case 'event_over':
      return refused('This event is over; its tickets cannot be cancelled any more.');
    case 'event_begun':
      return refused('This event has begun; its tickets cannot be cancelled any more.');
  }
}
