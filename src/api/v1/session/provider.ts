import type { Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Configuration } from 'openid-client';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Tenant } from '../../../domain/tenants/tenant.ts';
import { openProviderVisit, sealProviderVisit } from '../../../operations/access/provider-visit.ts';
import { signInByProvider } from '../../../operations/access/sign-in-to-house.ts';
import { findTenant } from '../../../operations/tenants/find-tenant.ts';
import type { DoorOptions, IdentityProvider } from '../../http/door.ts';
import { networkOf, throttleKey } from '../../http/throttle-key.ts';
import { keepSession } from './cookie.ts';
import { hostOf } from './guesses.ts';

const CALLBACK = '/auth/oidc/callback';
// As long as somebody may take at their provider, with a second factor to look for.
const VISIT_SECONDS = 600;
// A provider that is slower is taken for one that is away.
const ANSWER_SECONDS = 10;
const CALLS_A_MINUTE = 30;
const AWAY = 'The identity provider does not answer. Try again in a moment, or sign in with your password.';

/**
 * Signing in of people of the house with an identity provider: OpenID Connect Core 1.0 §3.1 (authorization code) with PKCE (RFC 7636), state and nonce.
 * /auth/oidc/start leads there, /auth/oidc/callback comes back. Who may come in is decided here, by an address that the provider has verified; a person has to
 * be of the house already. What a visit has to bring back travels sealed in a cookie, so nothing is kept of those who never come back.
 */
export function addProviderRoutes<Env extends { Variables: { clientAddress: string; requestId: string } }>(
  app: Hono<Env>,
  options: DoorOptions,
): void {
  const { provider, context, demo } = options;
  if (!provider) return;
  const client = connectTo(provider);
  const calls = new RateLimiterMemory({ points: CALLS_A_MINUTE, duration: 60 });
  const visitCookie = options.https ? '__Host-adjourn-visit' : 'adjourn-visit';
  const attributes = { path: '/', httpOnly: true, secure: options.https ?? false, sameSite: 'Lax' as const };

  app.use('/auth/oidc/*', async (c, next) => {
    if (!options.throttled) return next();
    const taken = await calls.consume(throttleKey(c.get('clientAddress'))).catch(() => undefined);
    return taken ? next() : c.text('Too many attempts. Come back in a minute.', 429, { 'retry-after': '60' });
  });
  app.get('/auth/oidc/start', async (c) => {
    const tenant = await tenantOf(c);
    if (!tenant) return c.text('There is no house at this address.', 404);
    const known = await client().catch((error: unknown) => isAway(c, error));
    if (!known) return c.text(AWAY, 503);
    const { configuration, library } = known;
    const visit = {
      tenantId: tenant.id,
      state: library.randomState(),
      nonce: library.randomNonce(),
      verifier: library.randomPKCECodeVerifier(),
      to: pathWithin(c.req.query('to')),
    };
    setCookie(c, visitCookie, sealProviderVisit(context, visit, VISIT_SECONDS), { ...attributes, maxAge: VISIT_SECONDS });
    const there = library.buildAuthorizationUrl(configuration, {
      redirect_uri: `${originOf(c, options)}${CALLBACK}`,
      scope: 'openid email profile',
      state: visit.state,
      nonce: visit.nonce,
      code_challenge: await library.calculatePKCECodeChallenge(visit.verifier),
      code_challenge_method: 'S256',
    });
    return c.redirect(there.href, 303);
  });
  app.get(CALLBACK, async (c) => {
    const visit = openProviderVisit(context, getCookie(c, visitCookie) ?? '');
    deleteCookie(c, visitCookie, attributes);
    const tenant = await tenantOf(c);
    if (!tenant || visit?.tenantId !== tenant.id) return c.text('This sign-in took too long, or was begun elsewhere. Begin it again.', 400);
    const known = await client().catch((error: unknown) => isAway(c, error));
    if (!known) return c.text(AWAY, 503);
    const { configuration, library } = known;
    const here = new URL(`${originOf(c, options)}${CALLBACK}${new URL(c.req.url).search}`);
    const checks = { expectedState: visit.state, expectedNonce: visit.nonce, pkceCodeVerifier: visit.verifier, idTokenExpected: true };
    const tokens = await library.authorizationCodeGrant(configuration, here, checks).catch((refused: unknown) => {
      options.log.fault(refused, { requestId: c.get('requestId'), door: 'oidc' });
    });
    const claims = tokens?.claims();
    if (!tokens || !claims) return c.text('The identity provider did not let you in. Begin again, or ask an administrator.', 403);
    const { email, email_verified: verified } =
      typeof claims['email'] === 'string' ? claims : await library.fetchUserInfo(configuration, tokens.access_token, claims.sub);
    if (typeof email !== 'string' || verified !== true)
      return c.text('The identity provider says no address of yours that it has verified. Ask an administrator.', 403);
    const asking = { cause: `oidc ${c.get('requestId')}`, from: networkOf(c.get('clientAddress')) };
    const done = await signInByProvider(context, tenant, email, asking);
    if (done.outcome === 'not_of_house')
      return c.text(`Nobody of ${tenant.name} has your address. Ask an administrator to invite you.`, 403);
    keepSession(c, options, done.token);
    return c.redirect(visit.to, 303);
  });

  function isAway(c: Context, error: unknown): undefined {
    options.log.fault(error, { requestId: c.get('requestId') as string, door: 'oidc' });
  }

  async function tenantOf(c: Context): Promise<Tenant | undefined> {
    const found = await findTenant(context, hostOf(c));
    return found && (demo || !found.demo) ? found : undefined;
  }
}

/** Reads what the provider says of itself (OpenID Connect Discovery 1.0) when it is first needed, and again until that went well. */
function connectTo({ issuer, clientId, clientSecret }: IdentityProvider) {
  let known: Promise<{ configuration: Configuration; library: typeof import('openid-client') }> | undefined;
  return () =>
    (known ??= import('openid-client')
      .then(async (library) => {
        // Plain http is taken of this machine alone (config.ts).
        const execute = issuer.startsWith('http:') ? [library.allowInsecureRequests] : [];
        // Signatures of id tokens are looked at, too: TLS alone says which machine answered, and a proxy before the provider may end it.
        const options = { timeout: ANSWER_SECONDS, execute: [...execute, library.enableNonRepudiationChecks] };
        return { library, configuration: await library.discovery(new URL(issuer), clientId, clientSecret, undefined, options) };
      })
      .catch((error: unknown) => {
        known = undefined;
        throw error;
      }));
}

function originOf(c: Context, { https = false }: DoorOptions): string {
  return `${https ? 'https' : 'http'}://${hostOf(c)}`;
}

/** Only a path of this server: an address from elsewhere must not become a redirect. */
function pathWithin(to: string | undefined): string {
  const here = 'http://here.invalid';
  const url = to === undefined ? null : URL.parse(to, here);
  return url?.origin === here ? `${url.pathname}${url.search}` : '/';
}
