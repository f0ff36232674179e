import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { DoorEnv, DoorOptions } from '../../api/http/door.ts';
import { throttleKey } from '../../api/http/throttle-key.ts';
import { type Language, languageOf } from '../../domain/people/people.ts';
import { NEW_TENANT_FIELDS, type TypedTenant } from '../../domain/tenants/new-tenant.ts';
import { hostNameOf } from '../../operations/tenants/find-tenant.ts';
import { isSetUp, opensSetup, setUp } from '../../operations/tenants/set-up.ts';
import { LINK_HEADERS } from './link-frame.ts';
import { notSetUpPage, setUpPage, setupPage, setupTooOftenPage, voidSetupPage } from './setup-page.ts';

const MAX_BODY_BYTES = 16 * 1024;
const CALLS_A_MINUTE = 30;

/** The language a browser asks for first, of those that pages are written in. */
export function languageAsked(c: Context<DoorEnv>): Language {
  return languageOf((c.req.header('accept-language') ?? 'en').split(/[,;]/)[0]?.trim() ?? 'en');
}

/**
 * The page by which whoever started a server on an empty database makes its first house, behind the address that the server prints. Opening it changes nothing; it
 * works without scripts, and is throttled by address before a token is looked at.
 */
export function setup({ context, throttled }: DoorOptions): Hono<DoorEnv> {
  const calls = new RateLimiterMemory({ points: CALLS_A_MINUTE, duration: 60 });
  const app = new Hono<DoorEnv>();
  app.use('/setup/:token', async (c, next) => {
    for (const [name, value] of Object.entries(LINK_HEADERS)) c.header(name, value);
    const allowed = !throttled || (await calls.consume(throttleKey(c.get('clientAddress'))).then(() => true, refused));
    return allowed ? next() : c.html(setupTooOftenPage(languageAsked(c)), 429, { 'Retry-After': '60' });
  });
  app.get('/setup', async (c, next) => ((await isSetUp(context)) ? next() : c.html(notSetUpPage(languageAsked(c)), 503)));
  app.get('/setup/:token', async (c) => {
    const language = languageAsked(c);
    if (!(await opensSetup(context, c.req.param('token')))) return c.html(voidSetupPage(language), 404);
    return c.html(
      setupPage(language, { host: hostNameOf(c.req.header('host')), zone: new Intl.DateTimeFormat().resolvedOptions().timeZone }),
    );
  });
  app.post('/setup/:token', bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.text('The form is too large.', 413) }), async (c) => {
    const language = languageAsked(c);
    const typed = await typedIn(c);
    const done = await setUp(context, c.req.param('token'), typed);
    switch (done.outcome) {
      case 'created':
        c.set('tenantId', done.tenant.id);
        return c.html(setUpPage(language, done, typed.adminEmail ?? ''));
      case 'invalid':
        return c.html(setupPage(language, typed, done.faults), 400);
      case 'host_taken':
        return c.html(setupPage(language, typed, { host: 'host_taken' }), 409);
      case 'void':
        return c.html(voidSetupPage(language), 404);
    }
  });
  return app;
}

/** The fields of a form; what is no form has none. */
async function typedIn(c: Context<DoorEnv>): Promise<TypedTenant> {
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(c.req.header('content-type') ?? '');
  const body: Record<string, unknown> = isForm ? await c.req.parseBody().catch(() => ({})) : {};
  const typed: TypedTenant = {};
  for (const field of NEW_TENANT_FIELDS) if (typeof body[field] === 'string') typed[field] = body[field];
  return typed;
}

function refused(limit: unknown): false {
  if (limit instanceof Error) throw limit;
  return false;
}
