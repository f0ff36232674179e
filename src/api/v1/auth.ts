import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Request } from '../../domain/notices/change.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { authenticateApiKey } from '../../operations/access/authenticate-api-key.ts';
import type { DoorEnv, DoorOptions } from '../http/door.ts';
import { throttleKey } from '../http/throttle-key.ts';
import { problem } from './problem.ts';

export type V1Env = { Variables: DoorEnv['Variables'] & { tenant: Tenant; keyId: number } };

const WINDOW_SECONDS = 60;
// For each caller's address, whoever they say they are: guesses at keys count like any request.
const REQUESTS = 300;

/** Counts the request (draft-ietf-httpapi-ratelimit-headers), then asks for `Authorization: Bearer <API key>`. */
export function authenticate({ context, demo, throttled }: DoorOptions): MiddlewareHandler<V1Env> {
  const limiter = new RateLimiterMemory({ points: REQUESTS, duration: WINDOW_SECONDS });
  return async (c, next) => {
    if (throttled) {
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
    const key = /^Bearer +([\x21-\x7e]{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const found = key === undefined ? undefined : await authenticateApiKey(context, key, demo);
    if (!found) {
      return problem(c, 'unauthorized', { detail: 'Send `Authorization: Bearer <API key>`.', headers: { 'www-authenticate': 'Bearer' } });
    }
    c.set('tenant', found.tenant);
    c.set('tenantId', found.tenant.id);
    c.set('keyId', found.keyId);
    return next();
  };
}

/** What a key asks for, as it goes into the history. */
export function requestOf(c: Context<V1Env>): Request {
  return { actor: { kind: 'key', id: String(c.get('keyId')) }, cause: `v1 ${c.get('requestId')}`, reason: null };
}
