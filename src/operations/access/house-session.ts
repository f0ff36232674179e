import { hashSecret, newToken } from '../../crypto/secret.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Transaction } from '../../postgres/database.ts';
import {
  type HouseSession,
  deleteHouseSession,
  findHouseSession,
  insertHouseSession,
  renewHouseSession,
  touchHouseSession,
} from '../../storage/access/house-sessions.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { hostNameOf } from '../tenants/find-tenant.ts';

export type { HouseSession };

/** A working day at most, and over once nobody used it for two hours: the machine may be a front desk's. */
const MOST_HOURS = 12;
const IDLE_MINUTES = 120;
/** A token that was read somewhere is of no use for longer; a page's requests that are under way when it changes still get in. */
const RENEWED_AFTER_MINUTES = 60;
const EARLIER_TOKEN_SECONDS = 60;
const NOTED_EVERY_SECONDS = 60;

/** Begins a session of somebody of the house, in the transaction of the sign-in, and gives its token: kept as a hash only. */
export async function startHouseSession(
  tx: Transaction,
  context: Context,
  tenant: Tenant,
  { userId, method }: Pick<HouseSession, 'userId' | 'method'>,
  asking: Omit<Asking, 'actor'>,
): Promise<{ token: string; endsAt: Temporal.Instant }> {
  const startedAt = context.clock.now();
  const endsAt = startedAt.add({ hours: MOST_HOURS });
  const token = newToken(context);
  await insertHouseSession(tx, { tenantId: tenant.id, userId, tokenHash: hashSecret(token), method, startedAt, endsAt });
  const actor = { kind: 'user', id: String(userId) } as const;
  await writeDown(tx, context, tenant, { ...asking, actor }, { action: 'signed_in', details: { method } });
  return { token, endsAt };
}

/**
 * Who a token is of, at the tenant that a Host header means; undefined where it opens nothing. `due`: it is to be given another token with the next request
 * that changes something (`renewSession`). A use is noted once a minute.
 */
export async function authenticateHouseSession(
  context: Context,
  hostHeader: string | undefined,
  token: string,
): Promise<{ tenant: Tenant; session: HouseSession; due: boolean } | undefined> {
  const now = context.clock.now();
  const tokenHash = hashSecret(token);
  const found = await findHouseSession(context.db, hostNameOf(hostHeader), tokenHash, {
    now,
    idleSince: now.subtract({ minutes: IDLE_MINUTES }),
    renewedSince: now.subtract({ seconds: EARLIER_TOKEN_SECONDS }),
  });
  if (!found) return undefined;
  const { tenant, session } = found;
  const noted = now.subtract({ seconds: NOTED_EVERY_SECONDS });
  if (Temporal.Instant.compare(session.seenAt, noted) < 0) await touchHouseSession(context.db, tenant.id, tokenHash, now, noted);
  const old = Temporal.Instant.compare(session.renewedAt, now.subtract({ minutes: RENEWED_AFTER_MINUTES })) < 0;
  return { tenant, session, due: old && !session.byEarlierToken };
}

/** Gives a session another token in place of this one; undefined where somebody else of the same page did. */
export async function renewSession(context: Context, tenant: Tenant, token: string): Promise<string | undefined> {
  const next = newToken(context);
  const renewed = await renewHouseSession(context.db, tenant.id, hashSecret(token), hashSecret(next), context.clock.now());
  return renewed ? next : undefined;
}

/** Ends a session; nothing where there is none. */
export async function endHouseSession(context: Context, tenant: Tenant, token: string, asking: Omit<Asking, 'actor'>): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const userId = await deleteHouseSession(tx, tenant.id, hashSecret(token));
    if (userId === undefined) return;
    await writeDown(tx, context, tenant, { ...asking, actor: { kind: 'user', id: String(userId) } }, { action: 'signed_out' });
  });
}
