import { sql } from 'kysely';
import { folded } from '../domain/people/address.ts';
import type { Database, Transaction } from '../postgres/database.ts';
import { byId } from './order.ts';
import { REASONS } from './reasons.ts';

/** An address that a tenant mails nothing more; `reason` are the words of the server that refused it, or of the house, which no delivery led to. */
export type Suppression = { address: string; reason: string; deliveryId: number | null; createdAt: Temporal.Instant };

/** SQL for why nothing is sent to a recipient: the words for the ledger, or null. Both arguments are expressions, never values. */
export const suppressedBecause = (tenantId: string, recipient: string) =>
  sql.raw(
    `(select ${REASONS.suppressed('s.reason')} from suppressions s where s.tenant_id = ${tenantId} and s.address = folded(${recipient}))`,
  );

/** Suppresses the addresses of those of these deliveries that bounced. In the order of their addresses, or two who do so at once could wait for each other. */
export async function suppressBounced(tx: Transaction, of: { tenantId: number; id: number; endedAt: Temporal.Instant }[]): Promise<void> {
  if (of.length === 0) return;
  await sql`
    insert into suppressions (tenant_id, address, reason, delivery_id, created_at)
    select distinct on (d.tenant_id, folded(d.recipient)) d.tenant_id, folded(d.recipient), d.last_reply, d.id, k.ended_at
    from unnest(${of.map((one) => one.tenantId)}::bigint[], ${of.map((one) => one.id)}::bigint[],
      ${of.map((one) => one.endedAt)}::timestamptz[]) as k(tenant_id, id, ended_at)
    cross join lateral ${sql.raw(byId('deliveries', 'k.id', 'k.tenant_id'))} d
    where d.state = 'bounced'
    order by d.tenant_id, folded(d.recipient), d.id
    on conflict do nothing`.execute(tx);
}

/** A tenant's suppressed addresses, newest first, without the first `skip`, at most `limit`. */
export async function listSuppressions(db: Database, tenantId: number, skip: number, limit: number): Promise<Suppression[]> {
  const found = await sql<Suppression>`
    select address, reason, delivery_id, created_at from suppressions where tenant_id = ${tenantId}
    order by created_at desc, address limit ${limit} offset ${skip}`.execute(db);
  return found.rows;
}

/** Suppresses an address by the house's own word, from an instant on; false where it is suppressed already. */
export async function insertSuppression(
  tx: Transaction,
  tenantId: number,
  address: string,
  reason: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const inserted = await sql`
    insert into suppressions (tenant_id, address, reason, created_at) values (${tenantId}, ${folded(address)}, ${reason}, ${at})
    on conflict do nothing`.execute(tx);
  return inserted.numAffectedRows === 1n;
}

/** Lifts a suppression. False when there is none. */
export async function deleteSuppression(db: Database, tenantId: number, address: string): Promise<boolean> {
  const deleted = await sql`delete from suppressions where tenant_id = ${tenantId} and address = ${folded(address)}`.execute(db);
  return deleted.numAffectedRows === 1n;
}
