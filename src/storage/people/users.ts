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

/** Locks a user until the transaction ends and gives them, or undefined. */
export async function lockUser(tx: Transaction, tenantId: number, id: number): Promise<User | undefined> {
  const found = await sql<User>`select ${COLUMNS} from users where tenant_id = ${tenantId} and id = ${id} for no key update`.execute(tx);
  return found.rows[0];
}

/** The language of a user's customer profile, the default one before others; undefined where they are no customer. */
export async function languageOfUser(db: Database, tenantId: number, id: number): Promise<string | undefined> {
  const found = await sql<{ language: string }>`
    select language from customers where tenant_id = ${tenantId} and user_id = ${id} order by is_default desc, id limit 1`.execute(db);
  return found.rows[0]?.language;
}

/** From now on a user's password opens nothing but the setting of a new one. */
export async function requireNewPassword(tx: Transaction, tenantId: number, id: number): Promise<void> {
  await sql`update users set must_reset_password = true where tenant_id = ${tenantId} and id = ${id}`.execute(tx);
}

/** Ends all that a user has opened: sessions of every kind and the tokens that renew them. */
export async function endSessions(tx: Transaction, tenantId: number, id: number): Promise<void> {
  for (const table of ['sessions', 'house_sessions', 'refresh_tokens'])
    await sql`delete from ${sql.table(table)} where tenant_id = ${tenantId} and user_id = ${id}`.execute(tx);
}

/** Gives a user a new password and ends what was opened with the old one, one-time tokens, too. */
export async function replacePassword(tx: Transaction, tenantId: number, id: number, passwordHash: string): Promise<void> {
  await sql`update users set password_hash = ${passwordHash}, must_reset_password = false
    where tenant_id = ${tenantId} and id = ${id}`.execute(tx);
  await endSessions(tx, tenantId, id);
  await sql`delete from one_time_tokens where tenant_id = ${tenantId} and user_id = ${id}`.execute(tx);
}
