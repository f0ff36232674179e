import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { suppressedBecause } from './suppressions.ts';

/** `queued`: notices this step owes; `covered`: tickets it looked at; `cursor`: the last of them; `done`: none are left. */
export type Expansion = { queued: number; covered: number; cursor: number; done: boolean };

/**
 * One resumable step from a plan to its deliveries: at most `limit` tickets after `cursor`, in ticket order.
 *
 * First the recipients' older pending notices are voided (promise 3), as a statement of its own: it waits for a worker that
 * is just claiming one of them, and the next statement then sees that row as `sending`, which counts as told. In one
 * statement both would see the older snapshot, and a person whose invitation was on its way would miss the cancel.
 *
 * Who is told what (docs/architecture.md): somebody never told gets the invitation in place of a move, and nothing in place of a
 * cancel; somebody whose last news is the same state gets nothing; an address that was suppressed is owed what it is not sent; whoever holds a mail about a ticket (its buyer after
 * a resend, too) is told what becomes of it. Repeating a step writes nothing twice: `deliveries_told_once`.
 */
export async function expandPlan(
  tx: Transaction,
  tenantId: number,
  outboxId: number,
  cursor: number,
  limit: number,
  now: Temporal.Instant,
): Promise<Expansion> {
  const plan = sql`plan as (select * from outbox where tenant_id = ${tenantId} and id = ${outboxId})`;
  // Limited where the event is known, so that the index gives the next tickets in order: sorted afterwards, each chunk would read all
  // tickets that are left.
  const chunk = sql`chunk as materialized (
    select t.*, ty.name as ticket_type_name from plan p
    cross join lateral (
      select * from tickets t where t.tenant_id = p.tenant_id and t.event_id = p.event_id and t.id > ${cursor}
        and case p.audience
          when 'ticket' then t.id = p.ticket_id
          when 'joined' then t.issued_revision = p.revision
          else t.issued_revision < p.revision and (t.released_revision is null or t.released_revision > p.revision) end
      order by t.id limit ${limit}) t
    left join ticket_types ty on ty.tenant_id = t.tenant_id and ty.id = t.ticket_type_id)`;
  await sql`
    with ${plan}, ${chunk}
    update deliveries d set state = 'aborted', finished_at = ${now}, last_reply = 'superseded by revision ' || p.revision
    from plan p, chunk c
    where p.audience <> 'joined' and d.tenant_id = c.tenant_id and d.ticket_id = c.id
      and d.state in ('queued', 'awaiting_retry')
      -- A resend says the same as the retry would, only sooner.
      and (d.revision < p.revision or (p.occurrence > 0 and d.state = 'awaiting_retry'))`.execute(tx);
  const inserted = await sql<{ queued: number; covered: number; cursor: number | null }>`
    with ${plan}, ${chunk}, ${addressed}, ${judged}, inserted as (${insertDeliveries(now)})
    select (select count(*) from inserted where state = 'queued') as queued, count(*) as covered, max(id) as cursor from chunk
    `.execute(tx);
  const [row] = inserted.rows;
  if (!row) throw new Error('the expansion gave no count');
  return { queued: row.queued, covered: row.covered, cursor: row.cursor ?? cursor, done: row.covered < limit };
}

/** Why somebody gets nothing of a plan whose last news is the same state. */
export const TOLD_THE_SAME = 'told the same already';

// A delivery that reached, or may have reached, its recipient.
const TOLD = `(d.state in ('sent', 'sending') or d.possibly_sent)`;

// One row for each ticket and address: the one a resend names, else the holder and whoever was told about this ticket. It carries what
// the later steps need of the ticket: joined again, a chunk of a thousand is compared with itself a million times.
const addressed: RawBuilder<unknown> = sql.raw(`addressed as (
  select c.tenant_id, c.id as ticket_id, c.email_folded, c.told_outbox_id as held_outbox_id, c.role, c.participation_status,
         c.ticket_type_name, c.sequence_offset, c.released_revision, a.* from chunk c cross join plan p cross join lateral (
    select distinct on (folded(x.recipient)) x.* from (
      select coalesce(p.recipient->>'email', c.email) as recipient,
             case when p.recipient is null then c.name else p.recipient->>'name' end as recipient_name,
             coalesce(p.recipient->>'zone', c.zone) as zone, coalesce(p.recipient->>'zoneSource', c.zone_source) as zone_source,
             coalesce(p.recipient->>'language', c.language) as language, 0::bigint as rank
      union all
      select d.recipient, d.recipient_name, d.zone, d.zone_source, d.language, d.id from deliveries d
      where p.audience <> 'joined' and p.occurrence = 0
        and d.tenant_id = c.tenant_id and d.ticket_id = c.id and ${TOLD}
    ) x order by folded(x.recipient), x.rank) a)`);

