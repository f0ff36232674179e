import type { Request } from '../../domain/notices/change.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { WaitlistEntry } from '../../domain/waitlist/waitlist.ts';
import { findCustomer } from '../../storage/people/customers.ts';
import type { Context } from '../context.ts';
import { placeOrder } from '../orders/place-order.ts';

export type TakeOfferedSeatOutcome =
  /** It was free: the ticket is issued and its mail planned. */
  | { outcome: 'taken' }
  /** It costs something: an order holds it until `dueAt`. */
  | { outcome: 'held'; dueAt: Temporal.Instant }
  /** So many orders of this customer wait for payment that no more are taken; the offer stands. */
  | { outcome: 'too_many_pending' }
  /** It is not held for them any more, or cannot be had any more. */
  | { outcome: 'over' };

/** Takes the seat that is held for somebody who waited, as if they had ordered it: they may have asked for it for somebody else. */
export async function takeOfferedSeat(
  context: Context,
  tenant: Tenant,
  entry: WaitlistEntry,
  request: Request,
): Promise<TakeOfferedSeatOutcome> {
  const { customerId, eventId, offeredTypeId, state } = entry;
  const buyer = customerId === null ? undefined : await findCustomer(context.db, tenant.id, customerId);
  if (state !== 'offered' || offeredTypeId === null || !buyer) return { outcome: 'over' };
  const ticket = { eventId, ticketTypeId: offeredTypeId, name: entry.name, email: entry.email };
  const placed = await placeOrder(context, tenant, buyer, [ticket], request, entry.id);
  switch (placed.outcome) {
    case 'settled':
      return { outcome: 'taken' };
    case 'pending':
      return { outcome: 'held', dueAt: placed.dueAt };
    case 'too_many_pending':
      return { outcome: 'too_many_pending' };
    case 'refused':
    case 'empty':
      return { outcome: 'over' };
  }
}
