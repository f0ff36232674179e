import { sql } from 'kysely';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Database } from '../../postgres/database.ts';
import { TENANT_COLUMNS } from '../tenants/tenants.ts';

/** The tenant that a live key of our own API belongs to, by the key's hash. */
export async function findTenantOfKey(db: Database, keyHash: Buffer): Promise<{ tenant: Tenant; keyId: number } | undefined> {
  const found = await sql<Tenant & { keyId: number }>`
    select ${TENANT_COLUMNS}, k.id as key_id from api_keys k join tenants te on te.id = k.tenant_id
    where k.key_hash = ${keyHash} and k.door = 'v1' and k.revoked_at is null`.execute(db);
  const [row] = found.rows;
  if (!row) return undefined;
  const { keyId, ...tenant } = row;
  return { tenant, keyId };
}
