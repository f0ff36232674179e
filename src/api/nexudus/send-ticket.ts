import { sendTicket as send } from '../../operations/seats/send-ticket.ts';
import { empty } from './answer.ts';
import { type CustomerCall, requestOf } from './call.ts';
import { noSuchTicket, tooOften } from './errors.ts';
import { parseId } from './schema.ts';

/** `POST /api/public/events/my/{id}/sendTicket` (nexudus.md §7.3): an empty 200 once the mail is planned. A body is not read. */
export async function sendTicket(call: CustomerCall): Promise<Response> {
  const ticketId = parseId(call.id);
  if (ticketId === null) return noSuchTicket();
  const sent = await send(call.options.context, call.tenant, call.session.customer, ticketId, requestOf(call));
  switch (sent.outcome) {
    case 'planned':
      return empty(200);
    case 'not_found':
    case 'cancelled':
      return noSuchTicket();
    case 'sent_too_often':
      return tooOften(sent.retryAfterSeconds, call.tenant);
  }
}
