import { type Check, type Judge, empty, json, media } from './answer.ts';
import { cut, fixed, whole } from './nexudus-shapes.ts';

type Answers = Record<number, Check>;

/** An answer that `_shape` cuts (nexudus.md §2), or that `_depth` does on a legacy route. */
function cuttable(name: keyof typeof whole, by = '_shape'): Check {
  const [all, some] = [json(whole[name]), json(cut[name])];
  return (answer, asked) => (asked.query.has(by) ? some : all)(answer, asked);
}

const refused = json(fixed.refused);
const message = json(fixed.message);
const done = empty();
const signIn = { 401: json(fixed.message, 'www-authenticate') };
const gone = { 404: message };
/** Reads of events: switched off or malformed, not open to the caller, not there. */
const reader = { 400: refused, ...signIn, ...gone };
/** Bytes that can be asked for again (nexudus.md §4.4, §4.5). */
const kept = (type: RegExp, beginning: RegExp) => ({ 200: media(type, beginning, 'etag'), 304: empty('etag') });
// PNG, GIF and JPEG as far as they survive being read as text; WebP; the drawn one.
const picture = kept(/^image\/(png|jpeg|gif|webp|svg\+xml)$/, /^(.?PNG|GIF8|\ufffd{2}|RIFF|<svg )/);

/** Every route with its verb and the answers it may give (nexudus.md §1, §3, §4, §7 and §8); those of all routes are below. */
const ROUTES: [verb: string, path: string, answers: Answers][] = [
  ['POST', '/api/token', { 200: json(fixed.granted), 400: json(fixed.tokenRefused) }],
  ['POST', '/api/sys/users/exchange', { 200: json(fixed.exchanged), 400: refused, ...signIn }],
  ['POST', '/api/sys/users/token/refresh', { 200: json(fixed.confirmedToken), ...signIn }],
  ['GET', '/api/sys/businesses/getByHost', { 200: json(fixed.host), ...gone }],
  ['PUT', '/api/public/coworkers/profiles/current', { 200: json(fixed.confirmed), ...signIn, ...gone }],
  ['GET', '/api/public/coworkers/profiles', { 200: cuttable('profiles'), ...signIn }],
  ['GET', '/api/public/businesses/current', { 200: cuttable('location'), ...gone }],
  ['GET', '/api/public/configuration', { 200: cuttable('configuration'), ...gone }],
  ['GET', '/api/public/events', { 200: cuttable('eventList'), ...reader }],
  ['GET', '/api/public/events/my', { 200: cuttable('myEvents'), 400: refused, ...signIn }],
  ['DELETE', '/api/public/events/my/:id', { 200: done, 400: refused, ...signIn, ...gone }],
  ['POST', '/api/public/events/my/:id/sendTicket', { 200: done, ...signIn, ...gone }],
  ['GET', '/api/public/events/:id', { 200: cuttable('eventPage'), ...reader }],
  ['GET', '/api/public/events/:id/product/:id', { 200: cuttable('product'), ...reader }],
  ['POST', '/api/public/events/:id/joinWaitingList', { 200: done, ...reader }],
  ['POST', '/api/public/checkout/basket/preview', { 200: json(fixed.basket), ...reader }],
  ['POST', '/api/public/checkout/basket/invoice', { 200: done, ...reader }],
  ['GET', '/en/events', { 200: cuttable('bareEventList', '_depth'), ...reader }],
  ['GET', '/en/events/feed.ics', { ...kept(/^text\/calendar; charset=utf-8$/, /^BEGIN:VCALENDAR\r\n/), ...reader }],
  ['GET', '/en/events/getsmallimage', { ...picture, ...reader }],
  ['GET', '/en/events/getlargeimage', { ...picture, ...reader }],
  ['POST', '/en/events/newComment', { 200: done, ...reader }],
  ['POST', '/en/basket/previewInvoice', { 200: json(fixed.basket), ...reader }],
  ['POST', '/en/basket/CreateInvoice', { 200: done, ...reader }],
  ['GET', '/en/bookings/fullCalendarEvents', { 200: json(fixed.calendar), ...reader }],
  ['GET', '/en/profile', { 200: json(fixed.profile), 400: refused, ...signIn }],
  ['GET', '/en/user/me', { 200: json(fixed.user), ...signIn }],
];

/** Of every route: the throttle in either of its numbers, a body that is too long, a fault (nexudus.md §6; §11, choices 10 and 28). */
const COMMON: Answers = { 409: empty('retry-after'), 429: empty('retry-after'), 413: message, 500: message };

/** In any case, with slashes at the end, the legacy ones under any language (nexudus.md §1; §11, choice 29). */
const SPELLED = ROUTES.map(([verb, path, answers]) => ({
  pattern: new RegExp(
    `^${path
      .replaceAll('.', '\\.')
      .replaceAll(':id', '[^/]+')
      .replace(/^\/en\//, '/[a-z]{2}(-[a-z]{2})?/')}/*$`,
    'i',
  ),
  verbs: verb === 'GET' ? ['GET', 'HEAD'] : [verb],
  answers: { ...COMMON, ...answers },
}));
const OURS = /^\/(api\/(public|sys|token)|en)(\/|$)/i;

/** Judges every answer of the Nexudus door by nexudus.md; a route that has no line above may only be missing. */
export const judgeNexudus: Judge = (answer, asked) => {
  const route = SPELLED.find(({ pattern }) => pattern.test(asked.path));
  if (!route) return OURS.test(asked.path) ? only({ 404: message })(answer, asked) : null;
  // A preflight of an origin that is let in (§11, choice 27).
  if (asked.method === 'OPTIONS' && answer.status === 204)
    return empty('access-control-allow-origin', 'access-control-allow-methods')(answer, asked);
  const verbs = [...route.verbs, 'OPTIONS'].join(', ');
  if (route.verbs.includes(asked.method)) return only(route.answers)(answer, asked);
  const allowed = answer.headers.get('allow') === verbs ? [] : [`Allow is not ${verbs}`];
  return [...allowed, ...only(asked.method === 'OPTIONS' ? { 200: done } : { 405: message })(answer, asked)];
};

function only(answers: Answers): Check {
  return (answer, asked) => answers[answer.status]?.(answer, asked) ?? [`${answer.status} is none of its answers`];
}
