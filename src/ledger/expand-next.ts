import { sql } from 'kysely';
import type { Database } from '../postgres/database.ts';
import { type Expansion, expandPlans } from './expand-plans.ts';

export type ExpandedChunk = Expansion & { outboxId: number };

/** A plan could not be expanded; nothing of the step was kept. */
export class ExpansionFault extends Error {
  override name = 'ExpansionFault';
  readonly outboxId: number;

  constructor(outboxId: number, cause: unknown) {
    super(`plan ${outboxId} could not be expanded`, { cause });
    this.outboxId = outboxId;
  }
}

/**
 * Takes one step in expanding the pending plans: at most `limit` tickets of one plan, in one transaction with the cursor that
 * says how far it got, so that a crash at any point repeats nothing and forgets nothing. Undefined when no plan waits for
 * anybody. Workers never wait for each other here: a plan that one is at is passed over by the rest.
 *
 * An event's plans go strictly in the order they were made, since each looks at what the one before it told. Among events
 * the shortest plan goes first: sixty people should not wait for a hundred thousand. `passOver` names plans to leave alone, so
 * that one that fails every time (ExpansionFault) does not keep the others from being heard.
 */
export async function expandNextChunk(
  db: Database,
  limit: number,
  passOver: number[],
  now: Temporal.Instant,
): Promise<ExpandedChunk | undefined> {
  return await db.transaction().execute(async (tx) => {
    const taken = await sql<{ tenantId: number; id: number }>`
      select o.tenant_id, o.id from outbox o
      where o.state = 'pending' and o.id <> all(${passOver}::bigint[]) and not exists (
        select 1 from outbox e where e.state = 'pending' and e.tenant_id = o.tenant_id and e.event_id = o.event_id and e.id < o.id)
      order by o.lane, o.planned, o.id limit 1 for update of o skip locked`.execute(tx);
    const [plan] = taken.rows;
    if (!plan) return undefined;
    const [step] = await expandPlans(tx, [plan], limit, now).catch((cause: unknown) => {
      throw new ExpansionFault(plan.id, cause);
    });
    if (!step) return undefined;
    await sql`
      update outbox set cursor_ticket_id = greatest(cursor_ticket_id, ${step.cursor}), state = case when ${step.done} then 'expanded' else 'pending' end,
        expanded_at = case when ${step.done} then ${now}::timestamptz end
      where tenant_id = ${plan.tenantId} and id = ${plan.id}`.execute(tx);
    return { ...step, outboxId: plan.id };
  });
}
