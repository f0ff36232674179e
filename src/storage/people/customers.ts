import { sql } from 'kysely';
import { folded } from '../../domain/people/address.ts';
import type { Customer, CustomerRecord } from '../../domain/people/customer.ts';
import type { Recipient } from '../../domain/people/people.ts';
import type { Database, Transaction } from '../../postgres/database.ts';

/** A user's customer profile at a tenant. */
export type Profile = { id: number; fullName: string; active: boolean; isDefault: boolean };

/** The profiles of a user, the default one first. */
export async function listProfiles(db: Database, tenantId: number, userId: number): Promise<Profile[]> {
  const found = await sql<Profile>`
    select id, full_name, active, is_default from customers
    where tenant_id = ${tenantId} and user_id = ${userId} order by is_default desc, id`.execute(db);
  return found.rows;
}

/** An active customer profile, as whoever gets its mails and orders with it; undefined when there is none. */
export async function findCustomer(
  db: Database,
  tenantId: number,
  id: number,
): Promise<(Recipient & { id: number; isMember: boolean }) | undefined> {
  const found = await sql<Recipient & { id: number; isMember: boolean }>`
    select id, full_name as name, email, zone, zone_source, language, is_member from customers
    where tenant_id = ${tenantId} and id = ${id} and active and email is not null`.execute(db);
  return found.rows[0];
}

/** Whether a customer of the tenant has an address, in any case. */
export async function holdsAddress(db: Database, tenantId: number, email: string): Promise<boolean> {
  const found = await sql`select from customers where tenant_id = ${tenantId} and folded(email) = ${folded(email)} limit 1`.execute(db);
  return found.rows.length > 0;
}

/** Inserts a customer who has no user, and gives their number. */
export async function insertCustomer(
  tx: Transaction,
  tenantId: number,
  customer: Omit<Customer, 'id' | 'createdAt'> & Pick<Recipient, 'zone' | 'zoneSource' | 'language'>,
  now: Temporal.Instant,
): Promise<number> {
  const names = [customer.firstName, customer.middleName, customer.lastName];
  const inserted = await sql<{ id: number }>`
    insert into customers (tenant_id, full_name, first_name, middle_name, last_name, email, contact_number, address, zone, zone_source, language, created_at)
    values (${tenantId}, ${names.filter((name) => name !== null).join(' ')}, ${customer.firstName}, ${customer.middleName}, ${customer.lastName},
      ${customer.email}, ${customer.contactNumber}, ${JSON.stringify(customer.address)}::jsonb, ${customer.zone}, ${customer.zoneSource},
      ${customer.language}, ${now}) returning id`.execute(tx);
  const id = inserted.rows[0]?.id;
  if (id === undefined) throw new Error('the customer was not inserted');
  return id;
}

const RECORD = sql.raw(`
  select id, full_name, first_name, middle_name, last_name, email, contact_number, coalesce(address, '{}') as address, zone, language, active, is_member,
    user_id, created_at from customers`);

/** A tenant's customers by number, whose name or address contains a text, after a number, at most `limit`. */
export async function listCustomers(
  db: Database,
  tenantId: number,
  { text, after, limit }: { text: string; after: number; limit: number },
): Promise<CustomerRecord[]> {
  const found = await sql<CustomerRecord>`
    ${RECORD} where tenant_id = ${tenantId} and id > ${after}
      and (strpos(lower(full_name), lower(${text})) > 0 or strpos(folded(email), lower(${text})) > 0)
    order by id limit ${limit}`.execute(db);
  return found.rows;
}

/** One of them, or undefined. */
export async function findCustomerRecord(db: Database, tenantId: number, id: number): Promise<CustomerRecord | undefined> {
  const found = await sql<CustomerRecord>`${RECORD} where tenant_id = ${tenantId} and id = ${id}`.execute(db);
  return found.rows[0];
}

/** Whether another customer than this one has an address, in any case. */
export async function holdsAddressBesides(db: Database, tenantId: number, id: number, email: string): Promise<boolean> {
  const found = await sql`
    select from customers where tenant_id = ${tenantId} and folded(email) = ${folded(email)} and id <> ${id} limit 1`.execute(db);
  return found.rows.length > 0;
}

/** Keeps what was changed of a customer whom the caller has locked; a zone that was changed is their own word from now on. */
export async function saveCustomer(tx: Transaction, tenantId: number, customer: CustomerRecord): Promise<void> {
  await sql`
    update customers set full_name = ${customer.fullName}, first_name = ${customer.firstName}, middle_name = ${customer.middleName},
      last_name = ${customer.lastName}, email = ${customer.email}, contact_number = ${customer.contactNumber}, language = ${customer.language},
      active = ${customer.active}, is_member = ${customer.isMember},
      zone_source = case when zone = ${customer.zone} then zone_source else 'person' end, zone = ${customer.zone}
    where tenant_id = ${tenantId} and id = ${customer.id}`.execute(tx);
}

/** Locks a customer until the transaction ends and gives them, or undefined. */
export async function lockCustomer(tx: Transaction, tenantId: number, id: number): Promise<CustomerRecord | undefined> {
  await sql`select from customers where tenant_id = ${tenantId} and id = ${id} for no key update`.execute(tx);
  return findCustomerRecord(tx, tenantId, id);
}
