import { sql } from 'kysely';
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
