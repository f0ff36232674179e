import { listProfiles as list } from '../../operations/list-profiles.ts';
import { json } from './answer.ts';
import type { CustomerCall } from './call.ts';
import { presentProfiles } from './present.ts';
import { applyShape } from './shape.ts';

/** `GET /api/public/coworkers/profiles` (nexudus.md §3.4): who am I. */
export async function listProfiles({ c, options, host, tenant, session, accessToken }: CustomerCall): Promise<Response> {
  const profiles = await list(options.context, tenant, session.user.id);
  return json(200, applyShape(presentProfiles({ tenant, host, session, accessToken, profiles }), c.req.queries('_shape')));
}
