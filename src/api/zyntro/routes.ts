import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { UnstorableText } from '../../domain/plain-text.ts';
import { settingsOf } from '../../domain/tenants/tenant.ts';
import { findTenant } from '../../operations/tenants/find-tenant.ts';
import type { DoorEnv, DoorOptions } from '../http/door.ts';
import { isJson, parseObject } from '../http/json-body.ts';
import { throttleKey } from '../http/throttle-key.ts';
import { createWebhook, fetchMembers, fetchOrganization, fetchWebhooks, updateWebhook } from './account.ts';
import type { ZyntroDoor } from './auth.ts';
import { checkAvailability } from './check-availability.ts';
import { fetchContact, lookupContact } from './contacts.ts';
import { createEvent } from './create-event.ts';
import { CODE_HEADER, type Code, fail } from './errors.ts';
import { fetchIdentifiers } from './fetch-identifiers.ts';
import { processCancel } from './process-cancel.ts';
import { processReschedule } from './process-reschedule.ts';
import { type Body, MAX_BODY_BYTES } from './schema.ts';
import { type Throttle, createThrottle, unthrottled } from './throttle.ts';

type Action = (door: ZyntroDoor, c: Context<DoorEnv>, body: Body) => Promise<Response>;

/** The actions of the modules, what each answers when a fault stopped it, and which of them only the v2 paths have. */
const ACTIONS: Record<string, { run: Action; failed: Code; v2Only?: true }> = {
  'calendar/processCancel': { run: processCancel, failed: 'CANCEL_FAILED' },
  'calendar/processReschedule': { run: processReschedule, failed: 'RESCHEDULE_FAILED' },
  'calendar/createEvent': { run: createEvent, failed: 'CREATE_FAILED' },
  'calendar/checkAvailability': { run: checkAvailability, failed: 'AVAILABILITY_FAILED' },
  'account/fetchOrganization': { run: fetchOrganization, failed: 'UNEXPECTED' },
  'account/fetchMembers': { run: fetchMembers, failed: 'UNEXPECTED' },
  'account/createWebhook': { run: createWebhook, failed: 'UNEXPECTED' },
  'account/updateWebhook': { run: updateWebhook, failed: 'UNEXPECTED' },
  'account/fetchWebhooks': { run: fetchWebhooks, failed: 'UNEXPECTED' },
  'crm/fetchContact': { run: fetchContact, failed: 'UNEXPECTED', v2Only: true },
  'crm/lookupContact': { run: lookupContact, failed: 'UNEXPECTED', v2Only: true },
  'developers/fetchIdentifiers': { run: fetchIdentifiers, failed: 'UNEXPECTED', v2Only: true },
};

// The vendor's current generation of paths, and its v2 form of the same (zyntro.md §12, choice 1).
const V2 = '/apis/v2/public';
const BASES = ['/public', V2];

/** The Zyntro calendar API. All calls are POST with a JSON body that holds the credentials, too. */
export function zyntro(options: DoorOptions): Hono<DoorEnv> {
  const throttle = options.throttled ? createThrottle() : unthrottled;
  const door: ZyntroDoor = { ...options, throttle };
  const routes = new Hono<DoorEnv>();
  for (const base of BASES) {
    routes.use(`${base}/*`, keepPrivate, tellAsWanted(door));
    for (const [name, { run, v2Only }] of Object.entries(ACTIONS)) {
      if (v2Only && base !== V2) continue;
      const path = `${base}/${name}`;
      // Malformed JSON, and anything but an object, is an empty one (choice 2).
      routes.post(path, countCall(throttle), requireJson, refuseLarge, async (c) => run(door, c, parseObject(await c.req.text()) ?? {}));
      routes.all(path, (c) => fail(c, 'WRONG_METHOD', { Allow: 'POST' }));
    }
    routes.all(`${base}/*`, (c) => fail(c, 'UNKNOWN_ROUTE'));
  }
  routes.onError((error, c) => {
    if (error instanceof UnstorableText) return fail(c, 'INVALID_TEXT');
    options.log.fault(error, { requestId: c.get('requestId'), door: 'zyntro' });
    // A database that is away fails every id alike, so that this tells nothing either (zyntro.md §13, S2).
    return fail(c, ACTIONS[c.req.path.split('/').slice(-2).join('/')]?.failed ?? 'UNEXPECTED');
  });
  return new Hono<DoorEnv>().route('/', routes);
}

/** Ids are capabilities here: no cache and no Referer may carry them on (zyntro.md §13, S6). */
const keepPrivate: MiddlewareHandler<DoorEnv> = async (c, next) => {
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  await next();
};

/**
 * Leaves the code out of a failure, and makes 429 a 200, where the caller's tenant wants it (zyntro.md §12, choice 4; §13, S4). Of a caller who is not
 * known it is the tenant of the host, or the only one there is: nothing the body says, so real and invented ids stay alike.
 */
function tellAsWanted({ context }: ZyntroDoor): MiddlewareHandler<DoorEnv> {
  return async (c, next) => {
    await next();
    if (!c.res.headers.has(CODE_HEADER)) return;
    // With the database away the presets hold.
    const tenant = c.get('tenant') ?? (await findTenant(context, c.req.header('host')).catch(() => undefined));
    if (!tenant) return;
    const { showsErrorCodes, throttledAs200 } = settingsOf(tenant);
    if (throttledAs200 && c.res.status === 429) c.res = new Response(c.res.body, { headers: c.res.headers });
    if (!showsErrorCodes) c.res.headers.delete(CODE_HEADER);
  };
}

/** Counts before anything is read or looked up. */
function countCall(throttle: Throttle): MiddlewareHandler<DoorEnv> {
  return async (c, next) => {
    const wait = await throttle.call(throttleKey(c.get('clientAddress')));
    return wait === null ? next() : fail(c, 'TOO_MANY_REQUESTS', { 'Retry-After': String(wait) });
  };
}

/** Anything but JSON is refused, which keeps other sites' forms out (zyntro.md §13, S8). */
const requireJson: MiddlewareHandler<DoorEnv> = async (c, next) =>
  isJson(c.req.header('content-type')) ? next() : fail(c, 'WRONG_CONTENT_TYPE');

const refuseLarge = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => fail(c, 'TOO_LARGE') });
