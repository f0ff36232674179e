import type { Event } from '../../domain/events/event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { WaitlistEntry } from '../../domain/waitlist/waitlist.ts';
import type { Database } from '../../postgres/database.ts';
import { findEntry } from '../../storage/waitlist/waitlist.ts';

/** The seat of this type that is held for a customer or an address at an event, if one is and its time is not over. `except` are spoken for. */
export async function findOffer(
  db: Database,
  tenant: Tenant,
  event: Event | undefined,
  ticketTypeId: number,
  who: { customerId: number | null; email: string },
  now: Temporal.Instant,
  except: number[] = [],
): Promise<WaitlistEntry | undefined> {
  // Most events keep no list, and most seats are not held.
  if (!event?.waitlistEnabled || event.heldSeats === 0) return undefined;
  const entry = await findEntry(db, tenant.id, event.id, who, except);
  if (entry?.state !== 'offered' || entry.offeredTypeId !== ticketTypeId || entry.offerExpiresAt === null) return undefined;
  return Temporal.Instant.compare(now, entry.offerExpiresAt) < 0 ? entry : undefined;
}
