import { sql } from 'kysely';
import type { PlainPurpose, Purpose } from '../domain/notices/notice.ts';
import type { SubjectKind } from '../domain/notices/subject.ts';
import type { AttendeeRole, ParticipationStatus, ZoneSource } from '../domain/people/people.ts';
import type { Database } from '../postgres/database.ts';
import { byId, newerRevision, ofSubject, overBecause, tellsState } from './order.ts';
import { REASONS } from './reasons.ts';
import { suppressedBecause } from './suppressions.ts';

/** A delivery a worker has taken, with all of its row that its mail shows. `attempts` counts the one now beginning. */
export type ClaimedDelivery = {
  tenantId: number;
  id: number;
  outboxId: number;
  eventId: number;
  subjectKind: SubjectKind;
  subjectId: number;
  purpose: Purpose | PlainPurpose;
  recipient: string;
  recipientName: string | null;
  zone: string;
  zoneSource: ZoneSource;
  language: string;
  role: AttendeeRole;
  participationStatus: ParticipationStatus;
  ticketTypeName: string | null;
  sequence: number;
  dtstamp: Temporal.Instant;
  messageId: string;
  inReplyTo: string | null;
  toldOutboxId: number | null;
  dueAt: Temporal.Instant;
  attempts: number;
  /** How often a server put it off, or the way to it broke, before this attempt. */
  setbacks: number;
  possiblySent: boolean;
  /** Of the bytes handed over before; null when none were. */
  contentSha256: string | null;
  createdAt: Temporal.Instant;
  ticketCode: string | null;
  ticketUid: string | null;
  holderName: string | null;
  /** The mail goes to somebody else than the ticket's holder. */
  toOther: boolean;
};

/**
 * Takes at most `limit` deliveries of a lane that are due, and became so not before `since` (null: whenever), oldest first, for a worker whose lease stands. Any number of workers
 * may do so at once. One statement: it commits before a byte is handed over.
 *
 * What keeps a recipient from hearing an older state after a newer one (promise 3):
 * - A delivery with a newer revision behind it, or a retry with a resend behind it, is not taken but aborted. Expansion has voided all that waited; this one came back
 *   from a failed attempt while the newer one was being written.
 * - One that offers or confirms what is not there any more is aborted, too, where nothing newer says so: nobody is told that a seat is theirs after they
 *   gave it back.
 * - While an older delivery of the same subject and recipient is being sent, the newer waits.
 * - It waits, too, while one not newer in revision is about to be due: another worker may be taking that one in this very moment,
 *   from a snapshot that does not hold ours. A minute is more than workers' clocks differ.
 * - A delivery waits while a plan of a newer revision that covers its subject is not expanded yet: that will void it. Words, which are of no revision
 *   of their own, wait for the state that stood when they were written, too.
 *
 * One whose address was suppressed since it was planned is not taken, either: it ends as bounced.
 */
