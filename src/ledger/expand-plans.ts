import { type RawBuilder, sql } from 'kysely';
import { purposesWhere } from '../domain/notices/who-is-told.ts';
import type { Transaction } from '../postgres/database.ts';
import { messageId } from './message-id.ts';
import { addressed, judged, owedNothingBecause } from './judge.ts';
import { byId, ofSubject, told } from './order.ts';
import { REASONS, listed } from './reasons.ts';

export type PlanKey = { tenantId: number; id: number };

/** `queued`: notices this step owes; `covered`: subjects it looked at; `cursor`: the last of them; `done`: none are left. */
export type Expansion = PlanKey & { queued: number; covered: number; cursor: number; done: boolean };

/**
 * One resumable step from plans to their deliveries: of each plan at most `limit` subjects after its cursor, in their order. No two of these plans
 * may be about one subject: what is owed depends on what was told before.
 *
 * First the recipients' older pending notices are voided (promise 3), as a statement of its own: it waits for a worker that
 * is just claiming one of them, and the next statement then sees that row as `sending`, which counts as told. In one
 * statement both would see the older snapshot, and a person whose invitation was on its way would miss the cancel.
 *
 * Who is told what is domain/notices/who-is-told.ts; here is read what each knows. Whoever holds a mail about a seat (its buyer after a resend, too)
 * is told what becomes of it; an address that was suppressed is owed what it is not sent. Repeating a step writes nothing twice:
 * `deliveries_told_once`.
 */
export async function expandPlans(tx: Transaction, plans: PlanKey[], limit: number, now: Temporal.Instant): Promise<Expansion[]> {
  if (plans.length === 0) return [];
  const subjects = subjectsOf(plans, limit);
  await sql`
    with ${subjects}, older as materialized (
      select d.at, s.revision from subject s cross join lateral ${sql.raw(ofSubject('s'))} d
      where s.audience <> 'joined' and d.state in ('queued', 'awaiting_retry')
        -- A resend says the same as the retry would, only sooner; and it is for one address, others wait for theirs.
        and (s.occurrence = 0 and d.revision < s.revision or s.occurrence > 0 and (d.revision < s.revision or d.state = 'awaiting_retry')
          and folded(d.recipient) = folded(coalesce(s.sent_to->>'email', s.email)))
    )
    update deliveries d set state = 'aborted', ended_because = 'superseded', finished_at = ${now}, last_reply = ${sql.raw(REASONS.superseded('o.revision'))}
    from older o where d.ctid = o.at and d.state not in ('sending', 'sent', 'captured', 'failed', 'bounced', 'aborted')`.execute(tx);
  const counted = await sql<{ outboxId: number; queued: number; covered: number; cursor: number }>`
    with ${subjects}, ${addressed(told)}, ${judged(told)}, inserted as (${insertDeliveries(now)})
    select outbox_id, sum(queued)::int as queued, sum(covered)::int as covered, max(subject_id) as cursor from (
      select outbox_id, 0 as queued, 1 as covered, subject_id from subject
      union all select outbox_id, (state = 'queued')::int, 0, 0 from inserted) counted
    group by outbox_id`.execute(tx);
  const byPlan = new Map(counted.rows.map((row) => [row.outboxId, row]));
  return plans.map(({ tenantId, id }) => {
    const { queued = 0, covered = 0, cursor = 0 } = byPlan.get(id) ?? {};
    return { tenantId, id, queued, covered, cursor, done: covered < limit };
  });
}

const PLAN = sql.raw(`p.tenant_id, p.id as outbox_id, p.audience, p.revision, p.occurrence, p.recipient as sent_to`);

// The one that a plan is about, or the next of those that it names one by one.
const NAMED = (limit: number) => sql`(select id from unnest(case p.audience when 'one' then array[p.subject_id] else p.listed end) as u(id)
  where id > p.cursor_ticket_id order by id limit ${limit})`;

