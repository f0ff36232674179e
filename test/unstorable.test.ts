import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../src/api/http/app.ts';
import { meetbit } from '../src/api/meetbit/routes.ts';
import { nexudus } from '../src/api/nexudus/routes.ts';
import { v1 } from '../src/api/v1/routes.ts';
import { zyntro } from '../src/api/zyntro/routes.ts';
import { portal } from '../src/portal/server/routes.ts';
import { type TestDemo, openDemo } from './harness/demo.ts';
import { faultsOfAnswer } from './harness/judge.ts';
import { openNexudus } from './harness/nexudus.ts';

const root = mkdtempSync(join(tmpdir(), 'adjourn-unstorable-'));
writeFileSync(join(root, 'index.html'), '<!doctype html><title>Adjourn</title>');
const DOORS = [meetbit, zyntro, nexudus, v1, portal({ root, mailbox: true })];
const KEYS = { 'x-access-key-id': 'MBP-demo', 'x-access-key-secret': 'demo-secret' };
const DESK = { 'x-access-key-id': 'MBP-desk', 'x-access-key-secret': 'demo-secret' };
const ADMIN = { authorization: 'Bearer adj_demo_admin' };
const ACCOUNT = { api_key: 'demo-api-key', user_id: '32' };
const ORG = '11111111-1111-4111-8111-111111111111';
const EVENT = 'e7f8a9b0-c1d2-3456-e7f8-a9b0c1d23456';

let demo: TestDemo;
let app: ReturnType<typeof createApp>;
let mina: Record<string, string>;
const faults: unknown[] = [];
beforeAll(async () => {
  demo = await openDemo();
  const log = { fault: (error: unknown) => void faults.push(error), request: () => {} };
  const rest = { demo: true, throttled: false, trustedProxies: [], https: false, readiness: async () => [] };
  app = createApp({ context: demo.context, doors: DOORS, log, ...rest });
  mina = { authorization: `Bearer ${await (await openNexudus({ demoWorld: demo })).signIn('mina@example.org')}` };
});
afterAll(async () => {
  rmSync(root, { recursive: true });
  await demo.close();
});

type Asked = {
  path: string;
  method: 'POST' | 'PATCH' | 'GET';
  headers?: () => Record<string, string>;
  body?: unknown;
  form?: Record<string, string>;
};
const json = (
  path: string,
  body: unknown,
  headers: () => Record<string, string> = () => ({}),
  method: 'POST' | 'PATCH' = 'POST',
): Asked => ({
  path,
  method,
  headers,
  body,
});

/** Right requests, with every field that takes a text; a field of each at a time is spoiled. */
const REQUESTS: Record<string, Asked> = {
  'zyntro createWebhook': json('/apis/v2/public/account/createWebhook', {
    ...ACCOUNT,
    org_id: ORG,
    wh_name: 'House',
    wh_endpoint: 'https://hooks.example.net/house',
    wh_events: ['appointment_cancelled'],
    wh_auth_type: 'basic',
    wh_auth_data: { username: 'mina', password: 'word' },
  }),
  'zyntro processReschedule': json('/public/calendar/processReschedule', {
    ...ACCOUNT,
    event_id: EVENT,
    new_date: '2030-06-01',
    new_time: '10:00',
    target_timezone: 'Europe/London',
    reason: 'Storm',
  }),
  'zyntro processCancel': json('/public/calendar/processCancel', {
    ...ACCOUNT,
    event_id: EVENT,
    reason: 'Storm',
    cancellation_reason: 'Storm',
  }),
  'zyntro createEvent': json('/public/calendar/createEvent', {
    ...ACCOUNT,
    org_id: ORG,
    member_id: '22222222-2222-4222-8222-222222222222',
    contact_id: 'a1b2c3d4-e5f6-4890-abcd-ef1234567890',
    event_data: {
      calendar_id: '3d21426f-9042-40d9-a0b2-94037f551d51',
      event_title: 'Discovery Call',
      event_description: 'About the pier',
      event_start_time: '2030-06-03 10:00:00',
      event_end_time: '2030-06-03 10:45:00',
      event_timezone: 'America/New_York',
      location_type: 'video',
      attendee_data: [
        {
          contact_id: 'a1b2c3d4-e5f6-4890-abcd-ef1234567890',
          contact_role: 'participant',
          contact_email: 'jane@example.net',
          contact_fname: 'Jane',
          contact_lname: 'K',
          contact_timezone: 'America/New_York',
        },
      ],
    },
  }),
  'zyntro lookupContact': json('/apis/v2/public/crm/lookupContact', { ...ACCOUNT, org_id: ORG, search_string: 'jane' }),
  'meetbit update': json(
    '/api/public/v2.0/calendars/12/events/345',
    { title: 'Visit', body: 'Words', location: 'Here', start: '2030-06-01T10:00:00Z', end: '2030-06-01T11:00:00Z', attendees: [] },
    () => KEYS,
    'PATCH',
  ),
  'meetbit cancel': json('/api/public/v2.0/calendars/12/events/346/cancel', { cancel_note: 'Storm' }, () => KEYS),
  'meetbit customer': json(
    '/api/public/v2.0/customers',
    {
      first_name: 'Pia',
      middle_name: 'K',
      last_name: 'Kenji',
      email: 'pia@example.org',
      contact_number: '+34910000000',
      address: { line_1: 'Pier 3', city: 'Madrid', postal_code: '28001' },
    },
    () => DESK,
  ),
  'meetbit list': {
    path: '/api/public/v2.0/calendars/12/events?from=2030-01-01T00:00:00Z&to=2031-01-01T00:00:00Z&attribute=title&operator=like&value=V',
    method: 'GET',
    headers: () => KEYS,
  },
  'nexudus comment': json('/en/events/newComment', { Id: 77, comment: 'Bring a hat.', Title: 'Sun', Rating: 4 }, () => mina),
  'nexudus basket': json(
    '/api/public/checkout/basket/preview',
    {
      Basket: [{ type: 'event', EventAttendee: { CalendarEventId: 77, EventProductId: 501, FullName: 'Ben', Email: 'ben@example.com' } }],
      agreedTermsAndConditions: true,
    },
    () => mina,
  ),
  'nexudus events': {
    path: '/api/public/events?search=roof&_shape=CalendarEvents&_orderBy=Name&host=x',
    method: 'GET',
    headers: () => mina,
  },
  'nexudus location': { path: '/api/sys/businesses/getByHost?host=harbour', method: 'GET' },
  'nexudus exchange': { path: '/api/sys/users/exchange?token=x&client_id=y', method: 'POST' },
  'nexudus sign-in': {
    path: '/api/token',
    method: 'POST',
    form: { grant_type: 'password', username: 'mina@example.org', password: 'demo-password', client_id: 'phone', totp: '' },
  },
  'nexudus refresh': { path: '/api/token', method: 'POST', form: { grant_type: 'refresh_token', refresh_token: 'x', client_id: 'phone' } },
  'v1 webhook': json('/api/v1/webhooks', { name: 'House', url: 'https://hooks.example.net/v1', topics: ['cancelled'] }, () => ADMIN),
  'v1 deliveries': { path: '/api/v1/deliveries?recipient=ben@example.com&state=sent', method: 'GET', headers: () => ADMIN },
  'portal mailbox': { path: '/mailbox/api/mails?to=ben', method: 'GET' },
};

