import { type RawBuilder, sql } from 'kysely';
import type { Change, Request } from '../domain/notices/change.ts';
import { cleanReason } from '../domain/notices/change.ts';
import { factsOf } from '../domain/events/event.ts';
import { topicsOf } from '../domain/webhooks/webhook.ts';
import { countOwed } from './count-owed.ts';
import { type Covered, planRow } from './plan-rows.ts';

export type { Covered };

/** The parts of a statement that record a change, an expression that counts the notices it owes, and whether it owes any. */
export type Recorded = { parts: RawBuilder<unknown>[]; notices: RawBuilder<unknown>; owes: boolean };

/**
 * Records a change of the event that the part `saved` wrote: into history, into the outbox one row for each plan of notices, and for other programs. All are
 * parts of the statement that saves the event, so that they are there together or not at all (promise 1). Workers turn the plans into
 * deliveries. Where `covered.seats` is not 0 a part `seated` must stand before these.
 */
export function recordChange(change: Change, request: Request, covered: Covered, now: Temporal.Instant): Recorded {
  const { event } = change;
  const topics = topicsOf(change);
  // Whatever a draft's seats go through: its people hear of it once it is published.
  const told = event.status === 'draft' ? [] : change.plans;
  const plans = told.map((plan) => planRow(plan, event, covered)).filter((plan) => plan.planned > 0);
  const ticketId = change.ticketId === 'seated' ? sql`(select min(id) from seated)` : sql`${change.ticketId}::bigint`;
  const history = sql`change as (
    insert into changes (tenant_id, event_id, ticket_id, revision, kind, actor_kind, actor_id, reason, before, after, cause, at)
    select tenant_id, id, ${ticketId}, revision, ${change.kind}, ${request.actor.kind}, ${request.actor.id}, ${cleanReason(request.reason)},
      ${JSON.stringify(change.before)}::jsonb, ${JSON.stringify(change.after)}::jsonb, ${request.cause}, ${now}::timestamptz from saved
    returning tenant_id, id, event_id, revision, reason, at)`;
  const hooked = sql`hooked as (
    insert into webhook_deliveries (tenant_id, webhook_id, change_id, topics, facts, due_at, created_at)
    select c.tenant_id, w.id, c.id, ${topics}::text[], jsonb_build_object('eventId', c.event_id, 'publicId', ${event.publicId}::text,
      'calendarId', ca.id, 'calendarPublicId', ca.public_id, 'title', ${event.title}::text, 'startsAt', ${event.startsAt.toString()}::text,
      'endsAt', ${event.endsAt.toString()}::text, 'status', ${event.status}::text), c.at, c.at
    from change c join webhooks w on w.tenant_id = c.tenant_id and w.status <> 'disabled' and w.topics && ${topics}::text[]
    join calendars ca on ca.tenant_id = c.tenant_id and ca.id = ${event.calendarId})`;
  const planned = sql`planned as (
    insert into outbox (tenant_id, event_id, change_id, revision, purpose, audience, subject_kind, subject_id, offer_until, recipient, service, occurrence, listed,
      method, sequence, dtstamp, facts, uid_scope, uid, reason, state, lane, planned, created_at)
    select c.tenant_id, c.event_id, c.id, c.revision, p.purpose, p.audience, p."subjectKind", p."subjectId", p."offerUntil", p.recipient, p.service,
      p.occurrence, p.listed, p.method, ${event.sequence}::int, ${event.dtstamp}::timestamptz, ${JSON.stringify(factsOf(change.shown ?? event, request.actor))}::jsonb,
      ${event.uidScope}::text, ${event.uid}::text, c.reason, 'pending', p.lane, p.planned, c.at
    from change c cross join jsonb_to_recordset(${JSON.stringify(plans)}::jsonb) as p(purpose text, audience text, "subjectKind" text, "subjectId" bigint,
      "offerUntil" timestamptz, recipient jsonb, service jsonb, occurrence int, listed bigint[], method text, lane smallint, planned int)
    returning *)`;
  const parts = [history, ...(topics.length > 0 ? [hooked] : []), ...(plans.length > 0 ? [planned] : [])];
  if (plans.length === 0) return { parts, notices: sql`0`, owes: false };
  const owed = countOwed(plans, covered, now);
  return { parts: [...parts, ...owed.parts], notices: owed.notices, owes: true };
}
