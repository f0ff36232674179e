import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { request } from '../../../test/harness/world.ts';
import { cancelEvent } from '../../operations/events/cancel-event.ts';
import { v1 } from './routes.ts';

// Zyntro's demo event, by the number that it has here.
const CALL = 'e7f8a9b0-c1d2-3456-e7f8-a9b0c1d23456';
const NOBODYS = '11111111-1111-4111-8111-111111111111';

let demo: TestDemo;
let door: TestDoor;
let id: number;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo, { throttled: false });
  const cancelled = await cancelEvent(demo.context, demo.tenant, { publicId: CALL }, request);
  if (cancelled.outcome !== 'cancelled') throw new Error(cancelled.outcome);
  ({ id } = cancelled.event);
});
afterAll(() => demo.close());

const key = { authorization: 'Bearer adj_demo_admin', 'content-type': 'application/json' };

async function ask(path: string, init: RequestInit = {}): Promise<{ status: number; body: string }> {
  const answer = await door.request(`/api/v1${path}`, { headers: key, ...init });
  // Each request has a number of its own, which is no part of what the answer says.
  return { status: answer.status, body: (await answer.text()).replace(/,"request_id":"[^"]*"/, '') };
}

type Problem = { detail: string; parameters?: { name: string; reason: string }[] };
const problemOf = async (path: string, init: RequestInit = {}) => JSON.parse((await ask(path, init)).body) as Problem;
const reasonsOf = async (path: string, init: RequestInit = {}) =>
  (await problemOf(path, init)).parameters?.map(({ name, reason }) => `${name}: ${reason}`);

describe('issue 9 E31: the UUID that another door returned', () => {
  const capacity = { method: 'PATCH', body: '{"capacity":5}' };
  const PATHS: [string, (name: string | number) => string, RequestInit?][] = [
    ['who does not know yet', (name) => `/events/${name}/unreached`],
    ['the waiting list', (name) => `/events/${name}/waitlist`],
    ['somebody in it', (name) => `/events/${name}/waitlist/1`, { method: 'DELETE' }],
    ['the seats', (name) => `/events/${name}/capacity`, capacity],
    ['the tickets of a type', (name) => `/events/${name}/ticket-types/1/capacity`, capacity],
    ['deliveries of an event', (name) => `/deliveries?event=${name}`],
  ];
  test.each(PATHS)('is the event as much as its number is: %s', async (_, pathOf, init) => {
    const byNumber = await ask(pathOf(id), init);
    expect(await ask(pathOf(CALL), init)).toEqual(byNumber);
    expect(await ask(pathOf(CALL.toUpperCase()), init)).toEqual(byNumber);
    expect(await ask(pathOf(NOBODYS), init)).toEqual(await ask(pathOf(999_999), init));
  });

  test('finds that event and no other', async () => {
    expect(JSON.parse((await ask(`/events/${CALL}/unreached`)).body)).toMatchObject({ event_id: id, people: 3 });
    expect((JSON.parse((await ask(`/deliveries?event=${CALL}`)).body) as { data: unknown[] }).data).toHaveLength(3);
    expect((await ask(`/events/${NOBODYS}/unreached`)).status).toBe(404);
  });
});

describe('issue 9 E31: what is wrong with a parameter is a sentence that says what to send', () => {
  const post = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) });
  test.each<[string, RequestInit, string[]]>([
    ['/deliveries?limit=x', {}, ['limit: It must be a whole number from 1 to 200.']],
    ['/deliveries?cursor=x', {}, ['cursor: It must be a next_cursor of this list, as it was given.']],
    ['/deliveries?event=x', {}, ['event: It must be the number of an event, or its public UUID.']],
    ['/deliveries?change=x', {}, ['change: It must be the number of a change, or its public UUID.']],
    ['/deliveries?state=lost', {}, [expect.stringMatching(/^state: It must be one of queued, sending, /) as string]],
    ['/deliveries?nonsense=1', {}, ['nonsense: There is no such parameter.']],
    ['/events/77/capacity', { method: 'PATCH', body: '{"capacity":"5"}' }, ['capacity: It must be a number.']],
    ['/events/77/capacity', { method: 'PATCH', body: '{"capacity":-1}' }, ['capacity: It must be at least 0.']],
    ['/events/77/capacity', { method: 'PATCH', body: '{"capacity":1.5}' }, ['capacity: It must be a whole number.']],
    ['/events/77/capacity', { method: 'PATCH', body: '{}' }, ['capacity: It must be a number.']],
    ['/webhooks', post({ name: ' ', url: 'https://a.example/', topics: ['created'] }), ['name: It must be something that can be seen.']],
    ['/webhooks', post({ name: 'CRM', url: 7, topics: ['created'] }), ['url: It must be text.']],
    ['/webhooks', post({ name: 'CRM', url: 'https://a.example/', topics: [] }), ['topics: It must be at least 1 entry long.']],
    [
      '/webhooks',
      post({ name: 'x'.repeat(200), url: 'https://a.example/', topics: ['created'] }),
      [expect.stringMatching(/^name: It must be at most \d+ characters long\.$/) as string],
    ],
    [
      '/webhooks',
      post({ name: 'CRM', url: 'https://a.example/', topics: ['lost'] }),
      [expect.stringMatching(/^topics: It must be one of created, /) as string],
    ],
  ])('%s', async (path, init, reasons) => {
    expect(await reasonsOf(path, init)).toEqual(reasons);
  });
});

test('issue 9 E31: what is no path is 404 for everybody, with a key or without; what is one asks for the key first', async () => {
  for (const headers of [key, {}, { authorization: 'Bearer x' }]) {
    for (const path of ['', '/', '/nothing', '/event', '/events/77/nothing', '/deliveries/1/2', '/openapi.jsonx', '/webhooks/x/y']) {
      expect([path, (await ask(path, { headers })).status]).toEqual([path, 404]);
    }
  }
  for (const path of ['/deliveries', '/events/77/unreached', '/webhooks/x']) {
    expect([path, (await ask(path, { headers: {} })).status]).toEqual([path, 401]);
  }
});
