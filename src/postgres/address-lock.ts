import { sql } from 'kysely';
import { folded } from '../domain/people/address.ts';
import type { Transaction } from './database.ts';

/**
 * Lets one transaction at a time give somebody an address, in any case: two that look whether it is taken would both see that it is not.
 * Hashes may collide, and then one waits for the other without need.
 */
export async function lockAddress(tx: Transaction, tenantId: number, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${folded(email)}, ${tenantId}))`.execute(tx);
}
