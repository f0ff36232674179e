import { type Context, Hono } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { DoorEnv, DoorOptions } from '../../api/http/door.ts';
import { throttleKey } from '../../api/http/throttle-key.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type Session, authenticateSession } from '../../operations/access/authenticate-session.ts';
import { findStanding } from '../../operations/events/find-standing.ts';
import { itipObject } from '../../ical/itip-object.ts';
import { findMyTicket } from '../../operations/seats/find-my-ticket.ts';
import { listMyChanges } from '../../operations/seats/list-my-changes.ts';
import { presentChanges, presentStanding } from './present-standing.ts';

// A page asks for two things at a time; this is a person who looks at a page each second.
const CALLS_A_MINUTE = 240;

/**
 * What the vendor's wire leaves out and people must see: an event that is off or was moved, and their tickets of it. Data of our pages alone, with
 * the bearer token of the vendor's door. A stranger's event is a missing one.
 */
export function standing({ context, demo, throttled }: DoorOptions): Hono<DoorEnv> {
  const calls = new RateLimiterMemory({ points: CALLS_A_MINUTE, duration: 60 });
  const app = new Hono<DoorEnv>();

  app.use('/portal/my/*', count);
  app.use('/portal/events/*', count);

  app.get('/portal/events/:id', async (c) => {
    const asker = await askerOf(c);
    const id = c.req.param('id');
    const found = asker && isId(id) ? await findStanding(context, asker.tenant, asker.session?.customer ?? null, Number(id)) : undefined;
    return asker && found ? c.json(presentStanding(found, asker.tenant)) : c.json({ Message: 'There is no such event.' }, 404);
  });

  // The same object that the ticket's mail carries, so that a calendar that has both shows one entry, and obeys the mails to come.
  app.get('/portal/my/tickets/:file', async (c) => {
    const asker = await askerOf(c);
    if (!asker?.session) return signInFirst(c);
    const id = /^([1-9]\d{0,14})\.ics$/.exec(c.req.param('file'))?.[1];
    const held = id === undefined ? undefined : await findMyTicket(context, asker.tenant, asker.session.customer, Number(id));
    if (!held) return c.json({ Message: 'There is no such ticket.' }, 404);
    const object = itipObject({ ...held, purpose: held.ticket === null ? 'invitation' : 'ticket', previous: null, reason: null });
    return c.body(object, 200, {
      'content-type': 'text/calendar; charset=utf-8; method=REQUEST',
      'content-disposition': 'attachment; filename="ticket.ics"',
    });
  });

  app.get('/portal/my/changes', async (c) => {
    const asker = await askerOf(c);
    if (!asker?.session) return signInFirst(c);
    const page = c.req.query('page') ?? '1';
    if (!/^[1-9]\d{0,5}$/.test(page)) return c.json({ Message: 'page must be a number from 1.' }, 400);
    const wanted = { past: c.req.query('show') === 'past', page: Number(page) };
    return c.json(presentChanges(await listMyChanges(context, asker.tenant, asker.session.customer.id, wanted), asker.tenant));
  });
  return app;

  async function count(c: Context<DoorEnv>, next: () => Promise<void>): Promise<Response | void> {
    // It depends on who asks, and nobody else may be answered with it.
    c.header('cache-control', 'no-store');
    if (!throttled) return next();
    const counted = await calls.consume(throttleKey(c.get('clientAddress'))).catch((refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused;
      throw refused;
    });
    if (counted.consumedPoints <= CALLS_A_MINUTE) return next();
    return c.json({ Message: 'That was asked too often.' }, 429, { 'retry-after': String(Math.ceil(counted.msBeforeNext / 1_000)) });
  }

  /** The tenant of the host, and whoever is signed in there: undefined where the host is nobody's, no session for a token that is none. */
  async function askerOf(c: Context<DoorEnv>): Promise<{ tenant: Tenant; session: Session | undefined } | undefined> {
    const token = /^Bearer +([\x21-\x7e]{1,4096})$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const found = await authenticateSession(context, c.req.header('host'), token);
    if (!found) return undefined;
    c.set('tenantId', found.tenant.id);
    // The secrets of a demo are public, and refused once it is off.
    return demo || !found.tenant.demo ? found : { ...found, session: undefined };
  }
}

function signInFirst(c: Context<DoorEnv>): Response {
  return c.json({ Message: 'Sign in first.' }, 401, { 'www-authenticate': 'Bearer' });
}

function isId(text: string): boolean {
  return /^[1-9]\d{0,14}$/.test(text);
}
