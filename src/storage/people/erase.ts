import { type RawBuilder, sql } from 'kysely';
import { ERASED, ERASED_NAME, type ErasedCounts, type Erasure, patternsOf } from '../../domain/people/erasure.ts';
import type { Transaction } from '../../postgres/database.ts';

/** Those who are forgotten as a table `w(address, alias)`. */
const whom = ({ people }: Erasure): RawBuilder<unknown> =>
  sql`unnest(${people.map(({ address }) => address)}::text[], ${people.map(({ alias }) => alias)}::text[]) w(address, alias)`;

type Count = (what: string, statement: RawBuilder<unknown>) => Promise<void>;

function counter(tx: Transaction): { counts: ErasedCounts; count: Count } {
  const counts: ErasedCounts = {};
  return {
    counts,
    async count(what, statement) {
      const { numAffectedRows } = await statement.execute(tx);
      counts[what] = (counts[what] ?? 0) + Number(numAffectedRows ?? 0n);
    },
  };
}

/** Takes people out of events: seats, places in waiting lists and lines of orders keep who they were of as a hash; comments lose their author; words that name them go. */
export async function eraseFromEvents(tx: Transaction, erasure: Erasure, now: Temporal.Instant): Promise<ErasedCounts> {
  const { tenantId, eventIds, names } = erasure;
  const { counts, count } = counter(tx);
  const ofEvents = sql`t.tenant_id = ${tenantId} and t.event_id = any(${eventIds}::bigint[])`;
  // Before the address itself: what it was before is found by the seat.
  await count(
    'former_addresses',
    sql`update tickets t set former_addresses = (
        select jsonb_object_agg(coalesce(w.alias, e.key), e.value) from jsonb_each(t.former_addresses) e left join ${whom(erasure)} on w.address = e.key)
      where ${ofEvents} and t.former_addresses is not null and exists (select from ${whom(erasure)} where t.former_addresses ? w.address)`,
  );
  await count(
    'tickets',
    sql`update tickets t set email = w.alias, name = null, telephone = null, contact_id = null from ${whom(erasure)} where ${ofEvents} and t.email_folded = w.address`,
  );
  await count(
    'waitlist_entries',
    sql`update waitlist_entries t set email = w.alias, name = null from ${whom(erasure)} where ${ofEvents} and t.email_folded = w.address`,
  );
  await count(
    'order_lines',
    sql`update order_lines t set holder = t.holder || jsonb_build_object('email', w.alias, 'name', null) from ${whom(erasure)}
      where ${ofEvents} and folded(t.holder->>'email') = w.address`,
  );
  await count(
    'comments',
    sql`update comments t set posted_by = ${ERASED_NAME}, title = null, body = null, published = false
      where ${ofEvents} and t.customer_id is null and lower(t.posted_by) = any(${names.map((name) => name.toLowerCase())}::text[])`,
  );
  await count(
    'events_organized',
    sql`update events t set reply_to = null, organizer_name = te.name from ${whom(erasure)}, tenants te
      where t.tenant_id = ${tenantId} and t.id = any(${eventIds}::bigint[]) and te.id = t.tenant_id and folded(t.reply_to) = w.address`,
  );
  const { addresses, names: inWords, fullNames } = patternsOf(erasure);
  const without = (column: string) =>
    sql`regexp_replace(regexp_replace(${sql.ref(column)}, ${addresses}, ${ERASED}, 'gi'), ${fullNames}, ${ERASED}, 'g')`;
  // The title and the place of what is to come are not changed under people who were told of them.
  const words = sql`concat_ws(' ', description, short_description, case when ends_at < ${now} then concat_ws(' ', title, location) end)`;
  await count(
    'events_naming_them',
    sql`update events set description = ${without('description')}, short_description = ${without('short_description')},
        title = case when ends_at < ${now} then ${without('title')} else title end,
        location = case when ends_at < ${now} then ${without('location')} else location end
      where tenant_id = ${tenantId} and id = any(${eventIds}::bigint[]) and (${words} ~* ${addresses} or ${words} ~ ${fullNames})`,
  );
  await count(
    'events_naming_them',
    sql`update events set cancel_reason = regexp_replace(regexp_replace(cancel_reason, ${addresses}, ${ERASED}, 'gi'), ${inWords}, ${ERASED}, 'g')
      where tenant_id = ${tenantId} and id = any(${eventIds}::bigint[]) and (cancel_reason ~* ${addresses} or cancel_reason ~ ${inWords})`,
  );
  return counts;
}

/** Takes people out of the house's own books: who comes, who is of the house, its address book, and all by which they sign in. */
export async function eraseFromBooks(tx: Transaction, erasure: Erasure, now: Temporal.Instant): Promise<ErasedCounts> {
  const { tenantId } = erasure;
  const { counts, count } = counter(tx);
  const users = sql`(select u.id from users u join ${whom(erasure)} on folded(u.email) = w.address where u.tenant_id = ${tenantId})`;
  for (const table of [
    'sessions',
    'house_sessions',
    'refresh_tokens',
    'one_time_tokens',
    'recovery_codes',
    'known_networks',
    'account_mails',
    'house_calendars',
  ])
    await count('credentials', sql`delete from ${sql.table(table)} where tenant_id = ${tenantId} and user_id in ${users}`);
  await count(
    'audit_entries',
    sql`update audit_entries set network = null where tenant_id = ${tenantId} and network is not null and (
      (actor_kind = 'user' and actor_id in (select id::text from ${users} u)) or (subject_kind = 'person' and subject_id in (select id::text from ${users} u)))`,
  );
  const customers = sql`(select c.id from customers c where c.tenant_id = ${tenantId}
    and (c.user_id in ${users} or folded(c.email) in (select w.address from ${whom(erasure)})))`;
  await count(
    'comments',
    sql`update comments set posted_by = ${ERASED_NAME}, title = null, body = null, published = false, customer_id = null
      where tenant_id = ${tenantId} and customer_id in ${customers}`,
  );
  await count(
    'customers',
    sql`update customers set full_name = ${ERASED_NAME}, first_name = null, middle_name = null, last_name = null, email = null, contact_number = null,
        address = null, active = false, user_id = null where tenant_id = ${tenantId} and id in ${customers}`,
  );
  await count(
    'contacts',
    sql`delete from contacts c using ${whom(erasure)} where c.tenant_id = ${tenantId} and folded(c.email) = w.address`,
  );
  await count(
    'members',
    sql`update members m set full_name = ${ERASED_NAME}, email = w.alias, active = false from ${whom(erasure)}
      where m.tenant_id = ${tenantId} and folded(m.email) = w.address`,
  );
  await count(
    'accounts',
    sql`update users u set email = w.alias, full_name = ${ERASED_NAME}, first_name = null, last_name = null, password_hash = null, totp_sealed = null, zone = null,
        work_hours = '{}', department_id = null, role_id = null, house_role = null, is_admin = false, active = false, deleted_at = coalesce(deleted_at, ${now})
      from ${whom(erasure)} where u.tenant_id = ${tenantId} and folded(u.email) = w.address`,
  );
  return counts;
}
