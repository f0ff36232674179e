import { sql } from 'kysely';
import type { Database, Transaction } from '../../postgres/database.ts';

/** Inserts a client with a role of its own, and gives its number. */
export async function insertClient(
  tx: Transaction,
  tenantId: number,
  { name, permissions, requestsPerSecond }: { name: string; permissions: string[]; requestsPerSecond: number },
): Promise<number> {
  const inserted = await sql<{ id: number }>`
    with role as (insert into roles (tenant_id, name, permissions) values (${tenantId}, ${name}, ${permissions}::text[]) returning id)
    insert into clients (tenant_id, name, role_id, requests_per_second)
    select ${tenantId}, ${name}, role.id, ${requestsPerSecond} from role returning id`.execute(tx);
  const id = inserted.rows[0]?.id;
  if (id === undefined) throw new Error('the client was not inserted');
  return id;
}

/** Adds a key to a client of the tenant. False where there is no such client. */
export async function insertAccessKey(
  db: Database | Transaction,
  tenantId: number,
  key: { keyId: string; clientId: number; secretHash: Buffer },
  now: Temporal.Instant,
): Promise<boolean> {
  const inserted = await sql`insert into access_keys (tenant_id, key_id, client_id, secret_hash, created_at)
    select tenant_id, ${key.keyId}, id, ${key.secretHash}, ${now} from clients where tenant_id = ${tenantId} and id = ${key.clientId}`.execute(
    db,
  );
  return inserted.numAffectedRows === 1n;
}

/** Revokes a living key. False when there is none. */
export async function setKeyRevoked(db: Database, tenantId: number, keyId: string, now: Temporal.Instant): Promise<boolean> {
  const revoked = await sql`
    update access_keys set revoked_at = ${now} where tenant_id = ${tenantId} and key_id = ${keyId} and revoked_at is null`.execute(db);
  return revoked.numAffectedRows === 1n;
}

/** Inserts an account with a key that stands for it. */
export async function insertAccount(
  db: Database,
  tenantId: number,
  account: { number: number; organisationId: string; keyHash: Buffer },
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    with account as (
      insert into accounts (tenant_id, number, organisation_id) values (${tenantId}, ${account.number}, ${account.organisationId}) returning number
    )
    insert into api_keys (tenant_id, label, key_hash, door, account_number, created_at)
    select ${tenantId}, 'account ' || number, ${account.keyHash}, 'account', number, ${now} from account`.execute(db);
}
