import { sql } from 'kysely';
import type { Database } from '../../postgres/database.ts';

/** Whose key it is: keys of one principal are none of another's. */
export type IdempotencyKey = { tenantId: number; principal: string; key: string };

/** What is known of a key: `fingerprint` of the request that it came with first, and its sealed answer, null while it is worked on. */
export type KeptRequest = { fingerprint: Buffer; answerSealed: Buffer | null };

/**
 * Claims a key for a request in one statement. `claimed`: it is new, is older than `expired`, or its request was claimed before `abandoned` and never answered.
 * Else what is known of it. Undefined: somebody else claims it this very moment.
 */
export async function claimKey(
  db: Database,
  { tenantId, principal, key }: IdempotencyKey,
  request: { fingerprint: Buffer; claim: string },
  at: { now: Temporal.Instant; expired: Temporal.Instant; abandoned: Temporal.Instant },
): Promise<'claimed' | KeptRequest | undefined> {
  const found = await sql<{ claimed: boolean } & KeptRequest>`
    with claimed as (
      insert into idempotency_keys as k (tenant_id, principal, key, fingerprint, claim, claimed_at)
      values (${tenantId}, ${principal}, ${key}, ${request.fingerprint}, ${request.claim}, ${at.now})
      on conflict (key, principal, tenant_id) do update
        set fingerprint = excluded.fingerprint, claim = excluded.claim, claimed_at = excluded.claimed_at, answer_sealed = null
        where k.claimed_at < ${at.expired} or (k.answer_sealed is null and k.claimed_at < ${at.abandoned} and k.fingerprint = excluded.fingerprint)
      returning true as claimed
    )
    select true as claimed, null::bytea as fingerprint, null::bytea as answer_sealed from claimed
    union all
    select false, fingerprint, answer_sealed from idempotency_keys
    where tenant_id = ${tenantId} and principal = ${principal} and key = ${key} and not exists (select from claimed)`.execute(db);
  const [row] = found.rows;
  return row && (row.claimed ? 'claimed' : row);
}

/** Keeps the answer of a request, where it still holds its claim. */
export async function saveAnswer(db: Database, { tenantId, principal, key }: IdempotencyKey, claim: string, sealed: Buffer): Promise<void> {
  await sql`update idempotency_keys set answer_sealed = ${sealed}
    where tenant_id = ${tenantId} and principal = ${principal} and key = ${key} and claim = ${claim}`.execute(db);
}

/** Forgets a request that did nothing, where it still holds its claim. */
export async function releaseKey(db: Database, { tenantId, principal, key }: IdempotencyKey, claim: string): Promise<void> {
  await sql`delete from idempotency_keys
    where tenant_id = ${tenantId} and principal = ${principal} and key = ${key} and claim = ${claim}`.execute(db);
}

/** Forgets some of the keys that were claimed before an instant; gives how many. Several may do so at once. */
export async function deleteSomeExpiredKeys(db: Database, before: Temporal.Instant): Promise<number> {
  const gone = await sql`delete from idempotency_keys k using (
      select tenant_id, principal, key from idempotency_keys where claimed_at < ${before} order by claimed_at limit 1000 for update skip locked
    ) old where k.tenant_id = old.tenant_id and k.principal = old.principal and k.key = old.key`.execute(db);
  return Number(gone.numAffectedRows ?? 0n);
}
