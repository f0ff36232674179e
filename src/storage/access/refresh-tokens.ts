import { sql } from 'kysely';
import { isSameAddress } from '../../domain/people/address.ts';
import type { Transaction } from '../../postgres/database.ts';

/** A refresh token as it is kept: for one user and the client it was given to. */
export type NewRefreshToken = {
  tenantId: number;
  tokenHash: Uint8Array;
  userId: number;
  clientId: string;
  /** The profile that a session made with it acts as. */
  customerId: number;
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
};

/**
 * Remembers a refresh token by its hash and voids the earlier one of the same user and client. Locks the user's row until
 * the transaction ends: two sign-ins at once would both find nothing to void, and the second would break the rule of one.
 */
export async function replaceRefreshToken(tx: Transaction, token: NewRefreshToken): Promise<void> {
  await sql`select from users where tenant_id = ${token.tenantId} and id = ${token.userId} for no key update`.execute(tx);
  await sql`delete from refresh_tokens
    where tenant_id = ${token.tenantId} and user_id = ${token.userId} and client_id = ${token.clientId}`.execute(tx);
  // Those of clients that never came back: more than come in, and never so many that a sign-in waits for it.
  await sql`delete from refresh_tokens r using (
      select tenant_id, token_hash from refresh_tokens where expires_at <= ${token.createdAt} order by expires_at limit 10 for update skip locked
    ) old where r.tenant_id = old.tenant_id and r.token_hash = old.token_hash`.execute(tx);
  await sql`insert into refresh_tokens (tenant_id, token_hash, user_id, client_id, customer_id, created_at, expires_at)
    values (${token.tenantId}, ${token.tokenHash}, ${token.userId}, ${token.clientId}, ${token.customerId}, ${token.createdAt},
      ${token.expiresAt})
    `.execute(tx);
}

/**
 * Uses a refresh token up and gives what it was for; undefined when it is unknown, used, expired or another client's. A client that
 * gave no name at sign-in is named by the address, in any case. Locks the user first, as `replaceRefreshToken` does: the other way
 * round, a renewal and a sign-in could wait for each other.
 */
export async function takeRefreshToken(
  tx: Transaction,
  token: { tenantId: number; tokenHash: Uint8Array; clientId: string },
  now: Temporal.Instant,
): Promise<{ userId: number; clientId: string; customerId: number | null } | undefined> {
  const { tenantId, tokenHash, clientId } = token;
  const owner = await sql<{ id: number; email: string }>`
    select u.id, u.email from users u
    where u.tenant_id = ${tenantId} and u.id = (
      select user_id from refresh_tokens where tenant_id = ${tenantId} and token_hash = ${tokenHash})
    for no key update`.execute(tx);
  const [user] = owner.rows;
  if (!user) return undefined;
  const named = isSameAddress(clientId, user.email) ? user.email : clientId;
  const taken = await sql<{ userId: number; clientId: string; customerId: number | null }>`
    delete from refresh_tokens
    where tenant_id = ${tenantId} and token_hash = ${tokenHash} and client_id = ${named} and expires_at > ${now}
    returning user_id, client_id, customer_id`.execute(tx);
  return taken.rows[0];
}
