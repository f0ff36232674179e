import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type Session, authenticateSession } from '../../operations/access/authenticate-session.ts';
import type { DoorOptions } from '../http/door.ts';

export type { Session };

/** Whoever acts as a customer here: the tenant of the host, the active profile, and the token they showed. */
export type SignedIn = { tenant: Tenant; session: Session; accessToken: string };

// RFC 6750 §2.1.
const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]+=*) *$/i;

/** Whether this tenant's passwords and tokens count: those of a demo are public, and refused once the demo is off. */
export function acceptsSecrets(options: DoorOptions, tenant: Tenant): boolean {
  return options.demo || !tenant.demo;
}

/** Who an Authorization header speaks for at a tenant; undefined unless it holds a live access token of that tenant. */
export async function authenticate(
  options: DoorOptions,
  tenant: Tenant | undefined,
  authorization: string | undefined,
): Promise<SignedIn | undefined> {
  const accessToken = BEARER.exec(authorization ?? '')?.[1];
  if (!tenant || !accessToken || !acceptsSecrets(options, tenant)) return undefined;
  const session = await authenticateSession(options.context, tenant, accessToken);
  return session && { tenant, session, accessToken };
}
