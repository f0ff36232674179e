import { sql } from 'kysely';
import { folded } from '../../domain/people/address.ts';
import type { Recipient } from '../../domain/people/people.ts';
import type { Offer, WaitlistEntry, WaitlistState } from '../../domain/waitlist/waitlist.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { type Overdue, notPutOff } from '../sweeps/setbacks.ts';

const ENTRY_COLUMNS = sql.raw(`w.tenant_id, w.id, w.event_id, w.customer_id, w.ticket_type_id, w.email, w.name, w.zone, w.zone_source,
  w.language, w.state, w.offered_type_id, w.offer_expires_at, w.joined_at`);

export type NewWaitlistEntry = {
  tenantId: number;
  eventId: number;
  customerId: number | null;
  ticketTypeId: number | null;
  holder: Recipient;
};

/** Puts somebody at the end of the line, or gives undefined: their address waits already. The event's row must be locked. */
export async function insertEntry(tx: Transaction, entry: NewWaitlistEntry, now: Temporal.Instant): Promise<WaitlistEntry | undefined> {
  const { holder } = entry;
  const inserted = await sql<WaitlistEntry>`
    insert into waitlist_entries as w (tenant_id, event_id, customer_id, ticket_type_id, email, name, zone, zone_source, language, state,
      joined_at, updated_at)
    values (${entry.tenantId}, ${entry.eventId}, ${entry.customerId}, ${entry.ticketTypeId}, ${holder.email}, ${holder.name}, ${holder.zone},
      ${holder.zoneSource}, ${holder.language}, 'waiting', ${now}, ${now})
    on conflict do nothing returning ${ENTRY_COLUMNS}`.execute(tx);
  return inserted.rows[0];
}

/** Who waits for any of these types of an event, in the order of the line, at most `limit`. */
export async function listWaiting(
  db: Database,
  tenantId: number,
  eventId: number,
  typeIds: number[],
  limit: number,
): Promise<WaitlistEntry[]> {
  const found = await sql<WaitlistEntry>`
    select ${ENTRY_COLUMNS} from waitlist_entries w
    where w.tenant_id = ${tenantId} and w.event_id = ${eventId} and w.state = 'waiting'
      and (w.ticket_type_id is null or w.ticket_type_id = any(${typeIds}::bigint[])) order by w.id limit ${limit}`.execute(db);
  return found.rows;
}

/** How many wait for a seat of an event. */
export async function countWaiting(db: Database, tenantId: number, eventId: number): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) from waitlist_entries where tenant_id = ${tenantId} and event_id = ${eventId} and state = 'waiting'`.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** The offers that stand for an event, over or not. */
export async function listOffered(db: Database, tenantId: number, eventId: number): Promise<WaitlistEntry[]> {
  const found = await sql<WaitlistEntry>`
    select ${ENTRY_COLUMNS} from waitlist_entries w
    where w.tenant_id = ${tenantId} and w.event_id = ${eventId} and w.state = 'offered' order by w.id`.execute(db);
  return found.rows;
}

/** The first entry of an event that is a customer's, or waits on this address, and is not over: an offer before others. `except` are left out. */
export async function findEntry(
  db: Database,
  tenantId: number,
  eventId: number,
  who: { customerId: number | null; email: string },
  except: number[] = [],
): Promise<WaitlistEntry | undefined> {
  const found = await sql<WaitlistEntry>`
    select ${ENTRY_COLUMNS} from waitlist_entries w
    where w.tenant_id = ${tenantId} and w.event_id = ${eventId} and w.state in ('waiting', 'offered')
      and w.id <> all(${except}::bigint[]) and (w.customer_id = ${who.customerId} or w.email_folded = ${folded(who.email)})
    order by (w.state = 'offered') desc, w.id limit 1`.execute(db);
  return found.rows[0];
}

/** One entry by its number, whatever became of it; undefined when there is none. */
export async function findEntryById(db: Database, tenantId: number, id: number): Promise<WaitlistEntry | undefined> {
  const found =
    await sql<WaitlistEntry>`select ${ENTRY_COLUMNS} from waitlist_entries w where w.tenant_id = ${tenantId} and w.id = ${id}`.execute(db);
  return found.rows[0];
}

/** The entry of this number in the line of an event, unless it is over. */
export async function findOpenEntry(db: Database, tenantId: number, eventId: number, id: number): Promise<WaitlistEntry | undefined> {
  const found = await sql<WaitlistEntry>`
    select ${ENTRY_COLUMNS} from waitlist_entries w
    where w.tenant_id = ${tenantId} and w.event_id = ${eventId} and w.id = ${id} and w.state in ('waiting', 'offered')`.execute(db);
  return found.rows[0];
}

/** Holds a seat for each of these. The event's row must be locked. */
export async function offerEntries(tx: Transaction, tenantId: number, offers: Offer[], now: Temporal.Instant): Promise<void> {
  const rows = JSON.stringify(offers.map(({ entry, typeId, expiresAt }) => ({ id: entry.id, typeId, expiresAt: expiresAt.toString() })));
  await sql`
    update waitlist_entries w set state = 'offered', offered_type_id = o."typeId", offer_expires_at = o."expiresAt", updated_at = ${now}
    from jsonb_to_recordset(${rows}::jsonb) as o(id bigint, "typeId" bigint, "expiresAt" timestamptz)
    where w.tenant_id = ${tenantId} and w.id = o.id`.execute(tx);
}

/** Brings entries to an end, their held seats with it. The event's row must be locked; throws when one has come to its end before. */
export async function endEntries(
  tx: Transaction,
  tenantId: number,
  ids: number[],
  state: Exclude<WaitlistState, 'waiting' | 'offered'>,
  now: Temporal.Instant,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`update waitlist_entries set state = ${state}, updated_at = ${now}
    where tenant_id = ${tenantId} and id = any(${ids}::bigint[])`.execute(tx);
}

/** The ids of those who are in the line of an event, with an offer or without. */
export async function listOpen(db: Database, tenantId: number, eventId: number): Promise<number[]> {
  const open = await sql<{ id: number }>`
    select id from waitlist_entries where tenant_id = ${tenantId} and event_id = ${eventId} and state in ('waiting', 'offered')`.execute(
    db,
  );
  return open.rows.map(({ id }) => id);
}

/** Events with offers that are past their time, by number, at most `limit`, those put off left out; of some events alone where they are named. */
export async function listEventsWithDueOffers(
  db: Database,
  now: Temporal.Instant,
  limit: number,
  of?: { tenantId: number; eventIds: number[] },
): Promise<Overdue[]> {
  const found = await sql<Overdue>`
    select distinct w.tenant_id, w.event_id as id from waitlist_entries w where w.state = 'offered' and w.offer_expires_at <= ${now}
      ${of ? sql`and w.tenant_id = ${of.tenantId} and w.event_id = any(${of.eventIds}::bigint[])` : sql``}
      and ${notPutOff('offers', sql`w.tenant_id`, sql`w.event_id`, now)}
    limit ${limit}`.execute(db);
  return found.rows;
}
