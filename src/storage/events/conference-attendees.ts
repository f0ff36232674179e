import { sql } from 'kysely';
import { folded } from '../../domain/people/address.ts';
import type { ConferenceAttendee } from '../../domain/events/conference.ts';
import type { Database, Transaction } from '../../postgres/database.ts';

/** Who an address means: one of the staff or a customer, or neither, and then both are null. */
export type Addressee = Pick<ConferenceAttendee, 'userId' | 'customerId'>;

/** The owner of an account at the conference service; undefined when the tenant has no such account. */
export async function findAccountOwner(db: Database, tenantId: number, accountId: number): Promise<number | undefined> {
  const found = await sql<{ ownerId: number }>`
    select owner_id from conference_accounts where tenant_id = ${tenantId} and id = ${accountId}`.execute(db);
  return found.rows[0]?.ownerId;
}

/** Who each address means, in their order: an active member of the staff, else an active customer, of several profiles the default one. */
export async function matchAddresses(db: Database, tenantId: number, emails: string[]): Promise<Addressee[]> {
  const found = await sql<Addressee>`
    select u.id as user_id, c.id as customer_id
    from unnest(${emails.map(folded)}::text[]) with ordinality as given (email, place)
    left join lateral (
      select id from users where tenant_id = ${tenantId} and folded(email) = given.email and active and (is_admin or role_id is not null)) u on true
    left join lateral (
      select id from customers where u.id is null and tenant_id = ${tenantId} and folded(email) = given.email and active
      order by is_default desc, id limit 1) c on true
    order by given.place`.execute(db);
  return found.rows;
}

/** Lets people take part in a conference, each once. */
export async function insertConferenceAttendees(
  tx: Transaction,
  tenantId: number,
  conferenceId: number,
  people: Addressee[],
  at: Temporal.Instant,
): Promise<void> {
  for (const { userId, customerId } of people) {
    await sql`
      insert into conference_attendees (tenant_id, conference_id, user_id, customer_id, created_at)
      values (${tenantId}, ${conferenceId}, ${userId}, ${customerId}, ${at}) on conflict do nothing`.execute(tx);
  }
}

/** Who takes part in a conference, in the order they came in. */
export async function listConferenceAttendees(db: Database, tenantId: number, conferenceId: number): Promise<ConferenceAttendee[]> {
  const found = await sql<ConferenceAttendee>`
    select a.id, a.user_id, a.customer_id, coalesce(u.email, c.email) as email, a.created_at
    from conference_attendees a
    left join users u on u.tenant_id = a.tenant_id and u.id = a.user_id
    left join customers c on c.tenant_id = a.tenant_id and c.id = a.customer_id
    where a.tenant_id = ${tenantId} and a.conference_id = ${conferenceId} order by a.id`.execute(db);
  return found.rows;
}
