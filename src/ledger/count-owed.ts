import { type RawBuilder, sql } from 'kysely';
import { addressed, judged, owedNothingBecause } from './judge.ts';
import { byId, ofSubject, told } from './order.ts';
import type { Covered, PlanRow } from './plan-rows.ts';
import { REASONS } from './reasons.ts';
import { suppressedBecause } from './suppressions.ts';

// A notice that was waiting when this statement began, is older, and was not voided by it: while it waited for that row a worker took it. Being
// sent counts as told.
const TOLD_MEANWHILE = (d: string, s: string) =>
  `(${told(d)} or (${d}.state in ('queued', 'awaiting_retry') and ${d}.revision < ${s}.revision and not exists (select from voided v where v.id = ${d}.id)))`;

/**
 * What the parts of a statement that records a change add so that it can say how many notices it owes: the same judgement by which workers will turn its
 * plans (the part `planned`) into deliveries, of seats and people as this statement finds them, service mails left out. What waits to tell an
 * older state is voided here and now: whatever a worker has not taken by the commit it does not take any more, so that nobody becomes one who
 * was told between this count and the expansion. Of more than COUNTED_UP_TO seats, and of those that were picked one by one, their number is taken.
 */
export function countOwed(
  plans: PlanRow[],
  covered: Covered,
  now: Temporal.Instant,
): { parts: RawBuilder<unknown>[]; notices: RawBuilder<unknown> } {
  const isCounted = ({ lane, audience }: PlanRow) => lane === 0 && audience !== 'listed';
  const crowd = plans.reduce((sum, plan) => sum + (isCounted(plan) ? 0 : plan.planned), 0);
  const counted = plans.filter((plan) => isCounted(plan) && plan.subjectKind !== 'event');
  // Whoever gets a seat was never told of it.
  const joins = counted.some(({ audience }) => audience === 'joined');
  const joined = joins
    ? sql` + (select count(*) from seated t where t.email is not null and ${suppressedBecause('t.tenant_id', 't.email')} is null)`
    : sql``;
  const subjects = [
    ...(counted.some(({ audience }) => audience === 'standing') ? [standing(covered.released)] : []),
    ...(counted.some(({ subjectKind }) => subjectKind === 'seat') ? [SEATS] : []),
    ...(counted.some(({ subjectKind }) => subjectKind === 'place') ? [PLACES] : []),
  ];
  if (subjects.length === 0) return { parts: [], notices: sql`(${crowd}::int${joined})::int` };
  const parts = [
    sql`subject as materialized (${sql.join(subjects, sql` union all `)})`,
    sql`voided as (
      update deliveries d set state = 'aborted', ended_because = 'superseded', finished_at = ${now}, last_reply = ${sql.raw(REASONS.superseded('o.revision'))}
      from (select d.at, s.revision from subject s cross join lateral ${sql.raw(ofSubject('s'))} d
        where d.state in ('queued', 'awaiting_retry') and (s.occurrence = 0 and d.revision < s.revision or s.occurrence > 0
          and (d.revision < s.revision or d.state = 'awaiting_retry') and folded(d.recipient) = folded(coalesce(s.sent_to->>'email', s.email))) offset 0) o
      where d.ctid = o.at and d.state not in ('sending', 'sent', 'captured', 'failed', 'bounced', 'aborted')
      returning d.id)`,
    addressed(TOLD_MEANWHILE),
    judged(TOLD_MEANWHILE),
    sql`owed as (
      select from judged j cross join lateral (select * from planned p where p.id = j.outbox_id) p ${owedNothingBecause}
      where e.code is null)`,
  ];
  return { parts, notices: sql`(${crowd}::int + (select count(*) from owed)${joined})::int` };
}

const PLAN = sql.raw(`p.tenant_id, p.id as outbox_id, p.audience, p.revision, p.occurrence, p.recipient as sent_to`);

/** Whoever had a seat before the change and keeps it. By the event alone, or the planner might take an index of something else (docs/decisions/0015). */
function standing(released: number[]): RawBuilder<unknown> {
  return sql`
    select ${PLAN}, 'seat' as subject_kind, t.id as subject_id, t.email, t.name, t.zone, t.zone_source, t.language, t.role, t.participation_status,
      t.ticket_type_id as type_id, t.sequence_offset, t.released_revision, t.told_outbox_id as held_outbox_id, t.former_addresses
    from planned p cross join lateral (select * from tickets t where t.event_id = p.event_id offset 0) t
    where p.audience = 'standing' and p.lane = 0 and t.tenant_id = p.tenant_id and t.released_revision is null
      and t.id <> all(${released}::bigint[])`;
}

const SEATS = sql`
    select ${PLAN}, p.subject_kind, t.id as subject_id, t.email, t.name, t.zone, t.zone_source, t.language, t.role, t.participation_status,
      t.ticket_type_id as type_id, t.sequence_offset, t.released_revision, t.told_outbox_id as held_outbox_id, t.former_addresses
    from planned p cross join lateral ${sql.raw(byId('tickets', 'p.subject_id', 'p.tenant_id'))} t where p.subject_kind = 'seat'`;

const PLACES = sql`
    select ${PLAN}, p.subject_kind, w.id as subject_id, w.email, w.name, w.zone, w.zone_source, w.language, 'attendee' as role,
      'needs-action' as participation_status, w.offered_type_id as type_id, 0 as sequence_offset, null::int as released_revision, null::bigint as held_outbox_id, null::jsonb as former_addresses
    from planned p cross join lateral ${sql.raw(byId('waitlist_entries', 'p.subject_id', 'p.tenant_id'))} w where p.subject_kind = 'place'`;
