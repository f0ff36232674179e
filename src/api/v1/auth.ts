import type { Context, MiddlewareHandler } from 'hono';
import { type Scope, permits } from '../../domain/access/scope.ts';
import { type RequestCounter, countRequests } from '../../operations/access/count-requests.ts';
import type { DoorOptions } from '../http/door.ts';
import { throttleKey } from '../http/throttle-key.ts';
import { CREDENTIALS, type Credential, type Principal, type V1Env } from './principal.ts';
import { problem } from './problem.ts';

const WINDOW_SECONDS = 60;
/** For each key or person; and for each address, of requests that show neither: guesses, and programs whose key was revoked. */
const REQUESTS = { principal: 600, address: 300 };

/** Asks who a request comes from, and counts it (draft-ietf-httpapi-ratelimit-headers-10). */
export function authenticate(
  options: DoorOptions,
  credentials = CREDENTIALS,
  counter = countRequests(options.context, WINDOW_SECONDS),
): MiddlewareHandler<V1Env> {
  return async (c, next) => {
    const principal = await whoAsks(options, credentials, c);
    const refusal = options.throttled && count(c, counter, principal);
    if (refusal) return refusal;
    if (!principal) {
      return problem(c, 'unauthorized', { detail: 'Send `Authorization: Bearer <API key>`.', headers: { 'www-authenticate': 'Bearer' } });
    }
    c.set('principal', principal);
    c.set('tenant', principal.tenant);
    c.set('tenantId', principal.tenant.id);
    c.set('options', options);
    return next();
  };
}

/** One request more of whoever asks, told in the headers of its answer; a refusal where it is one too many. */
function count(c: Context<V1Env>, counter: RequestCounter, principal: Principal | undefined): Response | undefined {
  const policy = principal ? 'principal' : 'address';
  const limit = REQUESTS[policy];
  const somebody = principal
    ? `v1 ${principal.tenant.id} ${principal.actor.kind} ${principal.actor.id}`
    : `v1 ${throttleKey(c.get('clientAddress'))}`;
  const { allowed, remaining, secondsLeft } = counter.count(somebody, limit);
  c.header('ratelimit-policy', `"${policy}";q=${limit};w=${WINDOW_SECONDS}`);
  c.header('ratelimit', `"${policy}";r=${remaining};t=${secondsLeft}`);
  if (allowed) return undefined;
  const detail = `More than ${limit} requests within a minute. Come back in ${secondsLeft} seconds.`;
  return problem(c, 'too-many-requests', { detail, headers: { 'retry-after': String(secondsLeft) } });
}

async function whoAsks(options: DoorOptions, credentials: readonly Credential[], c: Context<V1Env>): Promise<Principal | undefined> {
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
