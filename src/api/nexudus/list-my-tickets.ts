import { listMyTickets as list } from '../../operations/list-my-tickets.ts';
import { json } from './answer.ts';
import type { CustomerCall } from './call.ts';
import { refused } from './errors.ts';
import { presentList } from './present.ts';
import { presentTicket } from './present-ticket.ts';
import { parsePaging, parseSwitch, ticketOrderOf } from './schema.ts';
import { applyShape } from './shape.ts';

/** `GET /api/public/events/my` (nexudus.md §7.1): the caller's tickets, a page of them. */
export async function listMyTickets({ c, options, tenant, session }: CustomerCall): Promise<Response> {
  const upcomingOnly = parseSwitch(c.req.query('showUpcoming'));
  if (upcomingOnly === null) return refused('showUpcoming: must be true or false');
  const paging = parsePaging((name) => c.req.query(name));
  const { field, order } = ticketOrderOf(paging.orderBy);
  const listing = { ...paging, upcomingOnly, order, descending: paging.direction !== 'asc' };
  const { tickets, total } = await list(options.context, tenant, session.customer.id, listing);
  const now = options.context.clock.now();
  const records = tickets.map((listed) => presentTicket(listed, tenant, now));
  return json(200, applyShape(presentList(records, { ...listing, orderField: field, total }), c.req.queries('_shape')));
}
