import { sql } from 'kysely';
import type { Database } from '../../postgres/database.ts';

/** Where somebody stands by an address, as it is compared, and by those that theirs were before. */
export type Traces = {
  addresses: string[];
  names: string[];
  eventIds: number[];
  /** Seats of events that are not over. */
  seats: { eventId: number; ticketId: number; title: string; startsAt: Temporal.Instant }[];
  /** Places in waiting lists. */
  places: { eventId: number; entryId: number }[];
  /** Orders that wait for payment. */
  orderIds: number[];
  userIds: number[];
};

/** What a tenant keeps by an address; empty where that is nothing. What was mailed is the ledger's to say. */
export async function findTraces(db: Database, tenantId: number, address: string, now: Temporal.Instant): Promise<Traces> {
  const former = await sql<{ address: string }>`
    select distinct k.address from (select former_addresses from tickets where tenant_id = ${tenantId} and email_folded = ${address}) t
    cross join lateral jsonb_object_keys(t.former_addresses) k(address)`.execute(db);
  const addresses = [...new Set([address, ...former.rows.map((row) => row.address)])];
  const found = await sql<Omit<Traces, 'addresses' | 'seats'> & { seats: string }>`
    with of_them as (select unnest(${addresses}::text[]) as address),
    their_users as (select id, full_name from users where tenant_id = ${tenantId} and folded(email) in (table of_them)),
    their_customers as (select id, full_name from customers where tenant_id = ${tenantId}
      and (folded(email) in (table of_them) or user_id in (select id from their_users))),
    their_seats as (select t.id, t.event_id, t.name, t.released_revision from tickets t where t.tenant_id = ${tenantId} and t.email_folded in (table of_them)),
    their_places as (select id, event_id, name, state from waitlist_entries where tenant_id = ${tenantId} and email_folded in (table of_them)),
    their_lines as (select l.event_id, l.holder, o.id, o.state from order_lines l join orders o on o.tenant_id = l.tenant_id and o.id = l.order_id
      where l.tenant_id = ${tenantId} and (o.customer_id in (select id from their_customers) or folded(l.holder->>'email') in (table of_them))),
    their_events as (select id, organizer_name from events where tenant_id = ${tenantId} and folded(reply_to) in (table of_them))
    select
      array(select distinct name from (
        select full_name as name from their_users union all select full_name from their_customers union all select name from their_seats
        union all select name from their_places union all select organizer_name from their_events
        union all select holder->>'name' from their_lines where folded(holder->>'email') in (table of_them)
        union all select full_name from members where tenant_id = ${tenantId} and folded(email) in (table of_them)
        union all select full_name from contacts where tenant_id = ${tenantId} and folded(email) in (table of_them)) n
        where name is not null and name <> '') as names,
      array(select event_id from their_seats union select event_id from their_places union select event_id from their_lines union select id from their_events)
        as event_ids,
      (select coalesce(json_agg(json_build_object('eventId', e.id, 'ticketId', s.id, 'title', e.title, 'startsAt', e.starts_at) order by e.starts_at, s.id), '[]')::text
        from their_seats s join events e on e.tenant_id = ${tenantId} and e.id = s.event_id
        where s.released_revision is null and e.status = 'scheduled' and e.ends_at > ${now}) as seats,
      (select coalesce(json_agg(json_build_object('eventId', event_id, 'entryId', id)), '[]') from their_places where state in ('waiting', 'offered')) as places,
      array(select distinct id from their_lines where state = 'pending') as order_ids,
      array(select id from their_users) as user_ids`.execute(db);
  const [row] = found.rows;
  if (!row) throw new Error('nothing was found, not even that there is nothing');
  const seats = (JSON.parse(row.seats) as { eventId: number; ticketId: number; title: string; startsAt: string }[]).map((seat) => ({
    ...seat,
    startsAt: Temporal.Instant.from(seat.startsAt),
  }));
  return { ...row, addresses, seats };
}
