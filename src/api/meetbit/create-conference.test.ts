import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type MeetbitWorld, countNotices, keysOf, openMeetbit, refusal } from '../../../test/harness/meetbit.ts';
import { addTenant } from '../../../test/harness/world.ts';

let world: MeetbitWorld;
beforeAll(async () => {
  world = await openMeetbit();
});
afterAll(() => world.demo.close());
beforeEach(async () => {
  await sql`delete from conference_attendees`.execute(world.demo.db);
  await sql`delete from online_conferences`.execute(world.demo.db);
});

const good = {
  online_conference_account_id: 1,
  backer_event_id: 346,
  public_id: 'site_Visit-346',
  title: 'Site visit, online',
  is_public: true,
  online_conference_attendees: [{ email: 'MINA@example.org' }, { email: 'noor@example.org' }],
};
const post = (body: unknown, headers?: Record<string, string>) => world.call('POST', '/online_conferences', body, headers);
const made = async () =>
  (
    await sql<{
      count: number;
    }>`select (select count(*) from online_conferences) + (select count(*) from conference_attendees) as count`.execute(world.demo.db)
  ).rows[0]?.count;

type Conference = Record<string, unknown> & { id: number; online_conference_attendees: Record<string, unknown>[] };
const dataOf = (answer: { body: unknown }) => (answer.body as { data: Conference }).data;

test('meetbit §10n §10o §10p §10x §10v §7.4a §7.4b: a conference is made with its owner and those who were named, answered with 200, and nobody is mailed', async () => {
  const before = await countNotices(world.demo);
  const answer = await post(good);
  expect(answer).toMatchObject({ status: 200, body: { message: 'Successfully created Online Conference.' } });
  const { online_conference_attendees: attendees, ...conference } = dataOf(answer);
  expect(conference).toEqual({
    id: conference.id,
    online_conference_account_id: 1,
    backer_event_id: 346,
    public_id: 'site_Visit-346',
    title: 'Site visit, online',
    is_public: true,
    is_occurred: false,
    started_at: null,
    ended_at: null,
    created_at: '2030-04-01T10:00:00Z',
    updated_at: '2030-04-01T10:00:00Z',
    deleted_at: null,
  });
  expect(attendees.map(({ email, user_id, customer_id }) => [email, user_id, customer_id])).toEqual([
    ['admin@example.org', 1, null],
    ['mina@example.org', null, 64],
    ['noor@example.org', null, 65],
  ]);
  const listed = await world.call(
    'GET',
    '/calendars/12/events?from=2030-01-01T00:00:00Z&to=2031-01-01T00:00:00Z&attribute=id&operator=%3D&value=346',
  );
  const [event] = (listed.body as { data: Record<string, unknown>[] }).data;
  expect(event?.['online_conference']).toEqual(conference);
  expect(await countNotices(world.demo)).toEqual(before);
});

test('meetbit §10n §10o §10p: an event and attendees may be left out; the owner is an attendee, named or not, and each person once', async () => {
  const bare = { ...good, backer_event_id: undefined, online_conference_attendees: undefined };
  expect(dataOf(await post(bare))).toMatchObject({ backer_event_id: null, online_conference_attendees: [{ user_id: 1 }] });
  const again = ['admin@example.org', 'mina@example.org', 'ADMIN@example.org', 'Mina@Example.org', 'noor@example.org'].map((email) => ({
    email,
  }));
  const { online_conference_attendees: attendees } = dataOf(
    await post({ ...bare, public_id: 'b', backer_event_id: null, online_conference_attendees: again }),
  );
  expect(attendees.map(({ user_id, customer_id }) => [user_id, customer_id])).toEqual([
    [1, null],
    [null, 64],
    [null, 65],
  ]);
});

test('meetbit §7.4b §7.4c: a title and a public_id of 255 characters are taken as they are', async () => {
  const longest = { title: '\u{1f30a}'.repeat(255), public_id: '-_aZ9'.repeat(51) };
  expect(dataOf(await post({ ...good, ...longest }))).toMatchObject(longest);
});

test('meetbit §10o: an address that both a user of the staff and a customer have is the user’s, and of two profiles the default one is meant', async () => {
  const { db } = world.demo;
  await sql`insert into users (tenant_id, id, email, full_name, role_id, created_at) values (1, 11, 'raj@example.org', 'Raj', 2, now())`.execute(
    db,
  );
  await sql`insert into customers (tenant_id, id, user_id, full_name, email, zone, language, is_default, created_at) values
    (1, 70, null, 'Raj', 'raj@example.org', 'UTC', 'en', true, now()), (1, 63, 2, 'Mina', 'mina@example.org', 'UTC', 'en', false, now())`.execute(
    db,
  );
  const { online_conference_attendees: attendees } = dataOf(
    await post({ ...good, online_conference_attendees: [{ email: 'raj@example.org' }, { email: 'mina@example.org' }] }),
  );
  expect(attendees.map(({ user_id, customer_id }) => [user_id, customer_id])).toEqual([
    [1, null],
    [11, null],
    [null, 64],
  ]);
  await sql`update users set active = false where id = 11`.execute(db);
  await sql`update customers set active = false where id = 70`.execute(db);
  const gone = { ...good, public_id: 'gone', backer_event_id: null, online_conference_attendees: [{ email: 'raj@example.org' }] };
  expect(await post(gone)).toMatchObject(refusal({ 'online_conference_attendees.0.email': 'must be the address of a user or customer' }));
});

