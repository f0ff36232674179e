import { sql } from 'kysely';
import type { Database, Transaction } from '../../postgres/database.ts';

/** Whether somebody signed in under this hash of address and network since then. */
export async function isKnownNetwork(db: Database, tenantId: number, networkHash: Buffer, since: Temporal.Instant): Promise<boolean> {
  const found = await sql`
    select 1 from known_networks where tenant_id = ${tenantId} and network_hash = ${networkHash} and seen_at > ${since}`.execute(db);
  return found.rows.length > 0;
}

/** Remembers that a user signed in under this hash, and forgets those of theirs that were not seen since `forgetBefore`. */
export async function rememberNetwork(
  tx: Transaction,
  known: { tenantId: number; userId: number; networkHash: Buffer; seenAt: Temporal.Instant },
  forgetBefore: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into known_networks (tenant_id, user_id, network_hash, seen_at)
    values (${known.tenantId}, ${known.userId}, ${known.networkHash}, ${known.seenAt})
    on conflict (network_hash, tenant_id) do update set user_id = excluded.user_id, seen_at = excluded.seen_at`.execute(tx);
  await sql`
    delete from known_networks where tenant_id = ${known.tenantId} and user_id = ${known.userId} and seen_at <= ${forgetBefore}`.execute(
    tx,
  );
}
