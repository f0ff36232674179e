import type { Viewer } from '../../domain/events/circle.ts';
import type { Recipient } from '../../domain/people/people.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { isFree } from '../../domain/waitlist/waitlist.ts';
import { lockEvent } from '../../storage/events/events.ts';
import { listTicketTypes, mayBeSeen } from '../../storage/events/public-events.ts';
import { insertEntry } from '../../storage/waitlist/waitlist.ts';
import type { Context } from '../context.ts';
import { expireOffers } from './expire-offers.ts';

export type JoinWaitlistOutcome = {
  outcome:
    | 'joined'
    | 'already_listed'
    /** The event keeps no waiting list. */
    | 'not_enabled'
    /** There are seats that are nobody's, on sale or not. */
    | 'seats_free'
    | 'event_over'
    | 'not_found';
};

/** Whoever waits: the customer, and whose ticket it is to be. `ticketTypeId` null: any type will do. */
export type JoinWaitlistInput = { customer: NonNullable<Viewer> & { id: number }; holder: Recipient; ticketTypeId: number | null };

/** Puts somebody at the end of the line for an event they may see. An event that is sold out only, and each address once. */
export async function joinWaitlist(
  context: Context,
  tenant: Tenant,
  eventId: number,
  input: JoinWaitlistInput,
): Promise<JoinWaitlistOutcome> {
  const { customer, holder, ticketTypeId } = input;
  // Whose time was over gives their seat to those before this one.
  await expireOffers(context, { of: { tenantId: tenant.id, eventIds: [eventId] } });
  const now = context.clock.now();
  return await context.db.transaction().execute(async (tx): Promise<JoinWaitlistOutcome> => {
    const event = await lockEvent(tx, tenant.id, { id: eventId });
    if (!event || !(await mayBeSeen(tx, { tenantId: tenant.id, viewer: customer, now }, eventId))) return { outcome: 'not_found' };
    if (!event.waitlistEnabled || event.uidScope !== 'ticket') return { outcome: 'not_enabled' };
    if (Temporal.Instant.compare(now, event.startsAt) >= 0) return { outcome: 'event_over' };
    if (isFree(event, await listTicketTypes(tx, tenant.id, eventId), ticketTypeId)) return { outcome: 'seats_free' };
    const entry = await insertEntry(tx, { tenantId: tenant.id, eventId, customerId: customer.id, ticketTypeId, holder }, now);
    return { outcome: entry ? 'joined' : 'already_listed' };
  });
}
