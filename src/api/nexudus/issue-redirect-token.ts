import { issueOneTimeToken } from '../../operations/access/issue-one-time-token.ts';
import type { CustomerCall } from './call.ts';
import { confirmed } from './answer.ts';

/**
 * `POST /api/sys/users/token/refresh` (nexudus.md §3.3): despite its name a short opaque token for `?t=` in a link, which the exchange
 * route takes once.
 */
export async function issueRedirectToken({ options, tenant, session }: CustomerCall): Promise<Response> {
  return confirmed(await issueOneTimeToken(options.context, tenant.id, session.user.id, 'sign_in'));
}
