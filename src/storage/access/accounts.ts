import { sql } from 'kysely';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Database } from '../../postgres/database.ts';
import type { Event } from '../../domain/events/event.ts';
import { EVENT_COLUMNS } from '../events/events.ts';
import { TENANT_AS_JSON, TENANT_COLUMNS } from '../tenants/tenants.ts';

/** The number by which a caller names a tenant where it sends no host. */
export type Account = { number: number; organisationId: string; active: boolean };

/**
 * The tenant and event of an account's number and an event's public UUID, in one indexed query, so that every kind of miss
 * costs the same. Only of active accounts, and only meetings that are not published: a published or ticketed event's UUID
 * stands on pages that anybody may read, so it proves nothing about who sends it.
 */
export async function findEventOfAccount(
  db: Database,
  accountNumber: number,
  publicId: string,
): Promise<{ tenant: Tenant; event: Event; imported: boolean } | undefined> {
  const found = await sql<Event & { imported: boolean; tenant: Tenant }>`
    select ${EVENT_COLUMNS}, e.imported, ${TENANT_AS_JSON} as tenant
    from (select * from accounts a where a.number = ${accountNumber} and a.active offset 0) a
    cross join lateral (select * from tenants te where te.id = a.tenant_id offset 0) te
    cross join lateral (select * from events e where e.public_id = ${publicId} and e.tenant_id = a.tenant_id offset 0) e
    where e.uid_scope = 'event' and e.published_at is null and e.status <> 'draft'`.execute(db);
  const [row] = found.rows;
  if (!row) return undefined;
  const { imported, tenant, ...event } = row;
  return { tenant, event, imported };
}

/**
 * The tenant whose developer secret this is, by the secret's hash, and the organisation of its first active account. Of two tenants with one
 * secret neither is found: it would not say which is meant.
 */
export async function findOrganisationOfSecret(
  db: Database,
  secretHash: Buffer,
): Promise<{ tenant: Tenant; organisationId: string } | undefined> {
  const found = await sql<Tenant & { organisationId: string }>`
    select ${TENANT_COLUMNS}, a.organisation_id from tenants te
    cross join lateral (
      select organisation_id from accounts where tenant_id = te.id and active order by number limit 1) a
    where lower(te.settings->>'developerSecretHash') = ${secretHash.toString('hex')} limit 2`.execute(db);
  const [row, other] = found.rows;
  if (!row || other) return undefined;
  const { organisationId, ...tenant } = row;
  return { tenant, organisationId };
}

/** The account, active or not, that a live account key stands for, by the key's hash. */
export async function findAccountOfKey(db: Database, keyHash: Buffer): Promise<{ tenant: Tenant; account: Account } | undefined> {
  const found = await sql<Tenant & Account>`
    select ${TENANT_COLUMNS}, a.number, a.organisation_id, a.active from api_keys k
    join accounts a on a.tenant_id = k.tenant_id and a.number = k.account_number
    join tenants te on te.id = k.tenant_id
    where k.key_hash = ${keyHash} and k.door = 'account' and k.revoked_at is null`.execute(db);
  const [row] = found.rows;
  if (!row) return undefined;
  const { number, organisationId, active, ...tenant } = row;
  return { tenant, account: { number, organisationId, active } };
}
