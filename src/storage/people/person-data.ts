import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../postgres/database.ts';
import type { Traces } from './traces.ts';

/** Rows as they are kept, by what they are; without hashes, sealed secrets and numbers of tenants. */
export type PersonData = Record<string, object[]>;

/** All that a tenant keeps of somebody outside of the ledger. */
export async function readPersonData(db: Database, tenantId: number, { addresses, names }: Traces): Promise<PersonData> {
  const them = sql`any(${addresses}::text[])`;
  const users = sql`(select id from users where tenant_id = ${tenantId} and folded(email) = ${them})`;
  const customers = sql`(select id from customers where tenant_id = ${tenantId} and (folded(email) = ${them} or user_id in ${users}))`;
  const parts: Record<string, RawBuilder<object>> = {
    accounts: sql`select id, email, full_name, first_name, last_name, zone, work_hours, active, is_admin, house_role, last_signed_in_at, created_at, deleted_at,
      password_hash is not null as has_password, totp_sealed is not null as has_two_factor from users where tenant_id = ${tenantId} and id in ${users}`,
    customers: sql`select id, full_name, first_name, middle_name, last_name, email, contact_number, address, zone, zone_source, language, is_member, active, created_at
      from customers where tenant_id = ${tenantId} and id in ${customers}`,
    contacts: sql`select id, full_name, email, zone, language from contacts where tenant_id = ${tenantId} and folded(email) = ${them}`,
    members: sql`select id, full_name, email, zone, active from members where tenant_id = ${tenantId} and folded(email) = ${them}`,
    tickets: sql`select t.id, t.event_id, e.title as event, e.starts_at, t.name, t.email, t.telephone, t.zone, t.language, t.role, t.participation_status, t.code,
      t.issued_at, t.released_at, t.former_addresses from tickets t join events e on e.tenant_id = t.tenant_id and e.id = t.event_id
      where t.tenant_id = ${tenantId} and t.email_folded = ${them} order by t.id`,
    waiting_lists: sql`select w.id, w.event_id, e.title as event, w.name, w.email, w.zone, w.language, w.state, w.joined_at
      from waitlist_entries w join events e on e.tenant_id = w.tenant_id and e.id = w.event_id where w.tenant_id = ${tenantId} and w.email_folded = ${them}`,
    orders: sql`select o.id, o.state, o.total, o.currency, o.created_at, l.event_id, l.holder, l.price from orders o
      join order_lines l on l.tenant_id = o.tenant_id and l.order_id = o.id
      where o.tenant_id = ${tenantId} and (o.customer_id in ${customers} or folded(l.holder->>'email') = ${them})`,
    events_organized: sql`select id, title, organizer_name, reply_to, starts_at from events where tenant_id = ${tenantId} and folded(reply_to) = ${them}`,
    comments: sql`select id, event_id, posted_by, title, body, rating, created_at from comments
      where tenant_id = ${tenantId} and (customer_id in ${customers} or (customer_id is null and posted_by = any(${names}::text[])
        and event_id in (select event_id from tickets where tenant_id = ${tenantId} and email_folded = ${them})))`,
    account_mails: sql`select kind, recipient, name, language, state, created_at, finished_at, last_reply from account_mails
      where tenant_id = ${tenantId} and user_id in ${users}`,
    sessions: sql`select 'portal' as what, client_id, created_at, expires_at from sessions where tenant_id = ${tenantId} and user_id in ${users}
      union all select 'house', null, started_at, ends_at from house_sessions where tenant_id = ${tenantId} and user_id in ${users}`,
    audit: sql`select at, action, actor_kind, actor_id, subject_kind, subject_id, details, network from audit_entries where tenant_id = ${tenantId}
      and ((actor_kind = 'user' and actor_id in (select id::text from ${users} u)) or (subject_kind = 'person' and subject_id in (select id::text from ${users} u)))`,
  };
  const data: PersonData = {};
  for (const [what, part] of Object.entries(parts)) data[what] = (await part.execute(db)).rows;
  return data;
}
