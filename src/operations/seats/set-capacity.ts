import type { Request } from '../../domain/notices/change.ts';
import { type SetCapacityDecision, setCapacity as decide } from '../../domain/seats/set-capacity.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { hasLine } from '../../domain/waitlist/waitlist.ts';
import { lockEvent } from '../../storage/events/events.ts';
import { findTicketTypeOnSale, setTicketTypeCapacity } from '../../storage/seats/ticket-types.ts';
import { countWaiting } from '../../storage/waitlist/waitlist.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { type Unit, inTransaction, transactLocked } from '../transact.ts';
import { expireOffers } from '../waitlist/expire-offers.ts';
import { expireOrders } from '../orders/expire-orders.ts';
import { OFFERED_AT_ONCE, offerSeats } from '../waitlist/offer-seats.ts';

/** `ticketTypeId` null: the event itself. `capacity` null: no limit. */
export type Capacity = { ticketTypeId: number | null; capacity: number | null };

export type SetCapacityOutcome =
  /** `offered`: how many who waited are offered a seat by it. */
  | { outcome: 'changed'; offered: number }
  | Exclude<SetCapacityDecision, { outcome: 'changed' }>
  | { outcome: 'not_found' | 'type_not_found' };

/**
 * Changes how many seats an event or one of its ticket types has, and offers new ones to whoever waits, in the order of the line and in the same
 * transaction. Where more than 1,000 people wait it rises in steps of 1,000 seats, each a transaction and a revision of its own, so that
 * buyers of other seats are not kept waiting for long, and no seat is ever free while somebody waits for it. Cut short between two steps it
 * is done by asking again.
 */
export async function setCapacity(
  context: Context,
  tenant: Tenant,
  eventId: number,
  wanted: Capacity,
  request: Request,
): Promise<SetCapacityOutcome> {
  // Seats whose time is over are not taken, even when the timer has not come round yet.
  const of = { tenantId: tenant.id, eventIds: [eventId] };
  await expireOrders(context, { of });
  await expireOffers(context, { of });
  let offered = 0;
  let most = OFFERED_AT_ONCE;
  for (;;) {
    const limit = most;
    const step = await transactLocked(context, (unit) => takeStep(unit, context, tenant, eventId, wanted, limit, request));
    if (step.outcome !== 'changed') return step;
    offered += step.offered;
    if (step.whole) return { outcome: 'changed', offered };
    // Seats are left that nobody in line can have, of a type that is full perhaps: there is no more to come.
    if (step.offered < most) most = Infinity;
  }
}

type Step = { outcome: 'changed'; offered: number; whole: boolean } | Exclude<SetCapacityOutcome, { outcome: 'changed' }>;

async function takeStep(
  unit: Unit,
  context: Context,
  tenant: Tenant,
  eventId: number,
  wanted: Capacity,
  most: number,
  request: Request,
): Promise<Step> {
  const tx = inTransaction(unit);
  const now = context.clock.now();
  const event = await lockEvent(tx, tenant.id, { id: eventId });
  if (!event) return { outcome: 'not_found' };
  const type = wanted.ticketTypeId === null ? null : await findTicketTypeOnSale(tx, tenant.id, event.id, wanted.ticketTypeId);
  if (type === undefined) return { outcome: 'type_not_found' };
  const crowded = hasLine(event, now) && (await countWaiting(tx, tenant.id, event.id)) > OFFERED_AT_ONCE;
  const capacity = crowded ? towards((type ?? event).capacity, wanted.capacity, most) : wanted.capacity;
  const decision = decide(event, type, capacity, now);
  if (decision.outcome !== 'changed') return decision;
  if (type) await setTicketTypeCapacity(tx, tenant.id, type.id, capacity, now);
  await commitChange(unit, { change: decision.change, request, over: event.revision, standing: 0, now });
  const offered = await offerSeats(unit, context, tenant, event.id, request);
  return { outcome: 'changed', offered, whole: capacity === wanted.capacity };
}

/** What is wanted, or so many seats more than there are. */
function towards(capacity: number | null, wanted: number | null, most: number): number | null {
  return capacity === null || (wanted ?? Infinity) - capacity <= most ? wanted : capacity + most;
}
