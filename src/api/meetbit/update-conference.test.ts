import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MeetbitWorld, countNotices, keysOf, openMeetbit, refusal } from '../../../test/harness/meetbit.ts';
import { addTenant } from '../../../test/harness/world.ts';

let world: MeetbitWorld;
beforeAll(async () => {
  world = await openMeetbit();
});
afterAll(() => world.demo.close());

const good = { title: 'Site visit, upstairs', is_public: true };
const patch = (id: number | string, body: unknown, headers?: Record<string, string>) =>
  world.call('PATCH', `/online_conferences/${id}`, body, headers);

/** A conference of the demo's account, made a day ago. */
async function make(state: { startedAt?: string; deletedAt?: string } = {}, tenantId = 1): Promise<number> {
  const inserted = await sql<{ id: number }>`
    insert into online_conferences (tenant_id, account_id, public_id, title, started_at, deleted_at, created_at, updated_at)
    values (${tenantId}, 1, ${randomUUID()}, 'Site visit', ${state.startedAt ?? null}, ${state.deletedAt ?? null}, '2030-03-31T10:00:00Z', '2030-03-31T10:00:00Z')
    returning id`.execute(world.demo.db);
  return inserted.rows[0]!.id;
}
const rowOf = async (id: number) =>
  (await sql<{ row: string }>`select o::text as row from online_conferences o where id = ${id}`.execute(world.demo.db)).rows[0]?.row;

test('meetbit §10s §10x §10v §7.4a: title and is_public are replaced and answered, and nobody is mailed', async () => {
  const before = await countNotices(world.demo);
  const id = await make();
  expect(await patch(id, { ...good, public_id: 'ignored', online_conference_account_id: 9 })).toMatchObject({
    status: 200,
    body: {
      message: 'Successfully updated Online Conference.',
      data: {
        id,
        ...good,
        online_conference_account_id: 1,
        backer_event_id: null,
        is_occurred: false,
        created_at: '2030-03-31T10:00:00Z',
        updated_at: '2030-04-01T10:00:00Z',
        deleted_at: null,
      },
    },
  });
  expect((await patch(id, { ...good, is_public: false })).body).toMatchObject({ data: { title: good.title, is_public: false } });
  expect(await countNotices(world.demo)).toEqual(before);
});

test('meetbit §10s §10p: who takes part in it is answered, too, and stays', async () => {
  const made = await world.call('POST', '/online_conferences', {
    ...good,
    online_conference_account_id: 1,
    public_id: 'stays',
    online_conference_attendees: [{ email: 'mina@example.org' }],
  });
  const { data } = made.body as { data: { id: number; online_conference_attendees: unknown[] } };
  expect(data.online_conference_attendees).toHaveLength(2);
  expect((await patch(data.id, { ...good, title: 'Upstairs' })).body).toMatchObject({
    data: { title: 'Upstairs', online_conference_attendees: data.online_conference_attendees },
  });
});

test('meetbit §10t §10u: one that has started stays as it is, and says so in the bare words', async () => {
  for (const startedAt of ['2030-03-31T12:00:00Z', '2030-04-01T09:59:59Z']) {
    const id = await make({ startedAt });
    const before = await rowOf(id);
    expect(await patch(id, good)).toMatchObject({
      status: 409,
      type: 'text/plain; charset=UTF-8',
      body: 'Cannot modify an online conference that has started.',
    });
    expect(await rowOf(id)).toBe(before);
  }
});

const required = 'is required';
test.each<[unknown, Record<string, string>]>([
  ['{', { title: required, is_public: required }],
  [{ title: 'Upstairs' }, { is_public: required }],
  [{ is_public: false }, { title: required }],
  [
    { title: null, is_public: null },
    { title: required, is_public: required },
  ],
  [
    { title: ['x'], is_public: 1 },
    { title: 'must be a string', is_public: 'must be true or false' },
  ],
  [{ title: 'é'.repeat(256), is_public: true }, { title: 'must not be greater than 255 characters' }],
])('meetbit §10s: a bad body names every field at fault and changes nothing: %#', async (body, errors) => {
  const id = await make();
  const before = await rowOf(id);
  expect(await patch(id, body)).toMatchObject(refusal(errors));
  expect(await rowOf(id)).toBe(before);
});

test('meetbit §4.1b §12-6 §12-8 §1b: one that is deleted, unknown, another tenant’s or no number is missing, also with a bad body', async () => {
  const foreign = await addTenant(world.demo.context, 'Pier Hall');
  const theirs = await make({}, foreign.id);
  const [ours, deleted] = [await make(), await make({ deletedAt: '2030-04-01T00:00:00Z' })];
  const keys = await world.admit(world.demo.tenant, ['online_conferences.update.*']);
  const before = await Promise.all([theirs, deleted].map(rowOf));
  for (const id of [deleted, theirs, 99_999, `0${ours}`, 'x', '9007199254740993']) {
    for (const body of [good, {}])
      expect(await patch(id, body, keys)).toMatchObject({ status: 404, body: 'Resource object does not exist.' });
  }
  expect(await Promise.all([theirs, deleted].map(rowOf))).toEqual(before);
});

test('meetbit §10s §10w §3e §12-6: the permission is online_conferences.update, for all of them or one, and comes before the look-up', async () => {
  const [mine, other] = [await make(), await make()];
  const keys = await world.admit(world.demo.tenant, [`online_conferences.update.${mine}`, 'online_conferences.create.*']);
  expect((await patch(mine, good, keys)).status).toBe(200);
  for (const id of [other, 99_999, 'x'])
    expect(await patch(id, good, keys)).toMatchObject({ status: 401, type: 'text/plain; charset=UTF-8', body: 'Access denied.' });
  expect(await patch(mine, good, keysOf('MBP-readonly'))).toMatchObject({ status: 401, body: 'Access denied.' });
});