export async function claimDeliveries(
  db: Database,
  worker: string,
  lane: number,
  limit: number,
  now: Temporal.Instant,
  since: Temporal.Instant | null = null,
): Promise<ClaimedDelivery[]> {
  const claimed = await sql<ClaimedDelivery>`
    with due as materialized (
      select d.ctid as at, ${sql.raw(newerRevision('d'))} as newer, ${sql.raw(overBecause('d'))} as over,
        ${suppressedBecause('d.tenant_id', 'd.recipient')} as suppressed
      from deliveries d
      where d.state in ('queued', 'awaiting_retry') and d.lane = ${lane} and d.due_at <= ${now} and d.due_at >= coalesce(${since}::timestamptz, '-infinity')
        and not exists (
          select 1 from ${sql.raw(ofSubject('d'))} o where o.id < d.id and folded(o.recipient) = folded(d.recipient)
            and (o.state = 'sending' or (o.revision <= d.revision and o.state in ('queued', 'awaiting_retry')
              and o.due_at <= ${now}::timestamptz + interval '1 minute')) offset 0)
        and not exists (
          select 1 from outbox p where p.state = 'pending' and p.event_id = d.event_id and p.tenant_id = d.tenant_id
            and (p.revision > d.revision or (p.revision = d.revision and p.id < d.outbox_id and not ${sql.raw(tellsState('d'))}))
            and case when p.audience = 'one' then p.subject_kind = d.subject_kind and p.subject_id = d.subject_id
              else p.audience = 'standing' and d.subject_kind = 'seat' and p.cursor_ticket_id < d.subject_id and exists (
                select 1 from ${sql.raw(byId('tickets', 'd.subject_id', 'd.tenant_id'))} t
                where t.released_revision is null or t.released_revision > p.revision) end offset 0)
      order by d.lane, d.due_at, d.id
      limit ${limit}
      for update of d skip locked
    ), claimed as (
      update deliveries d set
        state = case when w.newer is null and w.over is null then case when w.suppressed is null then 'sending' else 'bounced' end else 'aborted' end,
        ended_because = case when w.newer is not null then 'superseded' when w.over is not null then 'over' when w.suppressed is not null then 'suppressed' end,
        leased_by = case when stop.because is null then ${worker}::uuid end,
        attempts = d.attempts + (stop.because is null)::int,
        finished_at = case when stop.because is not null then ${now}::timestamptz end,
        last_reply = coalesce(stop.because, d.last_reply)
      from due w cross join lateral (select coalesce(${sql.raw(REASONS.superseded('w.newer'))}, w.over, w.suppressed) as because) stop
      where d.ctid = w.at
      returning d.*
    )
    select d.tenant_id, d.id, d.outbox_id, d.event_id, d.subject_kind, d.subject_id, d.purpose, d.recipient, d.recipient_name, d.zone, d.zone_source,
      d.language, d.role, d.participation_status, d.ticket_type_name, d.sequence, d.dtstamp, d.message_id, d.in_reply_to,
      d.told_outbox_id, d.due_at, d.attempts, d.setbacks, d.possibly_sent, d.content_sha256, d.created_at,
      t.code as ticket_code, t.uid as ticket_uid, t.name as holder_name, t.id is not null and folded(d.recipient) is distinct from t.email_folded as to_other
    from claimed d left join lateral ${sql.raw(byId('tickets', `case d.subject_kind when 'seat' then d.subject_id end`, 'd.tenant_id'))} t on true
    where d.state = 'sending'
    order by d.due_at, d.id`.execute(db);
  return claimed.rows;
}

/**
 * Gives deliveries back that were taken and not handed over: due at once, the attempt uncounted. Those the worker lost in
 * the meantime stay as they are.
 */
export async function giveBackDeliveries(
  db: Database,
  worker: string,
  unsent: Pick<ClaimedDelivery, 'tenantId' | 'id' | 'attempts'>[],
): Promise<void> {
  if (unsent.length === 0) return;
  await sql`
    update deliveries d set state = case when d.attempts = 1 then 'queued' else 'awaiting_retry' end, leased_by = null,
      attempts = d.attempts - 1
    from (select u.attempts, x.at from unnest(${unsent.map((one) => one.tenantId)}::bigint[], ${unsent.map((one) => one.id)}::bigint[],
      ${unsent.map((one) => one.attempts)}::int[]) as u(tenant_id, id, attempts)
      cross join lateral ${sql.raw(byId('deliveries', 'u.id', 'u.tenant_id'))} x offset 0) u
    where d.ctid = u.at and d.attempts = u.attempts and d.leased_by = ${worker}`.execute(db);
}

/** Gives back whatever else stands in this worker's name: claims it never heard of, so nothing of them was handed over. */
export async function giveBackUnknown(db: Database, worker: string, known: number[]): Promise<void> {
  await sql`
    update deliveries set state = case when attempts = 1 then 'queued' else 'awaiting_retry' end, leased_by = null, attempts = attempts - 1
    where state = 'sending' and leased_by = ${worker} and id <> all(${known}::bigint[])`.execute(db);
}
