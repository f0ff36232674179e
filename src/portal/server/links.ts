import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { throttleKey } from '../../api/http/throttle-key.ts';
import type { DoorEnv, DoorOptions } from '../../api/http/door.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { Actor } from '../../domain/people/people.ts';
import { cancelEvent } from '../../operations/events/cancel-event.ts';
import { type FollowedLink, type MeetingLink, type OfferLink, followLink } from '../../operations/access/follow-link.ts';
import { leaveWaitlist } from '../../operations/waitlist/leave-waitlist.ts';
import { rescheduleEvent } from '../../operations/events/reschedule-event.ts';
import { takeOfferedSeat } from '../../operations/waitlist/take-offered-seat.ts';
import { findTenant } from '../../operations/tenants/find-tenant.ts';
import { LINK_HEADERS, LINK_STYLE, textsOf, tooOftenPage, voidPage } from './link-frame.ts';
import { confirmPage, donePage, notYoursPage } from './link-page.ts';
import { type OfferEnd, offerEndPage, offerPage, tooManyPending } from './offer-page.ts';

const MAX_BODY_BYTES = 16 * 1024;
const MAX_MINUTES = 1_440;

/**
 * The pages behind the links of mails (zyntro.md §13, S5 to S7): opening one changes nothing, since mail scanners open all of them; its
 * button does. They work without scripts. Throttled by address before a token is looked at, and by meeting or offer once one proved good.
 */
export function links({ context, demo, throttled }: DoorOptions): Hono<DoorEnv> {
  const calls = new RateLimiterMemory({ points: 30, duration: 60 });
  const changes = new RateLimiterMemory({ points: 5, duration: 3_600 });
  const spend = async (limiter: RateLimiterMemory, key: string): Promise<boolean> => {
    if (!throttled) return true;
    return await limiter.consume(key).then(
      () => true,
      (refused: unknown) => {
        if (refused instanceof RateLimiterRes) return false;
        throw refused;
      },
    );
  };

  const app = new Hono<DoorEnv>();
  app.get('/l.css', (c) =>
    c.body(LINK_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=86400' }),
  );
  app.use('/l/:token', async (c, next) => {
    for (const [name, value] of Object.entries(LINK_HEADERS)) c.header(name, value);
    if (await spend(calls, throttleKey(c.get('clientAddress')))) return next();
    // Nothing is looked up for whoever asks too often.
    return tooOften(c, 60, undefined);
  });

  app.get('/l/:token', async (c) => {
    const link = await followed(c);
    if (!link) return leadsNowhere(c);
    if ('entry' in link) return c.html(link.entry.state === 'offered' ? offerPage(link) : offerEndPage(link, endOf(link)));
    if (link.event.status === 'cancelled') return c.html(donePage(link, link.event, 'already_cancelled'));
    return c.html(link.acts ? confirmPage(link) : notYoursPage(link));
  });
  app.post('/l/:token', bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.text('The form is too large.', 413) }), async (c) => {
    const link = await followed(c);
    if (!link) return leadsNowhere(c);
    return 'entry' in link ? answerOffer(c, link) : changeMeeting(c, link);
  });
  return app;

  async function changeMeeting(c: Context<DoorEnv>, link: MeetingLink): Promise<Response> {
    if (!link.acts && link.event.status !== 'cancelled') return c.html(notYoursPage(link), 403);
    const form = await formOf(c);
    const times = link.action === 'reschedule' ? timesOf(form, link.reader.zone) : null;
    if (link.action === 'reschedule' && !times) return c.html(confirmPage(link, { ...form, fault: textsOf(link).badTime }), 400);
    if (!(await spend(changes, `${link.tenant.id} ${link.event.id}`))) return tooOften(c, 3_600, link.tenant.name);
    const request = requestOf(c, link.actor, form['reason']);
    const meeting = { id: link.event.id, onlyIf: link.actsOn };
    const done = times
      ? await rescheduleEvent(context, link.tenant, meeting, times, request)
      : await cancelEvent(context, link.tenant, meeting, request);
    switch (done.outcome) {
      case 'cancelled':
      case 'rescheduled':
      case 'already_cancelled':
      case 'unchanged':
        return c.html(donePage(link, done.event, done.outcome));
      case 'conflict':
        return c.html(confirmPage(link, { ...form, fault: textsOf(link).taken }), 409);
      case 'starts_in_past':
      case 'outside_calendar':
        return c.html(confirmPage(link, { ...form, fault: textsOf(link).notToCome }), 400);
      case 'ends_before_start':
        return c.html(confirmPage(link, { ...form, fault: textsOf(link).badTime }), 400);
      case 'not_found': {
        // Somebody has joined it, or moved it, since this call looked.
        const now = await followed(c);
        return now && !('entry' in now) ? c.html(notYoursPage(now), 403) : leadsNowhere(c);
      }
    }
  }

  async function answerOffer(c: Context<DoorEnv>, link: OfferLink): Promise<Response> {
    const { tenant, entry } = link;
    if (entry.state !== 'offered') return c.html(offerEndPage(link, endOf(link)));
    if (!(await spend(changes, `${tenant.id} entry ${entry.id}`))) return tooOften(c, 3_600, link.tenant.name);
    const request = requestOf(c, { kind: 'token', id: String(entry.id) }, '');
    if (link.action === 'decline_seat') {
      const left = await leaveWaitlist(context, tenant, entry.eventId, { customerId: null, email: entry.email }, request);
      return c.html(offerEndPage(link, { end: left.outcome === 'declined' ? 'declined' : 'over' }));
    }
    const done = await takeOfferedSeat(context, tenant, entry, request);
    switch (done.outcome) {
      case 'taken':
        return c.html(offerEndPage(link, { end: 'taken' }));
      case 'held':
        return c.html(offerEndPage(link, { end: 'held', dueAt: done.dueAt }));
      case 'too_many_pending':
        return c.html(offerPage(link, tooManyPending(link)), 409);
      case 'over':
        return c.html(offerEndPage(link, { end: 'over' }), 409);
    }
  }

  async function leadsNowhere(c: Context<DoorEnv>): Promise<Response> {
    const tenant = await findTenant(context, c.req.header('host'));
    return c.html(voidPage({ acceptLanguage: c.req.header('accept-language'), house: tenant?.name }), 404);
  }

  async function followed(c: Context<DoorEnv, '/l/:token'>): Promise<FollowedLink | undefined> {
    const link = await followLink(context, c.req.param('token'), demo);
    if (link) c.set('tenantId', link.tenant.id);
    return link;
  }
}

