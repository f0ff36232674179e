import { type RawBuilder, sql } from 'kysely';
import { ERASED, type ErasedCounts, type Erasure, patternsOf } from '../domain/people/erasure.ts';
import type { Database, Transaction } from '../postgres/database.ts';
import { REASONS } from './reasons.ts';

/** Those who are forgotten as a table `w(address, alias)`. */
const whom = ({ people }: Erasure): RawBuilder<unknown> =>
  sql`unnest(${people.map(({ address }) => address)}::text[], ${people.map(({ alias }) => alias)}::text[]) w(address, alias)`;

/** A server's words without the addresses in them; the argument is an expression, never a value. */
const withoutAddresses = (words: string) => sql.raw(`regexp_replace(${words}, '[^\\s<>"'',;:()]+@[^\\s<>"'',;:()]+', '${ERASED}', 'g')`);

/**
 * Waits for whoever is writing out plans of these events, and keeps others from it until the transaction ends: what is written out later reads who is
 * forgotten, and what was before is there to be changed.
 */
export async function holdPlans(tx: Transaction, { tenantId, eventIds }: Erasure): Promise<void> {
  await sql`select from outbox where tenant_id = ${tenantId} and event_id = any(${eventIds}::bigint[]) and state = 'pending' order by id for update`.execute(
    tx,
  );
}

/** Whether a mail to these people, who were taken out already, is on its way: its server's reply may name them, and is written down when it comes. */
export async function isUnderWay(tx: Transaction, { tenantId, people }: Erasure): Promise<boolean> {
  const aliases = people.map(({ alias }) => alias);
  const found = await sql`
    select 1 from deliveries where tenant_id = ${tenantId} and folded(recipient) = any(${aliases}::text[]) and state = 'sending' limit 1`.execute(
    tx,
  );
  return found.rows.length > 0;
}

/** The events that an address was ever mailed about. */
export async function eventsToldTo(db: Database, tenantId: number, addresses: string[]): Promise<number[]> {
  const found = await sql<{ eventId: number }>`
    select distinct event_id from deliveries where tenant_id = ${tenantId} and folded(recipient) = any(${addresses}::text[])`.execute(db);
  return found.rows.map(({ eventId }) => eventId);
}

/**
 * Takes people out of the ledger: their names and addresses, the mails that were kept and the messages to other programs that name them, and words that
 * do. What waited for them is not sent. Each delivery keeps its state, its times, its SHA-256 and who it was for as a hash, so that the sums stay what they were.
 */
