import type { Context } from 'hono';
import { findDeveloper } from '../../operations/access/find-developer.ts';
import { findOrganisation } from '../../operations/tenants/find-organisation.ts';
import { isInNetworks } from '../http/client-address.ts';
import type { DoorEnv } from '../http/door.ts';
import { throttleKey } from '../http/throttle-key.ts';
import { type ZyntroDoor, know } from './auth.ts';
import { fail } from './errors.ts';
import { presentMember, presentOrganisation, succeed } from './present.ts';
import { type Body, isMissing } from './schema.ts';

/**
 * POST /apis/v2/public/developers/fetchIdentifiers (zyntro.md §3): whose a developer secret is. From an address that its tenant does not list
 * the right secret is the same miss as a wrong one, or it could be tried from anywhere.
 */
export async function fetchIdentifiers(door: ZyntroDoor, c: Context<DoorEnv>, body: Body): Promise<Response> {
  const { developer_secret: secret } = body;
  if (isMissing(secret)) return fail(c, 'MISSING_DEVELOPER_SECRET');
  const found = await findDeveloper(door.context, typeof secret === 'string' ? secret : '', door.demo);
  if (!found || !isInNetworks(c.get('clientAddress'), found.networks)) {
    await door.throttle.miss(throttleKey(c.get('clientAddress')));
    return fail(c, 'INVALID_DEVELOPER_SECRET');
  }
  know(c, found.tenant);
  const organisation = await findOrganisation(door.context, found.tenant, found.organisationId);
  if (!organisation) return fail(c, 'ORG_NOT_FOUND');
  return succeed(c, {
    // Of a key only its hash is kept.
    api_key: null,
    organization: presentOrganisation(organisation),
    members: organisation.members.map(presentMember),
    brands: [],
  });
}
