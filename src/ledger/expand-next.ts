import { sql } from 'kysely';
import type { Database, Transaction } from '../postgres/database.ts';
import { type Expansion, type PlanKey, expandPlans } from './expand-plans.ts';

export type ExpandedChunk = Expansion & { outboxId: number };

/** A plan that could not be expanded: nothing of it was kept, and it is left alone until `retryAt`. */
export type FailedPlan = { tenantId: number; outboxId: number; attempts: number; retryAt: Temporal.Instant; cause: unknown };

export type ExpandedPlans = { expanded: ExpandedChunk[]; failed: FailedPlan[] };

/** Plans looked at in one go; of most, few have more than a handful of people. */
const AT_ONCE = 200;

type Taken = PlanKey & { left: number; attempts: number };

/**
 * Takes one step in expanding the pending plans: many short ones whole, or at most `limit` subjects of one, in one transaction with the cursors that
 * say how far it got, so that a crash at any point repeats nothing and forgets nothing. Both lists are empty when no plan waits for
 * anybody. Workers never wait for each other here: a plan that one is at is passed over by the rest.
 *
 * An event's plans go in the order they were made, since each looks at what the one before it told; those of one change are about different
 * people, and go together. One of few does not wait for a crowd's: what the crowd's writes to them later says less. Among events the shortest plan goes first: sixty people should not wait for a hundred thousand.
 *
 * A plan that fails, fails alone: the others of the step are expanded without it, and it waits, with its tries counted, longer each time. Nobody of
 * its event hears what came after it meanwhile. Rejects when the database does not answer.
 */
export async function expandNext(db: Database, limit: number, now: Temporal.Instant): Promise<ExpandedPlans> {
  let taken: Taken[] = [];
  try {
    const expanded = await db.transaction().execute(async (tx) => {
      taken = await takePlans(tx, limit, now);
      return await expandTaken(tx, taken, limit, now);
    });
    return { expanded, failed: [] };
  } catch (error) {
    if (taken.length === 0 || !isOfItsData(error)) throw error;
    return await expandOneByOne(db, taken, limit, now);
  }
}

async function expandOneByOne(db: Database, plans: Taken[], limit: number, now: Temporal.Instant): Promise<ExpandedPlans> {
  const done: ExpandedPlans = { expanded: [], failed: [] };
  for (const plan of plans) {
    try {
      done.expanded.push(...(await db.transaction().execute(async (tx) => await expandTaken(tx, await retakePlan(tx, plan), limit, now))));
    } catch (cause) {
      if (!isOfItsData(cause)) throw cause;
      done.failed.push(await putOff(db, plan, cause, now));
    }
  }
  return done;
}

/** So many plans as have no more people than `limit` together, the shortest first, or one that has more alone; locked until the transaction ends. */
async function takePlans(tx: Transaction, limit: number, now: Temporal.Instant): Promise<Taken[]> {
  const found = await sql<Taken>`
    select o.tenant_id, o.id, o.planned as left, o.attempts from outbox o
    where o.state = 'pending' and o.expanded_at is null and (o.retry_at is null or o.retry_at <= ${now})
      and not exists (select from outbox e where e.state = 'pending' and e.event_id = o.event_id and e.tenant_id = o.tenant_id and e.id < o.id and e.lane <= o.lane
        and (e.change_id <> o.change_id or e.change_id = 0) offset 0)
    order by o.lane, o.planned, o.id limit ${AT_ONCE} for update of o skip locked`.execute(tx);
  let room = limit;
  return found.rows.filter((plan, index) => {
    room -= plan.left;
    return index === 0 || room >= 0;
  });
}

async function retakePlan(tx: Transaction, { tenantId, id }: PlanKey): Promise<PlanKey[]> {
  const found = await sql<PlanKey>`
    select tenant_id, id from outbox where id = ${id} and tenant_id = ${tenantId} and state = 'pending' for update skip locked`.execute(tx);
  return found.rows;
}

async function expandTaken(tx: Transaction, plans: PlanKey[], limit: number, now: Temporal.Instant): Promise<ExpandedChunk[]> {
  const steps = await expandPlans(tx, plans, limit, now);
  if (steps.length === 0) return [];
  await sql`
    update outbox o set cursor_ticket_id = greatest(o.cursor_ticket_id, s.cursor), state = case when s.done then 'expanded' else 'pending' end,
      expanded_at = case when s.done then ${now}::timestamptz end, attempts = 0, retry_at = null
    from (select s.*, x.at from unnest(${steps.map(({ tenantId }) => tenantId)}::bigint[], ${steps.map(({ id }) => id)}::bigint[],
      ${steps.map(({ cursor }) => cursor)}::bigint[], ${steps.map(({ done }) => done)}::boolean[]) as s(tenant_id, id, cursor, done)
      cross join lateral (select x.ctid as at, x.tenant_id from outbox x where x.id = s.id offset 0) x where x.tenant_id = s.tenant_id) s
    where o.ctid = s.at`.execute(tx);
  return steps.map((step) => ({ ...step, outboxId: step.id }));
}

const FIRST_WAIT_SECONDS = 10;
const LONGEST_WAIT_SECONDS = 3_600;

async function putOff(db: Database, { tenantId, id, attempts }: Taken, cause: unknown, now: Temporal.Instant): Promise<FailedPlan> {
  const retryAt = now.add({ seconds: Math.min(FIRST_WAIT_SECONDS * 2 ** attempts, LONGEST_WAIT_SECONDS) });
  await sql`update outbox set attempts = attempts + 1, retry_at = ${retryAt} where id = ${id} and tenant_id = ${tenantId} and state = 'pending'`.execute(
    db,
  );
  return { tenantId, outboxId: id, attempts: attempts + 1, retryAt, cause };
}

/** SQLSTATE classes of what is wrong with a row: data exceptions, integrity, a case without data, an exception that a trigger raised. Others are of the database, or pass. */
function isOfItsData(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return ['22', '23', '20', 'P0'].includes(code.slice(0, 2));
}
