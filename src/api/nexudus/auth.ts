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

/** The tenant of a host, and who an Authorization header speaks for there: nobody unless it holds a live access token of that tenant. */
export async function authenticate(
  options: DoorOptions,
  host: string,
  authorization: string | undefined,
): Promise<{ tenant: Tenant | undefined; signedIn: SignedIn | undefined }> {
  const accessToken = BEARER.exec(authorization ?? '')?.[1];
  const found = await authenticateSession(options.context, host, accessToken);
  if (!found?.session || accessToken === undefined || !acceptsSecrets(options, found.tenant)) {
    return { tenant: found?.tenant, signedIn: undefined };
  }
  const { tenant, session } = found;
  return { tenant, signedIn: { tenant, session, accessToken } };
}