function tooOften(c: Context<DoorEnv>, seconds: number, house: string | undefined): Response | Promise<Response> {
  return c.html(tooOftenPage({ acceptLanguage: c.req.header('accept-language'), house }), 429, { 'Retry-After': String(seconds) });
}

type Form = Record<'reason' | 'date' | 'time' | 'minutes', string>;

/** The fields of a form; what is no form has none. */
async function formOf(c: Context<DoorEnv>): Promise<Form> {
  const body: Record<string, unknown> = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(
    c.req.header('content-type') ?? '',
  )
    ? await c.req.parseBody().catch(() => ({}))
    : {};
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  return { reason: text('reason'), date: text('date'), time: text('time'), minutes: text('minutes') };
}

/** The new times on the clocks of whoever chose them, or null where there are none. A gap of the zone moves on by the gap. */
function timesOf({ date, time, minutes }: Form, zone: string): { startsAt: Temporal.Instant; endsAt: Temporal.Instant } | null {
  const length = /^\d{1,4}$/.test(minutes) ? Number(minutes) : 0;
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time) || length < 1 || length > MAX_MINUTES) return null;
  try {
    const startsAt = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).toInstant();
    return { startsAt, endsAt: startsAt.add({ minutes: length }) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What became of an offer that is over. One that was taken may still wait for payment. */
function endOf({ entry: { state } }: OfferLink): OfferEnd {
  if (state === 'taken') return { end: 'taken_before' };
  return { end: state === 'declined' ? 'declined' : 'over' };
}

function requestOf(c: Context<DoorEnv>, actor: Actor, reason: string): Request {
  return { actor, cause: `link ${c.get('requestId')}`, reason: reason || null };
}
