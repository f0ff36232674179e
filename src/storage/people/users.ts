import { sql } from 'kysely';
import { folded } from '../../domain/people/address.ts';
import type { Database, Transaction } from '../../postgres/database.ts';

/** A person who can sign in. */
export type User = {
  id: number;
  email: string;
  fullName: string;
  /** argon2id; null: cannot sign in with a password. */
  passwordHash: string | null;
  isAdmin: boolean;
  active: boolean;
  mustResetPassword: boolean;
  /** The sealed key of the second factor; null: there is none. */
  totpSealed: Buffer | null;
};

const COLUMNS = sql`id, email, full_name, password_hash, is_admin, active, must_reset_password, totp_sealed`;

/** The user of an address, in any case, or undefined. */
export async function findUserByEmail(db: Database, tenantId: number, email: string): Promise<User | undefined> {
  const found = await sql<User>`
    select ${COLUMNS} from users
    where tenant_id = ${tenantId} and folded(email) = ${folded(email)}`.execute(db);
  return found.rows[0];
}

/** One user by number, or undefined. */
export async function findUser(db: Database, tenantId: number, id: number): Promise<User | undefined> {
  const found = await sql<User>`select ${COLUMNS} from users where tenant_id = ${tenantId} and id = ${id}`.execute(db);
  return found.rows[0];
}

/** Sets the sealed key of a user's second factor, or takes it away; false when there is no such user. */
export async function setTotpKey(db: Database, tenantId: number, id: number, sealed: Uint8Array | null): Promise<boolean> {
  const saved = await sql`update users set totp_sealed = ${sealed}, totp_last_step = null
    where tenant_id = ${tenantId} and id = ${id}`.execute(db);
  return saved.numAffectedRows === 1n;
}

/** Uses up the code of a time step; false when it, or a later one, was used before: of two sign-ins with one code, one gets in. */
export async function takeTotpStep(db: Database, tenantId: number, id: number, step: number): Promise<boolean> {
  const taken = await sql`update users set totp_last_step = ${step}
    where tenant_id = ${tenantId} and id = ${id} and coalesce(totp_last_step, -1) < ${step}`.execute(db);
  return taken.numAffectedRows === 1n;
}

/** From now on a user's password opens nothing but the setting of a new one; false when there is no such user. */
export async function requireNewPassword(db: Database, tenantId: number, id: number): Promise<boolean> {
  const saved = await sql`update users set must_reset_password = true where tenant_id = ${tenantId} and id = ${id}`.execute(db);
  return saved.numAffectedRows === 1n;
}

/** Gives a user a new password and ends what was opened with the old one: sessions, refresh tokens, one-time tokens. */
export async function replacePassword(tx: Transaction, tenantId: number, id: number, passwordHash: string): Promise<void> {
  await sql`update users set password_hash = ${passwordHash}, must_reset_password = false
    where tenant_id = ${tenantId} and id = ${id}`.execute(tx);
  await sql`delete from sessions where tenant_id = ${tenantId} and user_id = ${id}`.execute(tx);
  await sql`delete from refresh_tokens where tenant_id = ${tenantId} and user_id = ${id}`.execute(tx);
  await sql`delete from one_time_tokens where tenant_id = ${tenantId} and user_id = ${id}`.execute(tx);
}
