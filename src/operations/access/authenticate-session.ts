import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type Session, findSession } from '../../storage/access/sessions.ts';
import type { Context } from '../context.ts';
import { hashSecret } from '../../crypto/secret.ts';

export type { Session };

/** Who an access token speaks for at this tenant; undefined when it is unknown here, expired, or its person is not active. */
export function authenticateSession(context: Context, tenant: Tenant, accessToken: string): Promise<Session | undefined> {
  return findSession(context.db, tenant.id, hashSecret(accessToken), context.clock.now());
}
