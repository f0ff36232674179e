import { acceptsSecrets } from './auth.ts';
import type { Call } from './call.ts';
import { formUnreadable, tokenRefused } from './errors.ts';
import { grantByPassword } from './grant-by-password.ts';
import { grantByRefresh } from './grant-by-refresh.ts';

/** `POST /api/token` (nexudus.md §3.1, §3.2): the password grant and the refresh grant, form-encoded only. */
export async function grantToken(call: Call): Promise<Response> {
  const { c, options, tenant } = call;
  if (!isForm(c.req.header('content-type'))) {
    return tokenRefused('unsupported_grant_type', 'Send the request as application/x-www-form-urlencoded.');
  }
  const body = await c.req.text().catch(() => null);
  if (body === null) return formUnreadable();
  const form = new URLSearchParams(body);
  const usable = tenant && acceptsSecrets(options, tenant) ? tenant : undefined;
  switch (form.get('grant_type') ?? '') {
    case 'password':
      return grantByPassword(call, form, usable);
    case 'refresh_token':
      return grantByRefresh(call, form, usable);
    default:
      return tokenRefused('unsupported_grant_type', 'Use grant_type=password or grant_type=refresh_token.');
  }
}

function isForm(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
}
