import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Door } from '../../src/api/http/door.ts';
import { meetbit } from '../../src/api/meetbit/routes.ts';
import { nexudus } from '../../src/api/nexudus/routes.ts';
import { v1 } from '../../src/api/v1/routes.ts';
import { zyntro } from '../../src/api/zyntro/routes.ts';
import { openDoor } from './door.ts';
import { faultsOfAnswer } from './judge.ts';
import { type NexudusClient, openNexudus } from './nexudus.ts';

let client: NexudusClient;
let mina: string;
beforeAll(async () => {
  client = await openNexudus();
  mina = await client.signIn('mina@example.org');
});
afterAll(() => client.demo.close());

type Members = Record<string, unknown>;

/** What is said of an answer that no door gave. */
function said(door: Door, method: string, path: string, status: number, body: unknown, headers: Record<string, string> = {}): string {
  const type: Record<string, string> = body === '' ? {} : { 'content-type': 'application/json' };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return faultsOfAnswer([door], method, path, { status, headers: new Headers({ ...type, ...headers }), body: text }).join('\n');
}

/** A JSON answer of a door, as it was given. */
async function answerOf(door: Door, path: string, init: RequestInit = {}): Promise<Members> {
  const response = await openDoor(door, client.demo, { throttled: false }).request(path, init);
  expect(response.status).toBe(200);
  return (await response.json()) as Members;
}

/** The answer with one member, named by its path, made another. */
function changed(answer: Members, path: string, value: unknown): Members {
  const copy = structuredClone(answer);
  const names = path.split('.');
  const last = names.pop() ?? '';
  let holder = copy;
  for (const name of names) holder = holder[name] as Members;
  holder[last] = value;
  return copy;
}

test('a door that gives a wrong answer fails the test that asked for it, with method, path, status and what is wrong', async () => {
  const call = () => client.as(mina, 'GET', '/api/public/coworkers/profiles');
  expect((await call()).status).toBe(200);
  await sql`update users set email = 'nobody' where email = 'mina@example.org'`.execute(client.demo.db);
  await expect(call()).rejects.toThrow(/^GET \/api\/public\/coworkers\/profiles answered 200, .+\nUser\.Email: Invalid email/);
  await sql`update users set email = 'mina@example.org' where email = 'nobody'`.execute(client.demo.db);
});

