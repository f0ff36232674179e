import { sql } from 'kysely';
import type { ApiKey } from '../../domain/access/api-key.ts';
import type { Scope } from '../../domain/access/scope.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Database } from '../../postgres/database.ts';
import { TENANT_COLUMNS } from '../tenants/tenants.ts';

const COLUMNS = sql.raw('k.id, k.label as name, k.scopes, k.created_at, k.expires_at, k.last_used_at, k.previous_until');

/** Keys of our own API that were not revoked, over the alias `k`. */
const LIVE = sql.raw(`k.door = 'v1' and k.revoked_at is null`);

/** The tenant that a live key of our own API belongs to and what it may do, by the hash of its secret, or of the one before while that still opens. */
export async function findTenantOfKey(
  db: Database,
  keyHash: Buffer,
  now: Temporal.Instant,
): Promise<{ tenant: Tenant; keyId: number; scopes: Scope[]; lastUsedAt: Temporal.Instant | null } | undefined> {
  const found = await sql<Tenant & { keyId: number; scopes: Scope[]; lastUsedAt: Temporal.Instant | null }>`
    select ${TENANT_COLUMNS}, k.id as key_id, k.scopes, k.last_used_at
    from (
      select * from api_keys where key_hash = ${keyHash}
      union all
      select * from api_keys where previous_hash = ${keyHash} and previous_until > ${now}
    ) k join tenants te on te.id = k.tenant_id
    where ${LIVE} and (k.expires_at is null or k.expires_at > ${now})`.execute(db);
  const [row] = found.rows;
  if (!row) return undefined;
  const { keyId, scopes, lastUsedAt, ...tenant } = row;
  return { tenant, keyId, scopes, lastUsedAt };
}

/** Remembers that a key was used, unless another process did so since `before`. */
export async function saveKeyUse(
  db: Database,
  tenantId: number,
  id: number,
  now: Temporal.Instant,
  before: Temporal.Instant,
): Promise<void> {
  await sql`update api_keys set last_used_at = ${now}
    where tenant_id = ${tenantId} and id = ${id} and (last_used_at is null or last_used_at <= ${before})`.execute(db);
}

/** The keys of a tenant after one of them by number, so many at most; or one of them. */
export async function listApiKeys(
  db: Database,
  tenantId: number,
  which: { id: number } | { after: number; limit: number },
): Promise<ApiKey[]> {
  const where = 'id' in which ? sql`k.id = ${which.id}` : sql`k.id > ${which.after}`;
  const limit = 'id' in which ? 1 : which.limit;
  const found = await sql<ApiKey>`
    select ${COLUMNS} from api_keys k where k.tenant_id = ${tenantId} and ${where} and ${LIVE} order by k.id limit ${limit}`.execute(db);
  return found.rows;
}

/** Inserts a key. */
export async function insertApiKey(
  db: Database,
  tenantId: number,
  key: Pick<ApiKey, 'name' | 'scopes' | 'createdAt' | 'expiresAt'> & { keyHash: Buffer },
): Promise<ApiKey> {
  const inserted = await sql<ApiKey>`
    insert into api_keys as k (tenant_id, label, key_hash, door, scopes, created_at, expires_at)
    values (${tenantId}, ${key.name}, ${key.keyHash}, 'v1', ${key.scopes}::text[], ${key.createdAt}, ${key.expiresAt})
    returning ${COLUMNS}`.execute(db);
  const [row] = inserted.rows;
  if (!row) throw new Error('the key was not inserted');
  return row;
}

/** Gives a live key another secret; the present one opens until `previousUntil`, and one from before no more. */
export async function replaceKeyHash(
  db: Database,
  tenantId: number,
  id: number,
  { keyHash, previousUntil }: { keyHash: Buffer; previousUntil: Temporal.Instant },
): Promise<ApiKey | undefined> {
  const replaced = await sql<ApiKey>`
    update api_keys k set key_hash = ${keyHash}, previous_hash = k.key_hash, previous_until = ${previousUntil}
    where k.tenant_id = ${tenantId} and k.id = ${id} and ${LIVE} returning ${COLUMNS}`.execute(db);
  return replaced.rows[0];
}

/** A key opens nothing any more, by neither of its secrets. False where none lives. */
export async function setApiKeyRevoked(db: Database, tenantId: number, id: number, now: Temporal.Instant): Promise<boolean> {
  const revoked = await sql`
    update api_keys k set revoked_at = ${now}, previous_hash = null, previous_until = null
    where k.tenant_id = ${tenantId} and k.id = ${id} and ${LIVE}`.execute(db);
  return revoked.numAffectedRows === 1n;
}
