import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { circlesOf } from '../../domain/events/circle.ts';
import { UnstorableText } from '../../domain/plain-text.ts';
import { settingsOf } from '../../domain/tenants/tenant.ts';
import type { DoorEnv, DoorOptions } from '../http/door.ts';
import { throttleKey } from '../http/throttle-key.ts';
import { addComment } from './add-comment.ts';
import { empty } from './answer.ts';
import { authenticate } from './auth.ts';
import type { Call, CustomerCall, ReaderCall } from './call.ts';
import { cancelTicket } from './cancel-ticket.ts';
import { crossOrigin } from './cross-origin.ts';
import {
  bodyTooLarge,
  bodyUnreadable,
  fault,
  formUnreadable,
  noSuchRoute,
  switchedOff,
  tooOften,
  unauthorized,
  unstorable,
  wrongVerb,
} from './errors.ts';
import { describeLocation, describeSettings, findLocation } from './describe-location.ts';
import { exchangeToken } from './exchange-token.ts';
import { findEvent } from './find-event.ts';
import { findImage } from './find-image.ts';
import { findProduct } from './find-product.ts';
import { grantToken } from './grant-token.ts';
import { issueRedirectToken } from './issue-redirect-token.ts';
import { joinWaitlist } from './join-waitlist.ts';
import { listCalendar } from './list-calendar.ts';
import { listEvents, listEventsBare } from './list-events.ts';
import { listMyTickets } from './list-my-tickets.ts';
import { listProfiles } from './list-profiles.ts';
import { orderBasket, previewBasket } from './order-basket.ts';
import { readFeed } from './read-feed.ts';
import { sendTicket } from './send-ticket.ts';
import { switchProfile } from './switch-profile.ts';
import { createThrottle } from './throttle.ts';
import { readProfile, readUser } from './who-am-i.ts';

type Answer = (call: Call) => Promise<Response>;

/** 401 before anything else is looked at. */
function forCustomers(answer: (call: CustomerCall) => Promise<Response>): Answer {
  return async ({ signedIn, tenant: _tenant, ...call }) => (signedIn ? answer({ ...call, ...signedIn }) : unauthorized());
}

/** What a host shows to anybody; nothing, where it is nobody's. */
function forReaders(answer: (call: ReaderCall) => Promise<Response>): Answer {
  return async (call) => {
    const { tenant, signedIn } = call;
    return tenant ? answer({ ...call, tenant, viewer: signedIn?.session.customer ?? null }) : noSuchRoute();
  };
}

/** The section of events, where it is on and open to whoever asks (nexudus.md §9). A missing permission is 401, as a missing token is (§6). */
function forEventReaders(answer: (call: ReaderCall) => Promise<Response>): Answer {
  return forReaders(async (call) => {
    const { eventsEnabled, eventsOpenTo } = settingsOf(call.tenant);
    if (!eventsEnabled) return switchedOff();
    return circlesOf(call.viewer).includes(eventsOpenTo) ? answer(call) : unauthorized();
  });
}

/** What customers do with events, where that section is on and open to them. */
function forEventCustomers(answer: (call: CustomerCall) => Promise<Response>): Answer {
  return async (call) => (call.signedIn ? forEventReaders(() => forCustomers(answer)(call))(call) : unauthorized());
}

/** In the order they are tried: `my` is no event id. */
const ROUTES: [path: string, verb: 'GET' | 'POST' | 'PUT' | 'DELETE', answer: Answer][] = [
  ['/api/token', 'POST', grantToken],
  ['/api/sys/users/exchange', 'POST', exchangeToken],
  ['/api/sys/users/token/refresh', 'POST', forCustomers(issueRedirectToken)],
  ['/api/public/coworkers/profiles/current', 'PUT', forCustomers(switchProfile)],
  ['/api/public/coworkers/profiles', 'GET', forCustomers(listProfiles)],
  ['/api/public/businesses/current', 'GET', forReaders(describeLocation)],
  ['/api/public/configuration', 'GET', forReaders(describeSettings)],
  ['/api/sys/businesses/getByHost', 'GET', findLocation],
  ['/api/public/events', 'GET', forEventReaders(listEvents)],
  ['/api/public/events/my', 'GET', forCustomers(listMyTickets)],
  ['/api/public/events/my/:id', 'DELETE', forCustomers(cancelTicket)],
  ['/api/public/events/my/:id/sendTicket', 'POST', forCustomers(sendTicket)],
  ['/api/public/events/:id', 'GET', forEventReaders(findEvent)],
  ['/api/public/events/:id/product/:productId', 'GET', forEventReaders(findProduct)],
  ['/api/public/events/:id/joinWaitingList', 'POST', forEventCustomers(joinWaitlist)],
  ['/en/events', 'GET', forEventReaders(listEventsBare)],
  ['/en/events/newComment', 'POST', forEventCustomers(addComment)],
  ['/api/public/checkout/basket/preview', 'POST', forEventCustomers(previewBasket)],
  ['/api/public/checkout/basket/invoice', 'POST', forEventCustomers(orderBasket)],
  ['/en/basket/previewInvoice', 'POST', forEventCustomers(previewBasket)],
  ['/en/basket/CreateInvoice', 'POST', forEventCustomers(orderBasket)],
  ['/en/events/feed.ics', 'GET', forEventReaders(readFeed)],
  ['/en/events/getsmallimage', 'GET', forEventReaders(findImage('small'))],
  ['/en/events/getlargeimage', 'GET', forEventReaders(findImage('large'))],
  ['/en/bookings/fullCalendarEvents', 'GET', forEventReaders(listCalendar)],
  ['/en/profile', 'GET', forCustomers(readProfile)],
  ['/en/user/me', 'GET', forCustomers(readUser)],
];