export async function eraseFromLedger(tx: Transaction, erasure: Erasure, now: Temporal.Instant): Promise<ErasedCounts> {
  const { tenantId, eventIds, people } = erasure;
  // By their changes: of an event's plans only those that wait have an index.
  const itsChanges = sql`(select c.id from changes c where c.tenant_id = ${tenantId} and c.event_id = any(${eventIds}::bigint[]))`;
  const counts: ErasedCounts = {};
  const count = async (what: string, statement: RawBuilder<unknown>) => {
    const { numAffectedRows } = await statement.execute(tx);
    counts[what] = (counts[what] ?? 0) + Number(numAffectedRows ?? 0n);
  };
  const aliases = people.map(({ alias }) => alias);
  // Kept mails are of the demo alone; those of an event name whoever else it is about.
  await count(
    'kept_mails',
    sql`delete from captured_mails m where m.tenant_id = ${tenantId} and (folded(m.recipient) in (select w.address from ${whom(erasure)})
      or m.delivery_id in (select d.id from deliveries d where d.tenant_id = ${tenantId} and d.event_id = any(${eventIds}::bigint[])))`,
  );
  await count(
    'deliveries',
    sql`update deliveries d set recipient = w.alias, recipient_name = null, last_reply = ${withoutAddresses('d.last_reply')}
      from ${whom(erasure)} where d.tenant_id = ${tenantId} and folded(d.recipient) = w.address and d.event_id = any(${eventIds}::bigint[])`,
  );
  await count(
    'notices_not_sent',
    sql`update deliveries d set state = 'bounced', ended_because = 'suppressed', last_reply = ${sql.raw(REASONS.forgotten())}, finished_at = ${now}
      where d.tenant_id = ${tenantId} and d.event_id = any(${eventIds}::bigint[]) and folded(d.recipient) = any(${aliases}::text[])
        and d.state in ('queued', 'awaiting_retry')`,
  );
  await count(
    'attempts',
    sql`update delivery_attempts a set reply = ${withoutAddresses('a.reply')} from deliveries d
      where d.tenant_id = ${tenantId} and d.event_id = any(${eventIds}::bigint[]) and folded(d.recipient) = any(${aliases}::text[])
        and a.delivery_id = d.id and a.tenant_id = d.tenant_id and a.reply like '%@%'`,
  );
  await count(
    'suppressions',
    sql`delete from suppressions s using ${whom(erasure)} where s.tenant_id = ${tenantId} and s.address = w.address`,
  );
  await count(
    'plans',
    sql`update outbox o set recipient = null from ${whom(erasure)}
      where o.tenant_id = ${tenantId} and o.change_id in ${itsChanges} and folded(o.recipient->>'email') = w.address and o.audience <> 'one'`,
  );
  await count(
    'plans',
    sql`update outbox o set recipient = o.recipient || jsonb_build_object('email', w.alias, 'name', null) from ${whom(erasure)}
      where o.tenant_id = ${tenantId} and o.change_id in ${itsChanges} and folded(o.recipient->>'email') = w.address`,
  );
  await count(
    'plans',
    sql`update outbox o set facts = o.facts || jsonb_build_object('replyTo', null, 'organizerName', te.name) from ${whom(erasure)}, tenants te
      where o.tenant_id = ${tenantId} and te.id = o.tenant_id and o.change_id in ${itsChanges} and folded(o.facts->>'replyTo') = w.address`,
  );
  const { addresses, names, fullNames, values } = patternsOf(erasure);
  const text = (column: string) =>
    sql`regexp_replace(regexp_replace(${sql.ref(column)}, ${addresses}, ${ERASED}, 'gi'), ${names}, ${ERASED}, 'g')`;
  const hasText = (column: string) => sql`(${sql.ref(column)} ~* ${addresses} or ${sql.ref(column)} ~ ${names})`;
  const json = (column: string) =>
    sql`regexp_replace(regexp_replace(regexp_replace(${sql.ref(column)}::text, ${addresses}, ${ERASED}, 'gi'), ${values}, ${JSON.stringify(ERASED)}, 'g'),
      ${fullNames}, ${ERASED}, 'g')::jsonb`;
  const hasJson = (column: string) =>
    sql`(${sql.ref(column)}::text ~* ${addresses} or ${sql.ref(column)}::text ~ ${values} or ${sql.ref(column)}::text ~ ${fullNames})`;
  await count(
    'plans',
    sql`update outbox set facts = ${json('facts')}, reason = ${text('reason')} where tenant_id = ${tenantId} and change_id in ${itsChanges} and (${hasJson('facts')} or ${hasText('reason')})`,
  );
  await count(
    'history',
    sql`update changes set before = ${json('before')}, after = ${json('after')}, reason = ${text('reason')}
      where tenant_id = ${tenantId} and event_id = any(${eventIds}::bigint[]) and (${hasJson('before')} or ${hasJson('after')} or ${hasText('reason')})`,
  );
  const messages = sql`select h.id from webhooks k cross join ${itsChanges} c
    join webhook_deliveries h on h.webhook_id = k.id and h.change_id = c.id and h.tenant_id = k.tenant_id where k.tenant_id = ${tenantId}`;
  await count(
    'messages_to_programs',
    sql`update webhook_attempts set payload = null, answer = null where tenant_id = ${tenantId} and message_id in (${messages})
      and (${hasJson('payload')} or ${hasText('answer')})`,
  );
  await count(
    'messages_to_programs',
    sql`update webhook_deliveries set facts = ${json('facts')}, last_error = ${text('last_error')} where tenant_id = ${tenantId} and id in (${messages})
      and (${hasJson('facts')} or ${hasText('last_error')})`,
  );
  return counts;
}
