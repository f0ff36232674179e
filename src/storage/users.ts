import { sql } from 'kysely';
import type { Database } from './database.ts';

/** A person who can sign in. */
export type User = {
  id: number;
  email: string;
  fullName: string;
  /** argon2id; null: cannot sign in with a password. */
  passwordHash: string | null;
  isAdmin: boolean;
  active: boolean;
};

/** The user of an address, in any case, or undefined. */
export async function findUserByEmail(db: Database, tenantId: number, email: string): Promise<User | undefined> {
  const found = await sql<User>`
    select id, email, full_name, password_hash, is_admin, active from users
    where tenant_id = ${tenantId} and lower(email) = lower(${email})`.execute(db);
  return found.rows[0];
}
