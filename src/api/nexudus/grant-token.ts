import { createHash } from 'node:crypto';
import { signIn } from '../../operations/sign-in.ts';
import { throttleKey } from '../http/throttle-key.ts';
import { json } from './answer.ts';
import { acceptsSecrets } from './auth.ts';
import type { Call } from './call.ts';
import { bodyUnreadable, tokenRefused, tooOften } from './errors.ts';
import { parseCredentials } from './schema.ts';

const NOT_RECOGNISED = 'Email or password not recognised.';

/** `POST /api/token` (nexudus.md §3.1): the password grant, form-encoded only. */
export async function grantToken({ c, options, throttle, tenant }: Call): Promise<Response> {
  if (!isForm(c.req.header('content-type'))) {
    return tokenRefused('unsupported_grant_type', 'Send the request as application/x-www-form-urlencoded.');
  }
  const body = await c.req.text().catch(() => null);
  if (body === null) return bodyUnreadable();
  const form = new URLSearchParams(body);
  if (form.get('grant_type') !== 'password') {
    return tokenRefused('unsupported_grant_type', 'Use grant_type=password.');
  }
  const { email, password } = parseCredentials(form);
  if (!tenant) return tokenRefused('invalid_grant', NOT_RECOGNISED);
  const attempt = await throttle.countSignIn(throttleKey(c.get('clientAddress')), `${tenant.id} ${email}`);
  if (attempt.waitSeconds > 0) return tooOften(attempt.waitSeconds);
  if (!acceptsSecrets(options, tenant)) return tokenRefused('invalid_grant', NOT_RECOGNISED);
  const clientId = clientIdOf(c.req.header('client_id'));
  const signedIn = await signIn(options.context, tenant, { email, password, clientId });
  switch (signedIn.outcome) {
    case 'signed_in':
      await attempt.giveBack();
      return json(200, {
        access_token: signedIn.accessToken,
        token_type: 'bearer',
        expires_in: signedIn.expiresInSeconds,
        refresh_token: signedIn.refreshToken,
      });
    case 'wrong_credentials':
      return tokenRefused('invalid_grant', NOT_RECOGNISED);
    case 'inactive':
      return tokenRefused('invalid_grant', 'This account is suspended.');
    case 'no_profile':
      return tokenRefused('invalid_grant', 'This account is not registered at this location.');
  }
}

function isForm(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
}

/** Any text names a client; one too long for the index it is found by is known by its hash. */
function clientIdOf(header: string | undefined): string | null {
  const given = header?.trim() ?? '';
  if (given === '') return null;
  return given.length <= 255 ? given : createHash('sha256').update(given).digest('hex');
}