// What each plan is about, with the person it is first of all for. Limited where the event is known, so that the index gives the next seats in
// order: sorted afterwards, each step would read all seats that are left.
function subjectsOf(plans: PlanKey[], limit: number): RawBuilder<unknown> {
  return sql`plan as materialized (
    select p.* from unnest(${plans.map((plan) => plan.tenantId)}::bigint[], ${plans.map((plan) => plan.id)}::bigint[]) as k(tenant_id, id)
    cross join lateral ${sql.raw(byId('outbox', 'k.id', 'k.tenant_id'))} p
  ), subject as materialized (
    select ${PLAN}, 'seat' as subject_kind, t.id as subject_id, t.email, t.name, t.zone, t.zone_source, t.language, t.role, t.participation_status,
      t.ticket_type_id as type_id, t.sequence_offset, t.released_revision, t.told_outbox_id as held_outbox_id, t.former_addresses
    from plan p cross join lateral (
      select * from tickets t where t.event_id = p.event_id and t.id > p.cursor_ticket_id and t.tenant_id = p.tenant_id
        and case p.audience when 'joined' then t.issued_revision = p.revision
          else t.issued_revision < p.revision and (t.released_revision is null or t.released_revision > p.revision) end
      order by t.id limit ${limit}) t
    where p.audience in ('standing', 'joined')
    union all
    select ${PLAN}, p.subject_kind, t.id, t.email, t.name, t.zone, t.zone_source, t.language, t.role, t.participation_status, t.ticket_type_id,
      t.sequence_offset, t.released_revision, t.told_outbox_id, t.former_addresses
    from plan p cross join lateral ${NAMED(limit)} k cross join lateral ${sql.raw(byId('tickets', 'k.id', 'p.tenant_id'))} t
    where p.audience in ('one', 'listed') and p.subject_kind = 'seat'
    union all
    select ${PLAN}, p.subject_kind, w.id, w.email, w.name, w.zone, w.zone_source, w.language, 'attendee', 'needs-action', w.offered_type_id, 0, null, null, null
    from plan p cross join lateral ${NAMED(limit)} k cross join lateral ${sql.raw(byId('waitlist_entries', 'k.id', 'p.tenant_id'))} w
    where p.audience in ('one', 'listed') and p.subject_kind = 'place'
    union all
    -- Whoever runs the event: in the zone and language of their own seat; where they have none, in the calendar's zone.
    select ${PLAN}, p.subject_kind, p.subject_id, p.recipient->>'email', p.recipient->>'name', coalesce(t.zone, c.zone), coalesce(t.zone_source, 'calendar'),
      coalesce(t.language, p.recipient->>'language'), 'organizer', 'accepted', null, 0, null, null, null
    from plan p cross join lateral ${sql.raw(byId('events', 'p.event_id', 'p.tenant_id'))} e
    cross join lateral ${sql.raw(byId('calendars', 'e.calendar_id', 'e.tenant_id'))} c
    left join lateral (
      select t.zone, t.zone_source, t.language from (select * from tickets t where t.event_id = p.event_id and t.email_folded = folded(p.recipient->>'email')
        and t.released_revision is null order by t.id offset 0) t where t.tenant_id = p.tenant_id limit 1) t on true
    where p.subject_kind = 'event'
  )`;
}

const FIRST_IF_NEVER_TOLD = listed(purposesWhere({ neverTold: 'first' }));

function insertDeliveries(now: Temporal.Instant): RawBuilder<unknown> {
  const id = messageId({
    subjectKind: 'j.subject_kind',
    subjectId: 'j.subject_id',
    revision: 'p.revision',
    purpose: 'w.purpose',
    occurrence: 'p.occurrence',
    recipient: 'j.recipient',
    mailbox: `(p.facts->>'organizerMailbox')`,
  });
  return sql`
    insert into deliveries (tenant_id, outbox_id, change_id, event_id, subject_kind, subject_id, revision, purpose, occurrence, recipient,
      recipient_name, zone, zone_source, language, role, participation_status, ticket_type_name, sequence, dtstamp, message_id,
      in_reply_to, told_outbox_id, state, ended_because, lane, due_at, last_reply, created_at, finished_at)
    select p.tenant_id, p.id, p.change_id, p.event_id, j.subject_kind, j.subject_id, p.revision, w.purpose, p.occurrence, j.recipient,
      j.recipient_name, j.zone, j.zone_source, j.language, j.role, j.participation_status,
      (select ty.name from ${sql.raw(byId('ticket_types', 'j.type_id', 'j.tenant_id'))} ty),
      p.sequence + case when p.uid_scope <> 'ticket' then 0
        -- A ticket given back after this plan carries the number of that later CANCEL already.
        when j.released_revision > p.revision then j.sequence_offset - 1 else j.sequence_offset end,
      p.dtstamp, ${sql.raw(id)}, j.first_message_id, j.told_outbox_id,
      case e.code when 'no_address' then 'failed' when 'suppressed' then 'bounced' when 'never_told' then 'aborted' when 'told_the_same' then 'aborted' else 'queued' end,
      e.code, p.lane, ${now},
      case e.code when 'no_address' then ${sql.raw(REASONS.no_address())} when 'suppressed' then s.because
        when 'never_told' then ${sql.raw(REASONS.never_told('j.subject_kind'))} when 'told_the_same' then ${sql.raw(REASONS.told_the_same())} end,
      p.created_at, case when e.code is not null then ${now}::timestamptz end
    from judged j cross join lateral ${sql.raw(byId('outbox', 'j.outbox_id', 'j.tenant_id'))} p
    ${owedNothingBecause}
    cross join lateral (select case when j.told_outbox_id is null and p.purpose in (${FIRST_IF_NEVER_TOLD})
      then case p.uid_scope when 'ticket' then 'ticket' else 'invitation' end else p.purpose end as purpose) w
    order by j.outbox_id, j.subject_id, folded(j.recipient)
    on conflict do nothing
    returning outbox_id, state`;
}
