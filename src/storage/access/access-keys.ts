import { sql } from 'kysely';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Database } from '../../postgres/database.ts';
import { TENANT_COLUMNS, tenantOfHost } from '../tenants/tenants.ts';

/** A live access key and the client it stands for. */
export type AccessKey = {
  secretHash: Buffer;
  clientId: number;
  requestsPerSecond: number;
  /** `resource.action.scope`, all of the client's one role. */
  permissions: string[];
};

/**
 * The tenant of a host (lower case, without port), undefined when it is nobody's, and its access key of this id that was not revoked, or undefined. One
 * statement, for it goes before everything a program asks.
 */
export async function findAccessKey(
  db: Database,
  host: string,
  keyId: string,
): Promise<{ tenant: Tenant | undefined; key: AccessKey | undefined }> {
  const found = await sql<Tenant & Omit<AccessKey, 'secretHash'> & { secretHash: Buffer | null }>`
    select ${TENANT_COLUMNS}, k.* from ${tenantOfHost(host)} te left join lateral (
      select k.secret_hash, c.id as client_id, c.requests_per_second, r.permissions
      from (select * from access_keys k where k.key_id = ${keyId} and k.tenant_id = te.id and k.revoked_at is null offset 0) k
      cross join lateral (select * from clients c where c.id = k.client_id and c.tenant_id = k.tenant_id offset 0) c
      cross join lateral (select * from roles r where r.id = c.role_id and r.tenant_id = c.tenant_id offset 0) r) k on true`.execute(db);
  const [row] = found.rows;
  if (!row) return { tenant: undefined, key: undefined };
  const { secretHash, clientId, requestsPerSecond, permissions, ...tenant } = row;
  return { tenant, key: secretHash === null ? undefined : { secretHash, clientId, requestsPerSecond, permissions } };
}
