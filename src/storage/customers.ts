import { sql } from 'kysely';
import type { Recipient } from '../domain/people.ts';
import type { Database } from './database.ts';

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
export async function findCustomer(db: Database, tenantId: number, id: number): Promise<(Recipient & { id: number; isMember: boolean }) | undefined> {
  const found = await sql<Recipient & { id: number; isMember: boolean }>`
    select id, full_name as name, email, zone, zone_source, language, is_member from customers
    where tenant_id = ${tenantId} and id = ${id} and active`.execute(db);
  return found.rows[0];
}
