import { type RawBuilder, sql } from 'kysely';
import { formerSince, ofSubject } from './order.ts';

/**
 * Parts of a statement that end with `people`: everybody an event concerns, each once, and `why` they know its latest or do not (domain/notices/reach.ts;
 * besides `reached` and `nothing_owed`). Of some seats alone where they are given, each found by its number.
 */
export function peopleOf(tenantId: number, eventId: number, seats: number[] | null = null): RawBuilder<unknown> {
  // Seats and notices are put below each other and sorted, never joined: right after a crowd's plan is made the planner takes it for a few
  // rows, and would compare a hundred thousand with each other pair by pair. A seat is a notice of plan 0 to its holder, the latest where there
  // is no other. Which plan is still to come to it is decided in the words of expand-plans.ts, and holds for whoever was told of an older one.
  const ofThese = seats === null ? sql`` : sql`and id = any(${seats}::bigint[])`;
  const deliveries =
    seats === null
      ? sql`(select * from deliveries where event_id = ${eventId} offset 0)`
      : sql`(select d.* from (select ${tenantId}::bigint as tenant_id, 'seat' as subject_kind, id as subject_id from unnest(${seats}::bigint[]) as k(id)) k
          cross join lateral ${sql.raw(ofSubject('k'))} d where d.event_id = ${eventId})`;
  return sql`plans as materialized (
      select id, purpose, audience, subject_kind, subject_id, revision, cursor_ticket_id from outbox
      -- One for some by their numbers tells them again what they were owed before.
      where state = 'pending' and audience <> 'listed' and event_id = ${eventId} and tenant_id = ${tenantId}
    ), latest as (
      select distinct on (ticket_id, entry_id, folded) *, max(coming_id) over (partition by ticket_id) as planned_id,
        max(outbox_id) over (partition by ticket_id, entry_id, folded) as newest_id, max(former) over (partition by ticket_id)::jsonb as former_addresses from (
        select case d.subject_kind when 'seat' then d.subject_id end as ticket_id, case d.subject_kind when 'place' then d.subject_id end as entry_id, coalesce(folded(d.recipient), '') as folded, d.outbox_id, d.id as latest_id, d.recipient, d.purpose, d.state,
          d.attempts, d.last_reply, d.due_at, d.possibly_sent, null::bigint as coming_id, false as knew, d.revision, null::text as former,
          -- What was needless says no more than the notice that made it so, whose own state counts; and what gave way, nothing.
          case when d.ended_because in ('told_the_same', 'superseded') then 1 else 0 end as rank
        from ${deliveries} d where d.tenant_id = ${tenantId} and d.subject_kind <> 'event'
        union all
        select t.id, null, coalesce(t.email_folded, ''), 0, 0, t.email, null, null, null, null, null, false, (
            select max(p.id) from plans p where p.cursor_ticket_id < t.id and case p.audience
              when 'one' then p.subject_kind = 'seat' and p.subject_id = t.id
              when 'joined' then t.issued_revision = p.revision
              else t.issued_revision < p.revision and (t.released_revision is null or t.released_revision > p.revision) end),
          t.told_outbox_id is not null or t.released_revision is not null
            or (select e.status = 'draft' from events e where e.id = ${eventId} and e.tenant_id = ${tenantId}), t.issued_revision, t.former_addresses::text, 2
        from (select * from tickets where event_id = ${eventId} ${ofThese} offset 0) t where t.tenant_id = ${tenantId}
      -- An older plan that was passed by a ticket's own is written later, and says less.
      ) r order by ticket_id, entry_id, folded, rank, outbox_id desc
    ), people as materialized (
      select *, coalesce(ticket_id, 0) as seat_id,
        case when planned_id > newest_id then 'not_written' when knew then 'nothing_owed' when latest_id = 0 then 'not_planned'
          when state = 'sent' or state = 'captured' and possibly_sent then 'reached' when state = 'aborted' then 'nothing_owed' when recipient is null then 'no_address'
          when state in ('queued', 'awaiting_retry', 'bounced') and exists (
            select from suppressions s where s.tenant_id = ${tenantId} and s.address = folded) then 'suppressed'
          when state = 'awaiting_retry' then 'deferred' else state end as why
      from latest
      -- An address that was corrected is nobody's any more.
      where former_addresses is null or ticket_id is null or revision >= coalesce(${sql.raw(formerSince('former_addresses', 'folded'))}, 0)
    )`;
}
