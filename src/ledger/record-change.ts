import { sql } from 'kysely';
import type { Audience, Change, Plan, Request } from '../domain/notices/change.ts';
import { cleanReason } from '../domain/notices/change.ts';
import { type Event, factsOf } from '../domain/events/event.ts';
import { topicsOf } from '../domain/webhooks/webhook.ts';
import type { Transaction } from '../postgres/database.ts';
import type { SubjectKind } from '../domain/notices/subject.ts';
import { expandPlans } from './expand-plans.ts';

/**
 * Up to this many recipients a plan is expanded in the change's own transaction, so that the answer can count its notices
 * exactly; beyond it the request commits the plan alone and takes as long for 100,000 recipients as for three.
 */
const EXPAND_AT_ONCE = 50;

/** `notices`: how many notices the change owes, service mails left out; exact up to 50 recipients, beyond it the number of tickets covered. */
export type Recorded = { changeId: number; notices: number };

/**
 * Writes a change into history and its notices, those of other programs too, into the outbox, in the change's own transaction (promise 1).
 * `standing` is the number of tickets the event had before the change, `joined` those it got by it.
 */
export async function recordChange(
  tx: Transaction,
  change: Change,
  request: Request,
  covers: { standing: number; joined: number },
  now: Temporal.Instant,
): Promise<Recorded> {
  const { event } = change;
  const reason = cleanReason(request.reason);
  const topics = topicsOf(change);
  const plans = change.plans.map((plan) => planRow(plan, event, covers)).filter((plan) => plan.planned > 0);
  const written = await sql<{ changeId: number; outbox: { id: number; lane: number; planned: number; subjectKind: SubjectKind | null }[] }>`
    with change as (
      insert into changes (tenant_id, event_id, ticket_id, revision, kind, actor_kind, actor_id, reason, before, after, cause, at)
      values (${event.tenantId}, ${event.id}, ${change.ticketId}, ${event.revision}, ${change.kind}, ${request.actor.kind},
        ${request.actor.id}, ${reason}, ${JSON.stringify(change.before)}, ${JSON.stringify(change.after)}, ${request.cause}, ${now})
      returning tenant_id, id, event_id, revision, reason, at
    ), hooked as (
      insert into webhook_deliveries (tenant_id, webhook_id, change_id, topics, facts, due_at, created_at)
      select c.tenant_id, w.id, c.id, ${topics}::text[], jsonb_build_object('eventId', c.event_id, 'publicId', ${event.publicId}::text,
        'calendarId', ca.id, 'calendarPublicId', ca.public_id, 'title', ${event.title}::text, 'startsAt', ${event.startsAt.toString()}::text,
        'endsAt', ${event.endsAt.toString()}::text, 'status', ${event.status}::text), c.at, c.at
      from change c join webhooks w on w.tenant_id = c.tenant_id and w.status <> 'disabled' and w.topics && ${topics}::text[]
      join calendars ca on ca.tenant_id = c.tenant_id and ca.id = ${event.calendarId}
    ), planned as (
      insert into outbox (tenant_id, event_id, change_id, revision, purpose, audience, subject_kind, subject_id, offer_until, recipient, service, occurrence, method,
        sequence, dtstamp, facts, uid_scope, uid, reason, state, lane, planned, created_at, expanded_at)
      select c.tenant_id, c.event_id, c.id, c.revision, p.purpose, p.audience, p."subjectKind", p."subjectId", p."offerUntil", p.recipient, p.service, p.occurrence, p.method,
        ${event.sequence}::int, ${event.dtstamp}::timestamptz, ${JSON.stringify(factsOf(change.shown ?? event, request.actor))}::jsonb, ${event.uidScope}::text,
        ${event.uid}::text, c.reason, case when p.lane = 0 then 'expanded' else 'pending' end, p.lane, p.planned, c.at,
        case when p.lane = 0 then c.at end
      from change c cross join jsonb_to_recordset(${JSON.stringify(plans)}::jsonb) as p(purpose text, audience text,
        "subjectKind" text, "subjectId" bigint, "offerUntil" timestamptz, recipient jsonb, service jsonb, occurrence int, method text, lane smallint, planned int)
      returning id, lane, planned, subject_kind as "subjectKind"
    )
    select c.id as change_id, coalesce((select jsonb_agg(p order by p.id) from planned p), '[]') as outbox from change c`.execute(tx);
  const [recorded] = written.rows;
  if (!recorded) throw new Error('the change was not recorded');
  const { outbox } = recorded;
  const plansOf = (wanted: (plan: (typeof outbox)[number]) => boolean) =>
    outbox.filter(wanted).map(({ id }) => ({ tenantId: event.tenantId, id }));
  const expanded = await expandPlans(
    tx,
    plansOf(({ lane }) => lane === 0),
    EXPAND_AT_ONCE,
    now,
  );
  const service = new Set(plansOf(({ subjectKind }) => subjectKind === 'event').map(({ id }) => id));
  const queued = expanded.reduce((sum, plan) => sum + (service.has(plan.id) ? 0 : plan.queued), 0);
  const notices = outbox.reduce((sum, plan) => sum + (plan.lane === 0 ? 0 : plan.planned), queued);
  return { changeId: recorded.changeId, notices };
}

function planRow(plan: Plan, event: Event, covers: { standing: number; joined: number }) {
  const { audience } = plan;
  const about = subjectOf(audience, event);
  const planned = audience.kind === 'standing' || audience.kind === 'joined' ? covers[audience.kind] : 1;
  return {
    purpose: plan.purpose,
    method: plan.method,
    audience: about === null ? audience.kind : 'one',
    subjectKind: about?.kind ?? null,
    subjectId: about?.id ?? null,
    offerUntil: audience.kind === 'entry' ? audience.until.toString() : null,
    recipient: audience.kind === 'ticket' || audience.kind === 'organizer' ? audience.recipient : null,
    service: audience.kind === 'organizer' ? audience.service : null,
    occurrence: audience.kind === 'ticket' ? audience.occurrence : 0,
    planned,
    lane: planned <= EXPAND_AT_ONCE ? 0 : 1,
  };
}

/** What a plan is about; null: a set of seats. */
function subjectOf(audience: Audience, event: Event): { kind: SubjectKind; id: number } | null {
  switch (audience.kind) {
    case 'standing':
    case 'joined':
      return null;
    case 'ticket':
      return { kind: 'seat', id: audience.ticketId };
    case 'entry':
      return { kind: 'place', id: audience.entryId };
    case 'organizer':
      return { kind: 'event', id: event.id };
  }
}