describe('answers of the Nexudus door', () => {
  test.each<[path: string, value: unknown, fault: string]>([
    ['Event.Colour', 'red', 'Event: Unrecognized key: "Colour"'],
    ['Event.Name', null, 'Event.Name: Invalid input: expected string, received null'],
    ['Event.Name', undefined, 'Event.Name: Invalid input: expected string, received undefined'],
    ['Event.StartDate', '2030-05-01T16:00:00Z', 'Event.StartDate: no wall clock time without a suffix'],
    ['Event.StartDate', '2030-02-30T16:00:00', 'Event.StartDate: no wall clock time without a suffix'],
    ['Event.StartDateUtc', '2030-05-01T14:00:00', 'Event.StartDateUtc: Invalid ISO datetime'],
    ['Event.StartDateUtc', '2030-05-01T14:00:00.000Z', 'Event.StartDateUtc: Invalid ISO datetime'],
    ['Event.StartDateUtc', '2030-05-01T14:00:00+00:00', 'Event.StartDateUtc: Invalid ISO datetime'],
    ['Event.Id', '77', 'Event.Id: Invalid input: expected number, received string'],
    ['Event.UniqueId', 'seventy-seven', 'Event.UniqueId: Invalid GUID'],
    ['Event.EventProducts.0.PriceCurrencyCode', 'EURO', 'Event.EventProducts.0.PriceCurrencyCode: no currency of ISO 4217'],
    ['RelatedEvents.0', { Id: 1 }, 'RelatedEvents.0.UniqueId'],
  ])('an event with %s as %j is refused', async (path, value, fault) => {
    const answer = await answerOf(nexudus, '/api/public/events/77');
    expect(said(nexudus, 'GET', '/api/public/events/77', 200, answer)).toBe('');
    expect(said(nexudus, 'GET', '/api/public/events/77', 200, changed(answer, path, value))).toContain(fault);
  });

  test('a refusal tells back scalars alone, and says one thing', () => {
    const refusal = (AttemptedValue: unknown, Message = 'Id: odd') =>
      said(nexudus, 'POST', '/en/events/newComment', 400, {
        WasSuccessful: false,
        Status: 400,
        Message: 'Id: odd',
        Value: null,
        Errors: [{ AttemptedValue, Message, PropertyName: 'Id' }],
      });
    expect(['first', 5, false, null].map((value) => refusal(value))).toEqual(['', '', '', '']);
    for (const value of [{ id: 77 }, [77], undefined]) expect(refusal(value)).toContain('Errors.0.AttemptedValue');
    expect(refusal('first', 'Id: another')).toContain('its Errors say something else');
  });

  test('a page whose counters contradict each other is refused', async () => {
    const answer = await answerOf(nexudus, '/api/public/events/my', { headers: { authorization: `Bearer ${mina}` } });
    for (const [name, value] of Object.entries({ PageNumber: 2, LastItem: 99, TotalPages: 7, HasNextPage: true, HasPreviousPage: true })) {
      expect(said(nexudus, 'GET', '/api/public/events/my', 200, changed(answer, name, value))).toContain(
        'its counters contradict each other',
      );
    }
  });

  test('fields may be missing where _shape was asked, and only there; none may be added', () => {
    const shaped = '/api/public/events/77?_shape=Event.Name';
    expect(said(nexudus, 'GET', shaped, 200, { Event: { Name: 'Rooftop Breakfast' } })).toBe('');
    expect(said(nexudus, 'GET', '/api/public/events/77', 200, { Event: { Name: 'Rooftop Breakfast' } })).toContain('Event.Id');
    expect(said(nexudus, 'GET', shaped, 200, { Event: { Name: 'Rooftop Breakfast', Colour: 'red' } })).toContain('Unrecognized key');
    expect(said(nexudus, 'GET', shaped, 200, { Event: { Name: null } })).toContain('Event.Name');
    expect(
      said(nexudus, 'GET', '/en/events?_depth=1', 200, {
        PastEvents: false,
        Categories: [],
        Category: null,
        CalendarEvents: [{ Id: 77, Business: {} }],
      }),
    ).toBe('');
  });

  test('an empty 200 has no body, a throttle says when to come back, a refusal has its own form', () => {
    const ticket = '/api/public/events/my/9021';
    expect(said(nexudus, 'DELETE', ticket, 200, '')).toBe('');
    expect(said(nexudus, 'DELETE', ticket, 200, {})).toContain('has a body');
    expect(said(nexudus, 'DELETE', ticket, 204, '')).toBe('204 is none of its answers');
    expect(said(nexudus, 'DELETE', ticket, 409, '', { 'retry-after': '60' })).toBe('');
    expect(said(nexudus, 'DELETE', ticket, 409, '')).toBe('no retry-after');
    expect(said(nexudus, 'DELETE', ticket, 400, { Message: 'No.' })).toContain('WasSuccessful');
    expect(said(nexudus, 'DELETE', ticket, 404, '<p>Not found</p>', { 'content-type': 'text/html' })).toContain(
      'the content type is "text/html"',
    );
    expect(said(nexudus, 'PATCH', ticket, 405, { Message: 'No.' }, { allow: 'DELETE' })).toBe('Allow is not DELETE, OPTIONS');
    expect(said(nexudus, 'POST', '/api/token', 400, { Message: 'No.' })).toContain('error_description');
    expect(said(nexudus, 'HEAD', '/api/public/events', 200, '{}')).toContain('has a body');
  });

  test('a route that no shape is written for may only be missing', () => {
    for (const path of ['/api/public/events/77/refund', '/en/other', '/api/sys/users']) {
      expect(said(nexudus, 'GET', path, 404, { Message: 'There is nothing at this address.' })).toBe('');
      expect(said(nexudus, 'GET', path, 200, {})).toBe('200 is none of its answers');
    }
    expect(said(nexudus, 'GET', '/brand/new', 200, {})).toBe('no contract knows this path');
    expect(said(nexudus, 'GET', '/brand/new', 404, 'Not found', { 'content-type': 'text/plain; charset=UTF-8' })).toBe('');
  });
});

