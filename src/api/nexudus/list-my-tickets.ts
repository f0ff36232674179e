import { listMyTickets as list } from '../../operations/seats/list-my-tickets.ts';
import { type CustomerCall, shaped } from './call.ts';
import { refused } from './errors.ts';
import { presentList } from './present.ts';
import { presentTicket } from './present-ticket.ts';
import { parsePaging, parseSwitch, ticketOrderOf } from './schema.ts';

/** `GET /api/public/events/my` (nexudus.md §7.1): the caller's tickets, a page of them. */
export async function listMyTickets(call: CustomerCall): Promise<Response> {
  const { c, options, tenant, session } = call;
  const upcomingOnly = parseSwitch(c.req.query('showUpcoming'));
  if (upcomingOnly === null) return refused('showUpcoming: must be true or false');
  const paging = parsePaging((name) => c.req.query(name));
  const { field, order } = ticketOrderOf(paging.orderBy);
  const listing = { ...paging, upcomingOnly, order, descending: paging.direction !== 'asc' };
  const { tickets, total } = await list(options.context, tenant, session.customer.id, listing);
  const now = options.context.clock.now();
  const records = tickets.map((listed) => presentTicket(listed, tenant, now));
  return shaped(call, presentList(records, { ...listing, orderField: field, total }));
}
