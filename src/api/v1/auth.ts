import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Scope, permits } from '../../domain/access/scope.ts';
import type { DoorOptions } from '../http/door.ts';
import { throttleKey } from '../http/throttle-key.ts';
import { CREDENTIALS, type Credential, type Principal, type V1Env } from './principal.ts';
import { problem } from './problem.ts';

const WINDOW_SECONDS = 60;
// For each caller's address, whoever they say they are: guesses at keys count like any request.
const REQUESTS = 300;

/** Counts the request (draft-ietf-httpapi-ratelimit-headers), then asks who it comes from. */
export function authenticate(options: DoorOptions, credentials = CREDENTIALS): MiddlewareHandler<V1Env> {
  const limiter = new RateLimiterMemory({ points: REQUESTS, duration: WINDOW_SECONDS });
  return async (c, next) => {
    if (options.throttled) {
      const counted = await limiter.consume(throttleKey(c.get('clientAddress'))).catch((refused: unknown) => {
        if (refused instanceof RateLimiterRes) return refused;
        throw refused;
      });
      const seconds = Math.ceil(counted.msBeforeNext / 1000);
      c.header('ratelimit-policy', `"default";q=${REQUESTS};w=${WINDOW_SECONDS}`);
      c.header('ratelimit', `"default";r=${counted.remainingPoints};t=${seconds}`);
      if (counted.consumedPoints > REQUESTS) {
        return problem(c, 'too-many-requests', { detail: `Come back in ${seconds} seconds.`, headers: { 'retry-after': String(seconds) } });
      }
    }
    const principal = await whoAsks(options, credentials, c);
    if (!principal) {
      return problem(c, 'unauthorized', { detail: 'Send `Authorization: Bearer <API key>`.', headers: { 'www-authenticate': 'Bearer' } });
    }
    c.set('principal', principal);
    c.set('tenant', principal.tenant);
    c.set('tenantId', principal.tenant.id);
    c.set('tools', options.context);
    return next();
  };
}

async function whoAsks(...[options, credentials, c]: [DoorOptions, readonly Credential[], Parameters<Credential>[1]]) {
  let principal: Principal | undefined;
  for (const credential of credentials) principal ??= await credential(options, c);
  return principal;
}

/** Lets through whoever may do what the operation is about, by any of these scopes. */
export function mustHave(scopes: readonly [Scope, ...Scope[]]): MiddlewareHandler<V1Env> {
  return async (c, next) => {
    const [scope] = scopes;
    if (scopes.some((one) => permits(c.get('principal').scopes, one))) return next();
    return problem(c, 'forbidden', { detail: `This takes the scope ${scope}, which yours are not. Ask an administrator for it.`, scope });
  };
}
