import { switchProfile as switchTo } from '../../operations/access/switch-profile.ts';
import { confirmed } from './answer.ts';
import type { CustomerCall } from './call.ts';
import { noSuchProfile } from './errors.ts';
import { parseId } from './schema.ts';

/** `PUT /api/public/coworkers/profiles/current?coworkerId=` (nexudus.md §3.4): from now on this session acts as another of its profiles. */
export async function switchProfile({ c, options, tenant, accessToken }: CustomerCall): Promise<Response> {
  const customerId = parseId(c.req.query('coworkerId') ?? '');
  if (customerId === null) return noSuchProfile();
  const { outcome } = await switchTo(options.context, tenant, accessToken, customerId);
  switch (outcome) {
    case 'switched':
      return confirmed(null);
    case 'not_found':
      return noSuchProfile();
  }
}