const SPOILS: [string, string][] = [
  ['NUL', '\0'],
  ['the first half of a pair', '\ud83d'],
  ['the second half of a pair', '\udca9'],
];

/** The same value with one of its texts spoiled, for each of them. */
function spoiled(value: unknown, spoil: string): unknown[] {
  if (typeof value === 'string') return [`${value}${spoil}`, `${value.slice(0, 1)}${spoil}${value.slice(1)}`];
  if (Array.isArray(value)) return value.flatMap((entry, at) => spoiled(entry, spoil).map((one) => value.with(at, one)));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...spoiled(inner, spoil).map((one) => ({ ...value, [name]: one })),
    { ...value, [`${name}${spoil}`]: inner },
  ]);
}

/** `%00` for NUL; what percent signs make of half a character in UTF-8. */
const inQuery = (spoil: string) => (spoil === '\0' ? '%00' : `%ed%${spoil === '\ud83d' ? 'a0' : 'b2'}%${spoil === '\ud83d' ? 'bd' : 'a9'}`);

async function ask(path: string, method: string, headers: Record<string, string>, body?: string): Promise<string | null> {
  const url = `http://localhost${path}`;
  const answer = await app.request(
    url,
    { method, headers, ...(body === undefined ? {} : { body }) },
    { incoming: { socket: { remoteAddress: '192.0.2.1' } } },
  );
  const text = await answer.text();
  const misshapen = faultsOfAnswer(DOORS, method, url, { status: answer.status, headers: answer.headers, body: text });
  return answer.status < 500 && misshapen.length === 0
    ? null
    : [`${method} ${path} ${body} answered ${answer.status} ${text}`, ...misshapen].join('\n');
}

describe.each(SPOILS)('issue 9 D20: a text with %s in it', (_, spoil) => {
  test.each(Object.entries(REQUESTS))('in any field of %s is bad input in that door’s form, and no fault', async (_name, asked) => {
    const headers = asked.headers?.() ?? {};
    const wrong: (string | null)[] = [];
    for (const body of spoiled(asked.body, spoil)) {
      wrong.push(await ask(asked.path, asked.method, { ...headers, 'content-type': 'application/json' }, JSON.stringify(body)));
    }
    for (const form of spoiled(asked.form, spoil) as Record<string, string>[]) {
      const body = new URLSearchParams(form).toString().replaceAll('%EF%BF%BD', inQuery(spoil));
      wrong.push(await ask(asked.path, asked.method, { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body));
    }
    const [path = '', query] = asked.path.split('?');
    const given = asked.body === undefined ? undefined : JSON.stringify(asked.body);
    const type: Record<string, string> = given === undefined ? {} : { 'content-type': 'application/json' };
    for (const [at, part] of (query?.split('&') ?? []).entries()) {
      const others = query
        ?.split('&')
        .with(at, `${part}${inQuery(spoil)}`)
        .join('&');
      wrong.push(await ask(`${path}?${others}`, asked.method, { ...headers, ...type }, given));
    }
    for (const segment of path.split('/').slice(1)) {
      const other = path.replace(segment, `${segment}${inQuery(spoil)}`);
      wrong.push(await ask(query ? `${other}?${query}` : other, asked.method, { ...headers, ...type }, given));
    }
    expect(wrong.filter((one) => one !== null)).toEqual([]);
    expect(faults.splice(0)).toEqual([]);
  });
});