describe('answers of the Zyntro door', () => {
  const cancel = '/public/calendar/processCancel';
  const data = { event_id: 'x', cancelled_at: '2030-04-01 10:00:00', notifications_sent: 2 };
  const done = (changes: Members) => said(zyntro, 'POST', cancel, 200, { data: { ...data, ...changes }, status: 'success' });
  const failed = (body: unknown, code: string, status = 200, path = cancel) =>
    said(zyntro, 'POST', path, status, body, { 'x-error-code': code });

  test('a success has exactly the data of its action', () => {
    expect(done({})).toBe('');
    expect(done({ reason: null })).toContain('Unrecognized key: "reason"');
    expect(done({ cancelled_at: '2030-04-01T10:00:00Z' })).toContain('data.cancelled_at: no YYYY-MM-DD HH:MM:SS');
    expect(done({ notifications_sent: null })).toContain('data.notifications_sent');
    expect(said(zyntro, 'POST', '/public/calendar/refund', 200, { data: {}, status: 'success' })).toContain('200 is none of its answers');
  });

  test('a failure is 200 with one message, the one that belongs to the code in its header', () => {
    const missing = { data: ['Event not found'], status: 'error' };
    expect(failed(missing, 'NOT_FOUND')).toBe('');
    expect(failed({ ...missing, data: ['Event not found', 'Sorry'] }, 'NOT_FOUND')).toContain('data');
    expect(failed({ ...missing, code: 'NOT_FOUND' }, 'NOT_FOUND')).toContain('Unrecognized key: "code"');
    expect(failed({ ...missing, data: ['No such event'] }, 'NOT_FOUND')).toBe('the message of NOT_FOUND is "Event not found"');
    expect(said(zyntro, 'POST', cancel, 200, missing)).toBe('');
    expect(said(zyntro, 'POST', cancel, 200, { ...missing, data: ['No such event'] })).toContain('no X-Error-Code');
    expect(failed({ data: ['Missing service instance'], status: 'error' }, 'MISSING_API_KEY', 200, '/public/account/fetchWebhooks')).toBe(
      'the message of MISSING_API_KEY is "Missing API Key"',
    );
    expect(failed({ data: ['Too many requests'], status: 'error' }, 'TOO_MANY_REQUESTS')).toBe('no retry-after');
    expect(failed(missing, 'NOT_FOUND', 404)).toContain('404 is none of its answers');
    expect(failed({ data: ['Too many requests'], status: 'error' }, 'TOO_MANY_REQUESTS', 429)).toBe('no retry-after');
  });
});

describe('answers of our own API', () => {
  const headers = { authorization: 'Bearer adj_demo_admin' };
  const problem = {
    type: 'urn:adjourn:problem:not-found',
    title: 'Not found',
    status: 404,
    detail: 'There is no such event.',
    request_id: 'f',
  };
  const refused = (body: unknown, status: number) =>
    said(v1, 'GET', '/api/v1/events/345/unreached', status, body, { 'content-type': 'application/problem+json' });

  test('a success is what the description says, without a member more', async () => {
    const answer = await answerOf(v1, '/api/v1/events/345/unreached', { headers });
    const after = (path: string, value: unknown) => said(v1, 'GET', '/api/v1/events/345/unreached', 200, changed(answer, path, value));
    expect(after('event_id', 345)).toBe('');
    expect(after('event_id', '345')).toContain('/event_id must be integer');
    expect(after('status', null)).toContain('/status');
    expect(after('colour', 'red')).toContain('must NOT have unevaluated properties {"unevaluatedProperty":"colour"}');
    expect(said(v1, 'GET', '/api/v1/events/345/unreached', 201, answer)).toBe('201 is not among the declared answers');
  });

  test('a refusal is a problem document of its own status; where nothing is described there are refusals only', () => {
    expect(refused(problem, 404)).toBe('');
    expect(refused(problem, 401)).toContain('says it is 404');
    expect(refused({ ...problem, colour: 'red' }, 404)).toContain('unevaluated properties');
    expect(said(v1, 'GET', '/api/v1/nothing', 200, {})).toBe('200 is none of its answers');
    expect(said(v1, 'DELETE', '/api/v1/deliveries', 404, problem, { 'content-type': 'application/problem+json' })).toBe(
      '404 is none of its answers',
    );
  });
});

test('answers of the MeetBit door: its own schemas without a member more, and its bare sentences', async () => {
  const path = '/api/public/v2.0/calendars/12/events';
  const key = { 'X-Access-Key-Id': 'MBP-demo', 'X-Access-Key-Secret': 'demo-secret' };
  const window = '?from=2029-01-01T00:00:00Z&to=2032-01-01T00:00:00Z';
  const answer = await answerOf(meetbit, `${path}${window}`, { headers: key });
  const id = { 'x-process-id': '1' };
  const after = (name: string, value: unknown) => said(meetbit, 'GET', path, 200, changed(answer, name, value), id);
  expect(after('message', 'Successfully fetched Events.')).toBe('');
  expect(after('data.0.title', null)).toContain('/data/0/title must be string');
  expect(after('data.0.start', '2030-05-01 14:00:00')).toContain('/data/0/start');
  expect(after('data.0.colour', 'red')).toContain('"unevaluatedProperty":"colour"');
  expect(after('data.0.attendees.0.colour', 'red')).toContain('"unevaluatedProperty":"colour"');
  const text = { ...id, 'content-type': 'text/plain; charset=UTF-8' };
  expect(said(meetbit, 'GET', path, 404, 'Resource object does not exist.', text)).toBe('');
  expect(said(meetbit, 'GET', path, 404, 'Gone.', text)).toBe('says "Gone."');
  expect(said(meetbit, 'GET', path, 403, 'Access denied.', text)).toBe('403 is not among the declared answers');
  expect(said(meetbit, 'PUT', path, 405, '', id)).toBe('405 is none of its answers');
  expect(said(meetbit, 'PATCH', `${path}/345`, 400, { message: 'The title field is required.', errors: { title: [] } }, id)).toContain(
    'must NOT have fewer than 1 items',
  );
});
