import { sql } from 'kysely';
import type { Transaction } from './database.ts';

/** A refresh token as it is kept: for one user and the client it was given to. */
export type NewRefreshToken = {
  tenantId: number;
  tokenHash: Uint8Array;
  userId: number;
  clientId: string;
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
};

/**
 * Remembers a refresh token by its hash and voids the earlier one of the same user and client. Locks the user's row until
 * the transaction ends: two sign-ins at once would both find nothing to void, and the second would break the rule of one.
 */
export async function replaceRefreshToken(tx: Transaction, token: NewRefreshToken): Promise<void> {
  await sql`select from users where tenant_id = ${token.tenantId} and id = ${token.userId} for no key update`.execute(tx);
  await sql`update refresh_tokens set used_at = ${token.createdAt}
    where tenant_id = ${token.tenantId} and user_id = ${token.userId} and client_id = ${token.clientId} and used_at is null
    `.execute(tx);
  await sql`insert into refresh_tokens (tenant_id, token_hash, user_id, client_id, created_at, expires_at)
    values (${token.tenantId}, ${token.tokenHash}, ${token.userId}, ${token.clientId}, ${token.createdAt}, ${token.expiresAt})
    `.execute(tx);
}
