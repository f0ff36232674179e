import type { Change, Plan, Request } from '../../domain/notices/change.ts';
import type { Event } from '../../domain/events/event.ts';
import type { OfferPurpose } from '../../domain/notices/notice.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { decideOffers, freeTypes, hasLine } from '../../domain/waitlist/waitlist.ts';
import { findEvent } from '../../storage/events/events.ts';
import { listTicketTypes } from '../../storage/events/public-events.ts';
import { listOffered, listWaiting, offerEntries } from '../../storage/waitlist/waitlist.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { type Unit, inTransaction } from '../transact.ts';

/** How much of the line is looked at in one go; whoever frees more seats than that at once does it in several transactions. */
export const OFFERED_AT_ONCE = 1_000;

/**
 * Offers what is free of an event to whoever waits for it, in the order of the line, and plans the mails: called under the event's lock
 * by whatever frees a seat, in the same transaction, so that a free seat and somebody who waits for it never meet a third. Gives how many.
 */
export async function offerSeats(unit: Unit, context: Context, tenant: Tenant, eventId: number, request: Request): Promise<number> {
  let offered = 0;
  for (;;) {
    const next = await offerNext(unit, context, tenant, eventId, request);
    offered += next.offered;
    // Behind a thousand of whom some were passed over, others may wait for what is still free.
    if (next.offered === 0 || next.looked < OFFERED_AT_ONCE) return offered;
  }
}

async function offerNext(
  unit: Unit,
  context: Context,
  tenant: Tenant,
  eventId: number,
  request: Request,
): Promise<{ offered: number; looked: number }> {
  const tx = inTransaction(unit);
  const now = context.clock.now();
  // Read anew: its seats are counted by the database.
  const event = await findEvent(tx, tenant.id, { id: eventId });
  if (!event || !hasLine(event, now)) return { offered: 0, looked: 0 };
  const types = await listTicketTypes(tx, tenant.id, event.id);
  const line = await listWaiting(tx, tenant.id, event.id, freeTypes(types, now), OFFERED_AT_ONCE);
  const offers = decideOffers(event, types, line, settingsOf(tenant).offerHours, now);
  if (offers.length === 0) return { offered: 0, looked: line.length };
  await offerEntries(tx, tenant.id, offers, now);
  const after: Event = { ...event, heldSeats: event.heldSeats + offers.length, revision: event.revision + 1 };
  const change: Change = {
    kind: 'seats_offered',
    ticketId: null,
    before: { heldSeats: event.heldSeats },
    after: { heldSeats: after.heldSeats, entries: offers.map(({ entry }) => entry.id) },
    event: after,
    plans: offers.map(({ entry, expiresAt }) => planOf('seat_offered', entry.id, expiresAt)),
  };
  // Why a seat came free is the business of whoever gave it back.
  await commitChange(unit, { change, request: { ...request, reason: null }, over: event.revision, standing: 0, now });
  return { offered: offers.length, looked: line.length };
}

/** What people with a standing offer of an event hear when it is moved, renamed or cancelled: their seat, or that it is gone. */
export async function plansForOffered(unit: Unit, event: Event, purpose: 'seat_offered' | 'offer_withdrawn'): Promise<Plan[]> {
  if (!event.waitlistEnabled || event.heldSeats === 0) return [];
  const offered = await listOffered(inTransaction(unit), event.tenantId, event.id);
  return offered.flatMap(({ id, offerExpiresAt }) => (offerExpiresAt === null ? [] : [planOf(purpose, id, offerExpiresAt)]));
}

/** What one of them hears. */
export function planOf(purpose: OfferPurpose, entryId: number, until: Temporal.Instant): Plan {
  return { purpose, method: null, audience: { kind: 'entry', entryId, until } };
}
