import { hashSecret } from '../../crypto/secret.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type Session, findSession } from '../../storage/access/sessions.ts';
import type { Context } from '../context.ts';
import { hostNameOf } from '../tenants/find-tenant.ts';

export type { Session };

/**
 * The tenant that a Host header means (find-tenant.ts), and who an access token speaks for there: nobody when it is absent, unknown there,
 * expired, or its person is not active. Undefined where the host is nobody's.
 */
export function authenticateSession(
  context: Context,
  hostHeader: string | undefined,
  accessToken: string | undefined,
): Promise<{ tenant: Tenant; session: Session | undefined } | undefined> {
  const tokenHash = accessToken === undefined ? null : hashSecret(accessToken);
  return findSession(context.db, hostNameOf(hostHeader), tokenHash, context.clock.now());
}