/**
 * Any spelling of a route (nexudus.md §11, choice 29): case and trailing slashes do not count, and the legacy ones are there under
 * every language.
 */
const SPELLINGS = ROUTES.map(([path, verb, handle]) => ({
  pattern: new RegExp(
    `^${path
      .replaceAll('.', '\\.')
      .replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')
      .replace(/^\/en\//, '/[a-z]{2}(?:-[a-z]{2})?/')}/*$`,
    'i',
  ),
  verbs: verb === 'GET' ? ['GET', 'HEAD'] : [verb],
  handle,
}));

/** What is below these and no route is missing; other languages than English are claimed by route alone. */
const OURS = /^\/(api\/(public|sys|token)|en)(\/|$)/i;
type Route = (typeof SPELLINGS)[number];

const MAX_BODY_BYTES = 64 * 1024;

/** The Nexudus door: /api/token and everything below /api/public, /api/sys and /en. */
export function nexudus(options: DoorOptions): Hono<DoorEnv> {
  const throttle = createThrottle(options.context.clock, options.throttled, options.signIns);
  const openTo = crossOrigin(options);
  const limitBody = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: bodyTooLarge });

  async function answer(c: Context<DoorEnv>, next: () => Promise<void>): Promise<Response | void> {
    const { path } = c.req;
    const route = SPELLINGS.find(({ pattern }) => pattern.test(path));
    if (!route && !OURS.test(path)) return next();
    // Faults are caught here, and not by onError, which would see those of other doors behind next() as well.
    try {
      return (await openTo(c, async () => {})) ?? (route ? await dispatch(c, route) : noSuchRoute());
    } catch (error) {
      if (error instanceof UnstorableText) return route?.handle === grantToken ? formUnreadable() : unstorable();
      const requestId = c.get('requestId');
      options.log.fault(error, { requestId, door: 'nexudus' });
      return fault(requestId);
    }
  }

  async function dispatch(c: Context<DoorEnv>, route: Route): Promise<Response> {
    const { method, path } = c.req;
    const allow = [...route.verbs, 'OPTIONS'].join(', ');
    // The preflights of origins that are let in are answered before; others learn the verbs and nothing else.
    if (method === 'OPTIONS') return empty(200, { Allow: allow });
    if (!route.verbs.includes(method)) return wrongVerb(allow);

    const reads = method === 'GET' || method === 'HEAD';
    // Looking for a body makes a whole Request of what came in, and no GET here reads one.
    const unread = reads
      ? undefined
      : await limitBody(c, async () => {}).catch(route.handle === grantToken ? formUnreadable : bodyUnreadable);
    if (unread) return unread;
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    const { tenant, signedIn } = await authenticate(options, host, c.req.header('authorization'));
    if (tenant) c.set('tenantId', tenant.id);
    const who = signedIn ? `user ${signedIn.tenant.id} ${signedIn.session.user.id}` : throttleKey(c.get('clientAddress'));
    const waitSeconds = await throttle.countRequest(who, !reads);
    if (waitSeconds > 0) return tooOften(waitSeconds, tenant);
    const { id = '', productId = '' } = route.pattern.exec(path)?.groups ?? {};
    return route.handle({ c, options, throttle, host, tenant, signedIn, id, productId });
  }

  const door = new Hono<DoorEnv>();
  // Declared one by one so that the log names the route; the last ones take every other spelling, and what is no route.
  for (const [path] of ROUTES) door.all(path, answer);
  door.all('/:api{[aA][pP][iI]}/*', answer);
  door.all('/:language{[a-zA-Z]{2}}/*', answer);
  door.all('/:language{[a-zA-Z]{2}-[a-zA-Z]{2}}/*', answer);
  return door;
}
