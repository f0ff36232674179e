import { type RawBuilder, sql } from 'kysely';
import { purposesWhere } from '../domain/notices/who-is-told.ts';
import { byId, formerSince, ofSubject } from './order.ts';
import { listed } from './reasons.ts';
import { suppressedBecause } from './suppressions.ts';

/*
 * Who is owed what of a plan, as parts of a statement: from `subject` (what each plan is about, with the person it is first of all for) to `addressed` (its
 * people) and `judged` (what each knows), and what keeps somebody from being owed anything. Who is told what is domain/notices/who-is-told.ts;
 * here is read what each knows. `told` says when a delivery counts as told, over the aliases of a delivery and of its subject.
 */
type Told = (delivery: string, subject: string) => string;

/** One row for each subject and address: the one a resend names, else the person the subject belongs to and whoever was told about it, but at an address
 * that was corrected since. */
export const addressed = (told: Told): RawBuilder<unknown> =>
  sql.raw(`addressed as materialized (
  select s.tenant_id, s.outbox_id, s.revision, s.subject_kind, s.subject_id, folded(s.email) as own_address, s.held_outbox_id, s.role, s.participation_status,
         s.type_id, s.sequence_offset, s.released_revision, a.* from subject s cross join lateral (
    select distinct on (folded(x.recipient)) x.* from (
      select coalesce(s.sent_to->>'email', s.email) as recipient,
             case when s.sent_to is null then s.name else s.sent_to->>'name' end as recipient_name,
             case when s.subject_kind = 'event' then s.zone else coalesce(s.sent_to->>'zone', s.zone) end as zone,
             case when s.subject_kind = 'event' then s.zone_source else coalesce(s.sent_to->>'zoneSource', s.zone_source) end as zone_source,
             case when s.subject_kind = 'event' then s.language else coalesce(s.sent_to->>'language', s.language) end as language, 0::bigint as rank
      union all
      select d.recipient, d.recipient_name, d.zone, d.zone_source, d.language, d.id from ${ofSubject('s')} d
      where s.audience <> 'joined' and s.occurrence = 0 and s.subject_kind <> 'event' and ${told('d', 's')}
        and d.revision >= coalesce(${formerSince('s.former_addresses', 'd.recipient')}, 0)
    ) x order by folded(x.recipient), x.rank) a)`);

/** What each of them was told first and last. */
export const judged = (told: Told): RawBuilder<unknown> =>
  sql.raw(`judged as (
  select a.*, told.message_id as first_message_id,
         -- One that only may have arrived, and is not sent again, is no reason to say nothing.
         coalesce(told.certain, true) as certain,
         coalesce(told.outbox_id, case when folded(a.recipient) = a.own_address then a.held_outbox_id end) as told_outbox_id
  from addressed a
  left join lateral (
    select (array_agg(d.state <> 'aborted' order by d.id desc))[1] as certain, (array_agg(d.outbox_id order by d.id desc))[1] as outbox_id,
           (array_agg(d.message_id order by d.id))[1] as message_id
    from ${ofSubject('a')} d where folded(d.recipient) = folded(a.recipient) and ${told('d', 'a')}
  ) told on true)`);

const NOTHING_IF_NEVER_TOLD = listed(purposesWhere({ neverTold: 'nothing' }));
const NOTHING_IF_TOLD_THE_SAME = listed(purposesWhere({ toldTheSame: 'nothing' }));

/** Joins to `judged j` and its plan `p`: the plan each was told last `o`, why their address is mailed nothing `s.because`, and `e.code`, null where a notice is owed. */
export const owedNothingBecause: RawBuilder<unknown> = sql`
    left join lateral ${sql.raw(byId('outbox', 'j.told_outbox_id', 'j.tenant_id'))} o on true
    cross join lateral (select ${suppressedBecause('p.tenant_id', 'j.recipient')} as because) s
    cross join lateral (select case
      when j.recipient is null then 'no_address'
      when j.told_outbox_id is null and p.purpose in (${NOTHING_IF_NEVER_TOLD}) then 'never_told'
      when j.certain and p.purpose in (${NOTHING_IF_TOLD_THE_SAME}) and o.facts->>'startsAt' = p.facts->>'startsAt' and o.facts->>'endsAt' = p.facts->>'endsAt'
        and o.facts->>'title' = p.facts->>'title' and (o.facts->>'location') is not distinct from (p.facts->>'location') then 'told_the_same'
      when s.because is not null then 'suppressed' end as code) e`;
