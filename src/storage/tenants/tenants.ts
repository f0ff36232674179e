import { sql } from 'kysely';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { fromJson, readOnce } from '../../postgres/in-json.ts';
import { type Place, statement } from '../../postgres/statement.ts';

/** Columns of a Tenant, over the alias `te`. */
export const TENANT_COLUMNS = sql.raw(
  `te.id, te.public_id, te.name, te.zone, te.locale, te.sender_mailbox, te.currency, te.demo, te.settings`,
);

/** A Tenant as one value, where its columns would meet others of the same name; over the alias `te`. */
export const TENANT_AS_JSON =
  sql.raw(`jsonb_build_object('id', te.id, 'publicId', te.public_id, 'name', te.name, 'zone', te.zone, 'locale', te.locale,
  'senderMailbox', te.sender_mailbox, 'currency', te.currency, 'demo', te.demo, 'settings', te.settings)`);

/** One tenant by its number, or undefined. */
export async function findTenant(db: Database, id: number): Promise<Tenant | undefined> {
  const found = await sql<Tenant>`select ${TENANT_COLUMNS} from tenants te where te.id = ${id}`.execute(db);
  return found.rows[0];
}

/** A tenant that came as text of TENANT_COLUMNS in JSON. */
export const tenantOf = readOnce((row: object) => fromJson<Tenant>(row, []));

/**
 * Selects `id` and, as text for `tenantOf`, `tenant` of the one that a host name (lower case, without port) belongs to; where only one exists,
 * any host reaches it. No row when several exist and none has the host.
 */
export const selectTenantByHost = (host: string | Place) => sql<{ id: number; tenant: string }>`
  select te.id, (select to_json(p)::text from (select ${TENANT_COLUMNS}) p) as tenant from tenants te
  where te.id = coalesce(
    (select min(tenant_id) from tenant_hosts where host = ${host}),
    (select min(few.id) from (select id from tenants limit 2) few having count(*) = 1))`;

const byHost = statement<{ host: string }, { tenant: string }>(({ host }) => selectTenantByHost(host));

/** The tenant of a host, or undefined. */
export async function findTenantByHost(db: Database, host: string): Promise<Tenant | undefined> {
  const [row] = await byHost(db, { host });
  return row && tenantOf(row.tenant);
}

/** Whether any tenant exists: then this is somebody's database. */
export async function holdsTenants(db: Database): Promise<boolean> {
  const found = await sql`select 1 from tenants limit 1`.execute(db);
  return found.rows.length > 0;
}

/** Every tenant of the installation, for the operator's own commands. */
export async function listTenants(db: Database): Promise<Tenant[]> {
  return (await sql<Tenant>`select ${TENANT_COLUMNS} from tenants te order by te.id`.execute(db)).rows;
}

/** The tenant one of whose hosts begins with this label; undefined when there is none, or more than one. */
export async function findTenantByLabel(db: Database, label: string): Promise<Tenant | undefined> {
  const found = await sql<Tenant>`
    select ${TENANT_COLUMNS} from tenants te
    where exists (select from unnest(te.hosts) host where split_part(host, '.', 1) = ${label}) limit 2`.execute(db);
  return found.rows.length === 1 ? found.rows[0] : undefined;
}

/** Keeps one setting of a tenant, and leaves the others; undefined forgets it. */
export async function saveSetting(db: Database, tenantId: number, name: string, value: unknown): Promise<void> {
  const settings =
    value === undefined
      ? sql`settings - ${name}::text`
      : sql`settings || jsonb_build_object(${name}::text, ${JSON.stringify(value)}::jsonb)`;
  await sql`update tenants set settings = ${settings} where id = ${tenantId}`.execute(db);
}

/** The hosts of a tenant, as they were given. */
export async function hostsOf(db: Database, tenantId: number): Promise<string[]> {
  const found = await sql<{ hosts: string[] }>`select hosts from tenants where id = ${tenantId}`.execute(db);
  return found.rows[0]?.hosts ?? [];
}

/** Lets one transaction at a time give hosts away: two that look whether one is free would both see that it is. */
export async function lockHosts(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('the hosts of tenants', 0))`.execute(tx);
}

/** Which of these hosts are another tenant's. */
export async function takenHosts(tx: Transaction, tenantId: number, hosts: string[]): Promise<string[]> {
  const found = await sql<{ host: string }>`
    select host from tenant_hosts where tenant_id <> ${tenantId} and host = any(${hosts}::text[]) order by host`.execute(tx);
  return found.rows.map(({ host }) => host);
}

/** Keeps what can be changed of a tenant. */
export async function saveTenant(tx: Transaction, tenant: Tenant & { hosts: string[] }): Promise<void> {
  await sql`
    update tenants set name = ${tenant.name}, zone = ${tenant.zone}, locale = ${tenant.locale}, sender_mailbox = ${tenant.senderMailbox},
      currency = ${tenant.currency}, hosts = ${tenant.hosts}::text[] where id = ${tenant.id}`.execute(tx);
}
