import { grantedTo } from '../../../domain/people/house.ts';
import { authenticateHouseSession, renewSession } from '../../../operations/access/house-session.ts';
import type { Credential } from '../principal.ts';
import { hostOf } from './guesses.ts';
import { keepSession, sessionTokenOf } from './cookie.ts';

/**
 * A person of the house by the cookie of their session, with what their role may do now. A session that is due for another token gets it with the next
 * request that changes something, since reading changes nothing.
 */
export const bySession: Credential = async (options, c) => {
  const { context, demo } = options;
  const token = c.req.header('authorization') === undefined ? sessionTokenOf(c, options) : undefined;
  const found = token === undefined ? undefined : await authenticateHouseSession(context, hostOf(c), token);
  if (!found || token === undefined || (found.tenant.demo && !demo)) return undefined;
  const { tenant, session } = found;
  if (found.due && !/^(?:GET|HEAD)$/.test(c.req.method)) {
    const next = await renewSession(context, tenant, token);
    if (next !== undefined) keepSession(c, options, next);
  }
  return { tenant, actor: { kind: 'user', id: String(session.userId), name: session.fullName }, session, ...grantedTo(session) };
};
