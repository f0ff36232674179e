import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../postgres/database.ts';

/*
 * Leases run by the database's clock, never by a worker's: two machines whose clocks differ by more than a lease would otherwise
 * take each other for dead and send everything twice.
 */

/** Enters a worker whose lease runs for so many seconds. */
export async function registerWorker(db: Database, worker: string, leaseSeconds: number, now: Temporal.Instant): Promise<void> {
  await sql`
    insert into workers (id, started_at, alive_until) values (${worker}, ${now}, clock_timestamp() + make_interval(secs => ${leaseSeconds}))
    on conflict (id) do update set alive_until = excluded.alive_until`.execute(db);
}

/** Renews a lease. False when it had lapsed and somebody has freed what it covered: the worker must begin anew. */
export async function renewLease(db: Database, worker: string, leaseSeconds: number): Promise<boolean> {
  const renewed = await sql`
    update workers set alive_until = clock_timestamp() + make_interval(secs => ${leaseSeconds}) where id = ${worker}`.execute(db);
  return renewed.numAffectedRows === 1n;
}

/** Whether anybody holds a lease, and so hands over mail. */
export async function isAnyWorkerAlive(db: Database): Promise<boolean> {
  const found = await sql<{ alive: boolean }>`select exists (select 1 from workers where alive_until > clock_timestamp()) as alive`.execute(
    db,
  );
  return found.rows[0]?.alive ?? false;
}

/** Takes a worker out; it must hold no delivery any more. */
export async function removeWorker(db: Database, worker: string): Promise<void> {
  await sql`delete from workers where id = ${worker}`.execute(db);
}

export type Freed = { tenantId: number; id: number };

/**
 * Frees what dead workers were sending: due at once, and possibly sent, since nobody knows how far they got. Dead is whose
 * lease lapsed; `everyOther`: every other worker, which only somebody may say who knows to be alone on this database.
 * A freed delivery that has been overtaken by a newer revision is aborted when it is claimed.
 */
export async function sweepDeadWorkers(db: Database, worker: string, everyOther: boolean, now: Temporal.Instant): Promise<Freed[]> {
  // Freed is only what the deletion let go: a heartbeat that comes in between keeps the worker and all it holds.
  return await free(
    db,
    sql`gone as (
      delete from workers where id <> ${worker} and (${everyOther} or alive_until < clock_timestamp()) returning id
    ), held as materialized (
      select d.* from gone g cross join lateral (
        select ${HELD} from deliveries d where d.state = 'sending' and d.leased_by = g.id for update of d skip locked) d
    )`,
    now,
  );
}

/**
 * Frees what stands in the name of a worker that there is none of any more: claimed after its lease was taken for lapsed. Reads all that is being
 * sent; so it is not for every few seconds.
 */
export async function sweepOrphans(db: Database, worker: string, now: Temporal.Instant): Promise<Freed[]> {
  return await free(
    db,
    sql`held as materialized (
      select ${HELD} from deliveries d where d.state = 'sending' and d.leased_by <> ${worker}
        and not exists (select 1 from workers w where w.id = d.leased_by offset 0)
      for update of d skip locked
    )`,
    now,
  );
}

const HELD = sql.raw('d.ctid as at, d.tenant_id, d.id, d.attempts, d.leased_by');

async function free(db: Database, held: RawBuilder<unknown>, now: Temporal.Instant): Promise<Freed[]> {
  const freed = await sql<Freed>`
    with ${held}, freed as (
      update deliveries d set state = 'awaiting_retry', leased_by = null, due_at = ${now}, possibly_sent = true,
        last_reply = 'the worker that was sending it died'
      from held h where d.ctid = h.at
      returning h.tenant_id, h.id, h.attempts, h.leased_by
    ), noted as (
      insert into delivery_attempts (tenant_id, delivery_id, number, worker, started_at, ended_at, outcome, reply)
      select tenant_id, id, attempts, leased_by, ${now}, ${now}, 'abandoned', null from freed
    )
    select tenant_id, id from freed`.execute(db);
  return freed.rows;
}