// What each of them was told first and last, and so what they are owed now.
const judged: RawBuilder<unknown> = sql.raw(`judged as (
  select a.*, told.message_id as first_message_id,
         -- One that only may have arrived, and is not sent again, is no reason to say nothing.
         coalesce(told.certain, true) as certain,
         coalesce(told.outbox_id, case when folded(a.recipient) = a.email_folded then a.held_outbox_id end) as told_outbox_id
  from addressed a
  left join lateral (
    select (array_agg(d.state <> 'aborted' order by d.id desc))[1] as certain, (array_agg(d.outbox_id order by d.id desc))[1] as outbox_id, (array_agg(d.message_id order by d.id))[1] as message_id
    from deliveries d where d.tenant_id = a.tenant_id and d.ticket_id = a.ticket_id and folded(d.recipient) = folded(a.recipient) and ${TOLD}
  ) told on true)`);

function insertDeliveries(now: Temporal.Instant): RawBuilder<unknown> {
  return sql`
    insert into deliveries (tenant_id, outbox_id, change_id, event_id, ticket_id, revision, purpose, occurrence, recipient,
      recipient_name, zone, zone_source, language, role, participation_status, ticket_type_name, sequence, dtstamp, message_id,
      in_reply_to, told_outbox_id, state, lane, due_at, last_reply, created_at, finished_at)
    select p.tenant_id, p.id, p.change_id, p.event_id, j.ticket_id, p.revision, w.purpose, p.occurrence, j.recipient,
      j.recipient_name, j.zone, j.zone_source, j.language, j.role, j.participation_status, j.ticket_type_name,
      p.sequence + case when p.uid_scope <> 'ticket' then 0
        -- A ticket given back after this plan carries the number of that later CANCEL already.
        when j.released_revision > p.revision then j.sequence_offset - 1 else j.sequence_offset end,
      p.dtstamp,
      encode(substring(sha256(convert_to(concat_ws('|', i.public_id, j.ticket_id, p.revision, w.purpose, p.occurrence,
        folded(j.recipient)), 'UTF8')) for 16), 'hex') || '@' || split_part(p.facts->>'organizerMailbox', '@', 2),
      j.first_message_id, j.told_outbox_id,
      case when j.recipient is null then 'failed' when w.silent is not null then 'aborted' when s.because is not null then 'bounced' else 'queued' end,
      p.lane, ${now}, case when j.recipient is null then 'no address' else coalesce(w.silent, s.because) end,
      p.created_at, case when j.recipient is null or w.silent is not null or s.because is not null then ${now}::timestamptz end
    from judged j cross join plan p cross join installation i
    left join outbox o on o.tenant_id = p.tenant_id and o.id = j.told_outbox_id
    cross join lateral (select
      case when j.told_outbox_id is null and p.purpose in ('moved', 'updated')
        then case p.uid_scope when 'ticket' then 'ticket' else 'invitation' end else p.purpose end as purpose,
      case when j.told_outbox_id is null and p.method = 'CANCEL' then 'never told of it, so not told of the cancel'
        when j.certain and p.purpose in ('moved', 'updated') and o.facts->>'startsAt' = p.facts->>'startsAt' and o.facts->>'endsAt' = p.facts->>'endsAt'
          and o.facts->>'title' = p.facts->>'title' and (o.facts->>'location') is not distinct from (p.facts->>'location')
        then ${TOLD_THE_SAME} end as silent) w
    cross join lateral (select ${suppressedBecause('p.tenant_id', 'j.recipient')} as because) s
    order by j.ticket_id, folded(j.recipient)
    on conflict do nothing
    returning state`;
}
