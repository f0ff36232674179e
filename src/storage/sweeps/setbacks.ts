import { type RawBuilder, sql } from 'kysely';
import type { Database, Transaction } from '../../postgres/database.ts';

/** What sweeps end when its time is over: the offers of an event, by its number, and an order. */
export type SweepKind = 'offers' | 'order';

export type Overdue = { tenantId: number; id: number };

/** Whether something is not put off at this moment: part of a `where`; `tenant` and `id` are columns. */
export function notPutOff(
  kind: SweepKind,
  tenant: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  now: Temporal.Instant,
): RawBuilder<boolean> {
  return sql`not exists (select from setbacks s where s.kind = ${kind} and s.subject_id = ${id} and s.tenant_id = ${tenant} and s.retry_at > ${now})`;
}

/** Leaves something alone for a while: a minute, twice as long each time, an hour at most. Gives how often it was tried, and when it is again. */
export async function putOff(
  db: Database,
  kind: SweepKind,
  { tenantId, id }: Overdue,
  now: Temporal.Instant,
): Promise<{ tries: number; retryAt: Temporal.Instant }> {
  const kept = await sql<{ tries: number; retryAt: Temporal.Instant }>`
    insert into setbacks as s (tenant_id, kind, subject_id, tries, retry_at) values (${tenantId}, ${kind}, ${id}, 1, ${now}::timestamptz + interval '1 minute')
    on conflict (kind, subject_id, tenant_id) do update set tries = s.tries + 1,
      retry_at = ${now}::timestamptz + least(interval '1 minute' * 2 ^ least(s.tries, 6), interval '1 hour')
    returning tries, retry_at`.execute(db);
  const [row] = kept.rows;
  if (!row) throw new Error('a setback was not kept');
  return row;
}

/** It is done, or it is nobody's to do: nothing of its setbacks is remembered. */
export async function forgetSetbacks(tx: Transaction, kind: SweepKind, { tenantId, id }: Overdue): Promise<void> {
  await sql`delete from setbacks where kind = ${kind} and subject_id = ${id} and tenant_id = ${tenantId}`.execute(tx);
}
