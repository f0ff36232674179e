import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { findOrganisationOfSecret } from '../../storage/access/accounts.ts';
import type { Context } from '../context.ts';
import { hashSecret } from '../../crypto/secret.ts';

/** Whose developer secret this is. `networks` is where its tenant lets it be used from. */
export type Developer = { tenant: Tenant; organisationId: string; networks: string[] };

/** Undefined when nobody has this secret, or only a demo tenant while `demo` is off. One query, whatever comes of it. */
export async function findDeveloper(context: Context, secret: string, demo: boolean): Promise<Developer | undefined> {
  const found = await findOrganisationOfSecret(context.db, hashSecret(secret));
  return found && (demo || !found.tenant.demo) ? { ...found, networks: settingsOf(found.tenant).developerNetworks } : undefined;
}
