import { sql } from 'kysely';
import { type Event, factsOf } from '../domain/events/event.ts';
import type { Actor } from '../domain/people/people.ts';
import type { Transaction } from '../postgres/database.ts';

/**
 * Makes everybody who got their seat at this revision of an event count as told of it as it stands: they know it from elsewhere, so nothing is mailed, and
 * what changes later is. In the transaction of the change that seated them, with the event's row locked.
 */
export async function countAsTold(tx: Transaction, event: Event, by: Actor, now: Temporal.Instant): Promise<void> {
  await sql`
    with told as (
      insert into outbox (tenant_id, event_id, change_id, revision, purpose, audience, method, sequence, dtstamp, facts, uid_scope, uid, state, lane, planned, created_at, expanded_at)
      select tenant_id, event_id, id, revision, ${event.uidScope === 'ticket' ? 'ticket' : 'invitation'}, 'joined', 'REQUEST', ${event.sequence}::int,
        ${event.dtstamp}::timestamptz, ${JSON.stringify(factsOf(event, by))}::jsonb, ${event.uidScope}, ${event.uid}, 'expanded', 1, 0, ${now}::timestamptz, ${now}::timestamptz
      from (select * from changes where event_id = ${event.id} and tenant_id = ${event.tenantId} order by id desc limit 1) c where revision = ${event.revision}
      returning id)
    update tickets t set told_outbox_id = told.id from told
    where t.event_id = ${event.id} and t.tenant_id = ${event.tenantId} and t.issued_revision = ${event.revision}`.execute(tx);
}
