import { listProfiles as list } from '../../operations/people/list-profiles.ts';
import { type CustomerCall, shaped } from './call.ts';
import { presentProfiles } from './present.ts';

/** `GET /api/public/coworkers/profiles` (nexudus.md §3.4): who am I. */
export async function listProfiles(call: CustomerCall): Promise<Response> {
  const { options, host, tenant, session, accessToken } = call;
  const profiles = await list(options.context, tenant, session.user.id);
  return shaped(call, presentProfiles({ tenant, host, session, accessToken, profiles }));
}
