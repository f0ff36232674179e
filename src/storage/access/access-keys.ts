import { sql } from 'kysely';
import type { Database } from '../../postgres/database.ts';

/** A live access key and the client it stands for. */
export type AccessKey = {
  secretHash: Buffer;
  clientId: number;
  requestsPerSecond: number;
  /** `resource.action.scope`, all of the client's one role. */
  permissions: string[];
};

/** A tenant's access key that was not revoked, or undefined. */
export async function findAccessKey(db: Database, tenantId: number, keyId: string): Promise<AccessKey | undefined> {
  const found = await sql<AccessKey>`
    select k.secret_hash, c.id as client_id, c.requests_per_second, r.permissions from access_keys k
    join clients c on c.tenant_id = k.tenant_id and c.id = k.client_id
    join roles r on r.tenant_id = c.tenant_id and r.id = c.role_id
    where k.tenant_id = ${tenantId} and k.key_id = ${keyId} and k.revoked_at is null`.execute(db);
  return found.rows[0];
}
