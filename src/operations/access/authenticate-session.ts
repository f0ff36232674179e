import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type Session, findSession } from '../../storage/access/sessions.ts';
import type { Context } from '../context.ts';
import { hostOf } from '../tenants/find-tenant.ts';
import { hashSecret } from '../../crypto/secret.ts';

export type { Session };

/**
 * The tenant that a Host header means, undefined when it means none, and who an access token speaks for there; undefined when it is unknown there, expired,
 * or its person is not active.
 */
export function authenticateSession(
  context: Context,
  hostHeader: string | undefined,
  accessToken: string,
): Promise<{ tenant: Tenant | undefined; session: Session | undefined }> {
  return findSession(context.db, hostOf(hostHeader), hashSecret(accessToken), context.clock.now());
}
