import { createHmac } from 'node:crypto';
import { folded } from '../../domain/people/address.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Transaction } from '../../postgres/database.ts';
import { isKnownNetwork, rememberNetwork } from '../../storage/access/known-networks.ts';
import type { Context } from '../context.ts';

const KNOWN_HOURS = 90 * 24;

/** Whether somebody signed in with this address from this network within 90 days; the same work where there is no such account. */
export function knowsNetwork(context: Context, tenant: Tenant, email: string, network: string): Promise<boolean> {
  return isKnownNetwork(context.db, tenant.id, hashOf(context, tenant.id, email, network), longAgo(context));
}

/** Remembers a network that a user has signed in from. */
export function keepNetwork(
  tx: Transaction,
  context: Context,
  { tenantId, userId, email, network }: { tenantId: number; userId: number; email: string; network: string },
): Promise<void> {
  const known = { tenantId, userId, networkHash: hashOf(context, tenantId, email, network), seenAt: context.clock.now() };
  return rememberNetwork(tx, known, longAgo(context));
}

function longAgo({ clock }: Context): Temporal.Instant {
  return clock.now().subtract({ hours: KNOWN_HOURS });
}

function hashOf({ sealingKey }: Context, tenantId: number, email: string, network: string): Buffer {
  return createHmac('sha256', sealingKey)
    .update(JSON.stringify(['network', tenantId, folded(email), network]))
    .digest();
}
