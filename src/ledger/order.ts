import { purposesWhere } from '../domain/notices/who-is-told.ts';
import { REASONS } from './reasons.ts';

/*
 * The words of order and of "told" (promises 2 and 3), each once, for the statements that plan, claim and record. All of them look for the few other
 * deliveries of one subject. `offset 0` keeps each look-up what it is written as: the rows of one subject by the index that leads with it, and the tenant
 * compared afterwards, whatever the planner believes of a table that was never analysed (docs/decisions/0015). Arguments are aliases, never values.
 */

/** A delivery that reached its recipient, or may have. */
export const told = (delivery: string) => `(${delivery}.state in ('sent', 'sending') or ${delivery}.possibly_sent)`;

/** All deliveries of the subject of another row, as a table. */
export const ofSubject = (row: string) => `(select * from (select x.ctid as at, x.* from deliveries x
  where x.subject_id = ${row}.subject_id and x.subject_kind = ${row}.subject_kind offset 0) x where x.tenant_id = ${row}.tenant_id)`;

/** One seat, place or plan by its id, as a table. */
export const byId = (
  table: 'calendars' | 'deliveries' | 'events' | 'outbox' | 'ticket_types' | 'tickets' | 'waitlist_entries',
  id: string,
  tenantId: string,
) =>
  table === 'deliveries'
    ? `(select x.ctid as at, x.* from deliveries x where x.tenant_id = ${tenantId} and x.id = ${id} offset 0)`
    : `(select * from (select x.* from ${table} x where x.id = ${id} offset 0) x where x.tenant_id = ${tenantId})`;

/**
 * The revision of the newest notice that makes a delivery needless, or null. One that was itself found needless is not coming: it may have been so
 * because this very delivery, being sent, counted as told. A resend says the same as a retry would, only sooner.
 */
export const newerRevision = (d: string) => `(
  select max(n.revision) from ${ofSubject(d)} n where folded(n.recipient) = folded(${d}.recipient) and n.state <> 'aborted'
    and (n.revision > ${d}.revision or (${d}.attempts > 0 and n.revision = ${d}.revision and n.occurrence > ${d}.occurrence)))`;

const CANCELS = purposesWhere({ method: 'CANCEL' })
  .map((purpose) => `'${purpose}'`)
  .join(', ');

/** The revision of the event from which an address, no longer the one of a seat, is told nothing more: of a row's `former_addresses`, or null. */
export const formerSince = (former: string, address: string) => `(${former}->>folded(${address}))::int`;

/** Why there is nothing left to tell although nothing newer tells it: the words, or null. */
export const overBecause = (d: string) => `case
  when ${d}.subject_kind = 'seat' then (
    select case when t.released_revision > ${d}.revision and ${d}.purpose not in (${CANCELS}) then ${REASONS.seat_over()}
      when ${d}.revision < ${formerSince('t.former_addresses', `${d}.recipient`)} then ${REASONS.address_over()} end
    from ${byId('tickets', `${d}.subject_id`, `${d}.tenant_id`)} t)
  when ${d}.purpose = 'seat_offered' then (
    select ${REASONS.offer_over('w.state')} from ${byId('waitlist_entries', `${d}.subject_id`, `${d}.tenant_id`)} w where w.state <> 'offered') end`;