const required = 'is required';
const account = 'must be the id of an online conference account';
const person = 'must be the address of a user or customer';
test.each<[unknown, Record<string, string>]>([
  ['', { online_conference_account_id: required, public_id: required, title: required, is_public: required }],
  [{ ...good, online_conference_account_id: '1' }, { online_conference_account_id: 'must be a positive integer' }],
  [{ ...good, backer_event_id: 346.5 }, { backer_event_id: 'must be a positive integer' }],
  [{ ...good, public_id: '/^a$/' }, { public_id: 'must only contain letters, numbers, dashes and underscores' }],
  [
    { ...good, public_id: 'p'.repeat(256), title: '\u{1f30a}'.repeat(256) },
    { public_id: 'must not be greater than 255 characters', title: 'must not be greater than 255 characters' },
  ],
  [
    { ...good, title: ' ', is_public: 'true' },
    { title: required, is_public: 'must be true or false' },
  ],
  [{ ...good, online_conference_attendees: { email: 'mina@example.org' } }, { online_conference_attendees: 'must be an array' }],
  [
    { ...good, online_conference_attendees: Array.from({ length: 6 }, () => ({ email: 'mina@example.org' })) },
    { online_conference_attendees: 'must not have more than 5 items' },
  ],
  [
    { ...good, online_conference_attendees: ['mina@example.org', { email: 'mina' }, { email: null }] },
    {
      'online_conference_attendees.0.email': required,
      'online_conference_attendees.1.email': 'must be a valid email address',
      'online_conference_attendees.2.email': required,
    },
  ],
  [{ ...good, online_conference_account_id: 99 }, { online_conference_account_id: account }],
  [{ ...good, backer_event_id: 999 }, { backer_event_id: 'must be the id of an event' }],
  [
    {
      ...good,
      online_conference_account_id: 99,
      backer_event_id: 999,
      online_conference_attendees: [{ email: 'mina@example.org' }, { email: 'pia@example.org' }],
    },
    { online_conference_account_id: account, backer_event_id: 'must be the id of an event', 'online_conference_attendees.1.email': person },
  ],
])('meetbit §10n §10o §10q §10r §7.4a §7.4b §7.4c: a bad body names every field at fault and makes nothing: %#', async (body, errors) => {
  expect(await post(body)).toMatchObject(refusal(errors));
  expect(await made()).toBe(0);
});

test('meetbit §10r: an event has one conference, deleted or not, and a canceled event none', async () => {
  expect((await post({ ...good, backer_event_id: 347 })).status).toBe(200);
  const second = { ...good, public_id: 'second', backer_event_id: 347 };
  const taken = refusal({ backer_event_id: 'must be the id of an event without an online conference' });
  expect(await post(second)).toMatchObject(taken);
  await sql`update online_conferences set deleted_at = now()`.execute(world.demo.db);
  expect(await post(second)).toMatchObject(taken);
  expect((await world.call('POST', '/calendars/12/events/348/cancel', { cancel_note: 'Room flooded' })).status).toBe(200);
  expect(await post({ ...second, backer_event_id: 348 })).toMatchObject(refusal({ backer_event_id: 'must be the id of an event' }));
});

test('meetbit §10q §10r: of ten at once for one event, or with one public id, one is made and the others are told', async () => {
  const same = await Promise.all(Array.from({ length: 10 }, (_, index) => post({ ...good, public_id: `at-once-${index}` })));
  const named = await Promise.all(Array.from({ length: 10 }, () => post({ ...good, public_id: 'named', backer_event_id: null })));
  const expected = [200, ...Array.from({ length: 9 }, () => 400)];
  expect(same.map(({ status }) => status).toSorted()).toEqual(expected);
  expect(named.map(({ status }) => status).toSorted()).toEqual(expected);
  expect(named.find(({ status }) => status === 400)).toMatchObject(refusal({ public_id: 'has already been taken' }));
});

test('meetbit §10n §10w §3e §12-6: the permission is online_conferences.create for all, and comes before the body', async () => {
  const denied = { status: 401, type: 'text/plain; charset=UTF-8', body: 'Access denied.' };
  expect(await post({}, keysOf('MBP-readonly'))).toMatchObject(denied);
  expect(
    await post({}, await world.admit(world.demo.tenant, ['online_conferences.create.1', 'online_conferences.update.*', 'events.update.*'])),
  ).toMatchObject(denied);
  expect((await post({}, await world.admit(world.demo.tenant, ['online_conferences.create.*']))).status).toBe(400);
});

test('meetbit §1b §10r: accounts, events and people of another tenant are not there', async () => {
  const foreign = await addTenant(world.demo.context, 'Pier Hall');
  expect(await post(good, await world.admit(foreign, ['online_conferences.create.*']))).toMatchObject(
    refusal({
      online_conference_account_id: account,
      backer_event_id: 'must be the id of an event',
      'online_conference_attendees.0.email': person,
      'online_conference_attendees.1.email': person,
    }),
  );
  expect(await made()).toBe(0);
});
