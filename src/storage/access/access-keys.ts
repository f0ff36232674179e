import { sql } from 'kysely';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Database } from '../../postgres/database.ts';
import { readOnce } from '../../postgres/in-json.ts';
import { statement } from '../../postgres/statement.ts';
import { selectTenantByHost, tenantOf } from '../tenants/tenants.ts';

/** A live access key and the client it stands for. */
export type AccessKey = {
  secretHash: Buffer;
  clientId: number;
  requestsPerSecond: number;
  /** `resource.action.scope`, all of the client's one role. */
  permissions: string[];
};

const keyOf = readOnce((json: Omit<AccessKey, 'secretHash'> & { secretHash: string }) => json);

const selectKey = statement<{ host: string; keyId: string }, { tenant: string; accessKey: string | null }>(
  ({ host, keyId }) => sql`
    select te.tenant, case when r.id is not null then json_build_object('secretHash', encode(k.secret_hash, 'base64'), 'clientId', c.id,
      'requestsPerSecond', c.requests_per_second, 'permissions', r.permissions)::text end as access_key
    from (${selectTenantByHost(host)}) te
    left join access_keys k on k.tenant_id = te.id and k.key_id = ${keyId} and k.revoked_at is null
    left join clients c on c.tenant_id = te.id and c.id = k.client_id
    left join roles r on r.tenant_id = te.id and r.id = c.role_id`,
);

/**
 * The tenant of a host (lower case, without port), and there the access key of an id, unless it was revoked. One statement, since every
 * request begins with it.
 */
export async function findAccessKey(
  db: Database,
  host: string,
  keyId: string,
): Promise<{ tenant: Tenant; key: AccessKey | undefined } | undefined> {
  const [row] = await selectKey(db, { host, keyId });
  if (!row) return undefined;
  const key = row.accessKey === null ? undefined : keyOf(row.accessKey);
  return { tenant: tenantOf(row.tenant), key: key && { ...key, secretHash: Buffer.from(key.secretHash, 'base64') } };
}
