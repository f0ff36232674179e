import { sql } from 'kysely';
import type { Database, Transaction } from '../../postgres/database.ts';

/** Replaces a user's recovery codes by these, as hashes; none: there are none any more. */
export async function replaceRecoveryCodes(tx: Transaction, tenantId: number, userId: number, hashes: Uint8Array[]): Promise<void> {
  await sql`delete from recovery_codes where tenant_id = ${tenantId} and user_id = ${userId}`.execute(tx);
  for (const hash of hashes)
    await sql`insert into recovery_codes (tenant_id, user_id, code_hash) values (${tenantId}, ${userId}, ${hash})`.execute(tx);
}

/** Uses a recovery code up; false when it is none of the user's. */
export async function takeRecoveryCode(db: Database, tenantId: number, userId: number, hash: Uint8Array): Promise<boolean> {
  const taken = await sql`delete from recovery_codes where tenant_id = ${tenantId} and user_id = ${userId} and code_hash = ${hash}`.execute(
    db,
  );
  return taken.numAffectedRows === 1n;
}
