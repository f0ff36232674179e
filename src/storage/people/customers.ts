import { sql } from 'kysely';
import { folded } from '../../domain/people/address.ts';
import type { Customer } from '../../domain/people/customer.ts';
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
