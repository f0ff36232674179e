import { sql } from 'kysely';
import type { Scope } from '../../domain/access/scope.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Database } from '../../postgres/database.ts';
import { TENANT_COLUMNS } from '../tenants/tenants.ts';

/** The tenant that a live key of our own API belongs to and what it may do, by the key's hash. */
export async function findTenantOfKey(
  db: Database,
  keyHash: Buffer,
): Promise<{ tenant: Tenant; keyId: number; scopes: Scope[] } | undefined> {
  const found = await sql<Tenant & { keyId: number; scopes: Scope[] }>`
    select ${TENANT_COLUMNS}, k.id as key_id, k.scopes from api_keys k join tenants te on te.id = k.tenant_id
    where k.key_hash = ${keyHash} and k.door = 'v1' and k.revoked_at is null`.execute(db);
  const [row] = found.rows;
  if (!row) return undefined;
  const { keyId, scopes, ...tenant } = row;
  return { tenant, keyId, scopes };
}
