import type { Tenant } from '../../domain/tenants/tenant.ts';
import { refreshSession } from '../../operations/access/refresh-session.ts';
import { granted } from './answer.ts';
import type { Call } from './call.ts';
import { tokenRefused } from './errors.ts';
import { clientIdOf } from './schema.ts';

/**
 * The refresh grant (nexudus.md §3.2). Unknown, used, expired and another client's tokens get the same answer, and one that was shown
 * by the wrong client stays good for the right one.
 */
export async function grantByRefresh({ c, options }: Call, form: URLSearchParams, usable: Tenant | undefined): Promise<Response> {
  const clientId = clientIdOf(c.req.header('client_id'), form);
  if (clientId === null)
    return tokenRefused('invalid_grant', 'client_id is required, as a header or in the form, with the value it had at sign-in.');
  const refreshed = usable && (await refreshSession(options.context, usable, { refreshToken: form.get('refresh_token') ?? '', clientId }));
  return refreshed?.outcome === 'refreshed'
    ? granted(refreshed)
    : tokenRefused('invalid_grant', 'The refresh token is not valid. Sign in again.');
}
