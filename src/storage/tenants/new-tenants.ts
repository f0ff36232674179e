import { sql } from 'kysely';
import type { NewTenant } from '../../domain/tenants/new-tenant.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { TENANT_COLUMNS } from './tenants.ts';

/** Whether some tenant has this host. */
export async function isHostTaken(db: Database, host: string): Promise<boolean> {
  return (await sql`select from tenant_hosts where host = ${host}`.execute(db)).rows.length > 0;
}

/** Whether the demo is among the tenants. */
export async function holdsDemo(db: Database): Promise<boolean> {
  return (await sql`select from tenants where demo limit 1`.execute(db)).rows.length > 0;
}

/** Inserts a tenant that has decided nothing yet. */
export async function insertTenant(
  tx: Transaction,
  { name, host, zone, locale, senderMailbox }: NewTenant,
  now: Temporal.Instant,
): Promise<Tenant> {
  const inserted = await sql<Tenant>`
    insert into tenants as te (name, hosts, zone, locale, sender_mailbox, created_at)
    values (${name}, ${[host]}::text[], ${zone}, ${locale}, ${senderMailbox}, ${now}) returning ${TENANT_COLUMNS}`.execute(tx);
  const [tenant] = inserted.rows;
  if (!tenant) throw new Error('the tenant was not inserted');
  return tenant;
}

/** Inserts who looks after a tenant, and gives their number. */
export async function insertAdministrator(
  tx: Transaction,
  tenantId: number,
  { email, fullName, passwordHash }: { email: string; fullName: string; passwordHash: string },
  now: Temporal.Instant,
): Promise<number> {
  const inserted = await sql<{ id: number }>`
    insert into users (tenant_id, email, full_name, password_hash, is_admin, created_at)
    values (${tenantId}, ${email}, ${fullName}, ${passwordHash}, true, ${now}) returning id`.execute(tx);
  return numberOf(inserted.rows);
}

/** Inserts a calendar in a tenant's zone, and gives its number. */
export async function insertFirstCalendar(
  tx: Transaction,
  tenant: Tenant,
  { publicId, name }: { publicId: string; name: string },
  now: Temporal.Instant,
): Promise<number> {
  const inserted = await sql<{ id: number }>`
    insert into calendars (tenant_id, public_id, name, zone, created_at)
    values (${tenant.id}, ${publicId}, ${name}, ${tenant.zone}, ${now}) returning id`.execute(tx);
  return numberOf(inserted.rows);
}

/** Inserts a key of our own API that may do everything at its tenant. */
export async function insertAdminKey(
  tx: Transaction,
  tenantId: number,
  { label, keyHash }: { label: string; keyHash: Buffer },
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into api_keys (tenant_id, label, key_hash, door, scopes, created_at)
    values (${tenantId}, ${label}, ${keyHash}, 'v1', '{admin}', ${now})`.execute(tx);
}

function numberOf([row]: { id: number }[]): number {
  if (!row) throw new Error('the row was not inserted');
  return row.id;
}
