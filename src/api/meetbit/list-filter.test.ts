import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { meetbit } from './routes.ts';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(meetbit, demo, { throttled: false });
  await sql`update events set location = null where id = 347`.execute(demo.db);
  await sql`update events set title = 'Half \\ 100%' where id = 348`.execute(demo.db);
});
afterAll(() => demo.close());

function list(query: Record<string, string>) {
  const text = new URLSearchParams({ from: '2030-01-01T00:00:00Z', to: '2031-01-01T00:00:00Z', with_trashed: '1', ...query });
  const headers = { 'X-Access-Key-Id': 'MBP-readonly', 'X-Access-Key-Secret': 'demo-secret' };
  return door.request(`/api/public/v2.0/calendars/12/events?${text.toString()}`, { headers });
}

type Listed = { id: number; title: string; start: string; location: string | null };

async function matching(attribute: string, operator: string, value: string): Promise<Listed[]> {
  const response = await list({ attribute, operator, value });
  return ((await response.json()) as { data: Listed[] }).data;
}

test('meetbit §6.2e §6.2f §6.4a §12-21: each operator takes what it says of each kind of attribute, and no filter takes everything', async () => {
  const all = ((await (await list({})).json()) as { data: Listed[] }).data;
  expect(all.length).toBeGreaterThan(5);
  const comparisons = {
    '=': (a: number | string, b: number | string) => a === b,
    '!=': (a: number | string, b: number | string) => a !== b,
    '<': (a: number | string, b: number | string) => a < b,
    '<=': (a: number | string, b: number | string) => a <= b,
    '>': (a: number | string, b: number | string) => a > b,
    '>=': (a: number | string, b: number | string) => a >= b,
  };
  const middle = all[Math.floor(all.length / 2)]!;
  for (const [operator, holds] of Object.entries(comparisons)) {
    const byId = all.filter(({ id }) => holds(id, middle.id)).map(({ id }) => id);
    expect([operator, (await matching('id', operator, String(middle.id))).map(({ id }) => id)]).toEqual([operator, byId]);
    const byStart = all.filter(({ start }) => holds(start, middle.start)).map(({ id }) => id);
    expect([operator, (await matching('start', operator, middle.start)).map(({ id }) => id)]).toEqual([operator, byStart]);
  }
  expect((await matching('title', '=', middle.title)).map(({ title }) => title)).toContain(middle.title);
});

test('meetbit §12-21: like has % for anything and reads any case; a backslash is a backslash', async () => {
  expect((await matching('title', 'like', 'HALF%')).map(({ id }) => id)).toEqual([348]);
  expect((await matching('title', 'like', '%\\ 100%')).map(({ id }) => id)).toEqual([348]);
  expect((await matching('title', 'like', 'half')).map(({ id }) => id)).toEqual([]);
  expect((await list({ attribute: 'title', operator: 'like', value: '\\' })).status).toBe(200);
});

test('meetbit §6.2e: what is not set equals nothing and differs from everything', async () => {
  expect((await matching('location', '!=', 'nowhere')).map(({ id }) => id)).toContain(347);
  expect((await matching('location', '=', 'nowhere')).map(({ id }) => id)).not.toContain(347);
});

test.each<[Record<string, string>, Record<string, string[]>]>([
  [{ value: 'x' }, { attribute: ['The attribute field is required.'], operator: ['The operator field is required.'] }],
  [{ attribute: 'title', operator: '=' }, { value: ['The value field is required.'] }],
  [{ attribute: 'title', operator: '<>', value: 'x' }, { operator: ['The operator field is not one that this attribute knows.'] }],
  [{ attribute: 'id', operator: 'like', value: '3' }, { operator: ['The operator field is not one that this attribute knows.'] }],
  [{ attribute: 'id', operator: '=', value: '3 or 1=1' }, { value: ['The value field must be an integer.'] }],
  [{ attribute: 'start', operator: '=', value: 'now' }, { value: ['The value field must be a valid date.'] }],
  [
    { attribute: 'tenant_id', operator: '=', value: '1' },
    { attribute: ['The attribute field is not one that events can be filtered by.'] },
  ],
  [
    { attribute: 'constructor', operator: '=', value: '1' },
    { attribute: ['The attribute field is not one that events can be filtered by.'] },
  ],
])('meetbit §6.2f §6.4b §12-21: %j is refused', async (query, errors) => {
  const response = await list(query);
  expect([response.status, await response.json()]).toMatchObject([400, { errors }]);
});
