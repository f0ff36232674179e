import type { Tenant } from '../../domain/tenants/tenant.ts';
import { knowsNetwork } from '../../operations/access/known-network.ts';
import { signIn } from '../../operations/access/sign-in.ts';
import { throttleKey } from '../http/throttle-key.ts';
import { granted } from './answer.ts';
import type { Call } from './call.ts';
import { tokenRefused, tooManyGuesses, tooOften } from './errors.ts';
import { clientIdOf, parseCredentials } from './schema.ts';

const NOT_RECOGNISED = 'Email or password not recognised.';

/** The password grant (nexudus.md §3.1). `usable` is the tenant of the host where its passwords count. */
export async function grantByPassword(
  { c, options, throttle, tenant }: Call,
  form: URLSearchParams,
  usable: Tenant | undefined,
): Promise<Response> {
  const credentials = parseCredentials(form);
  if (!tenant) return tokenRefused('invalid_grant', NOT_RECOGNISED);
  const network = throttleKey(c.get('clientAddress'));
  const isKnown = await knowsNetwork(options.context, tenant, credentials.email, network);
  const attempt = await throttle.countSignIn(network, `${tenant.id} ${credentials.email}`, isKnown);
  if (attempt.refused) return tooManyGuesses(attempt.refused);
  if (!usable) return tokenRefused('invalid_grant', NOT_RECOGNISED);
  const signedIn = await signIn(options.context, usable, {
    ...credentials,
    network,
    clientId: clientIdOf(c.req.header('client_id'), form),
  });
  switch (signedIn.outcome) {
    case 'signed_in':
      await attempt.giveBack();
      return granted(signedIn);
    case 'code_needed':
      // The first of the two steps in which a portal signs in: no guess was wrong.
      await attempt.giveBack();
      return tokenRefused('two_factor_auth_check', 'Send the code of your authenticator as totp.');
    case 'busy':
      await attempt.giveBack();
      return tooOften(1, tenant);
    case 'wrong_code':
      return tokenRefused('invalid_grant', 'The code of your authenticator is not right.');
    case 'must_reset_password':
      await attempt.giveBack();
      return tokenRefused('must_reset_password', signedIn.resetToken);
    case 'wrong_credentials':
      return tokenRefused('invalid_grant', NOT_RECOGNISED);
    case 'inactive':
      return tokenRefused('invalid_grant', 'This account is suspended.');
    case 'no_profile':
      return tokenRefused('invalid_grant', 'This account is not registered at this location.');
  }
}
