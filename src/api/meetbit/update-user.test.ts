import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addresses } from '../../../test/harness/addresses.ts';
import { type MeetbitWorld, countNotices, keysOf, openMeetbit, refusal } from '../../../test/harness/meetbit.ts';
import { addTenant } from '../../../test/harness/world.ts';
import { canonical } from '../../domain/people/address.ts';

let world: MeetbitWorld;
beforeAll(async () => {
  world = await openMeetbit();
});
afterAll(() => world.demo.close());
beforeEach(async () => {
  const { db } = world.demo;
  await sql`delete from users where id > 10`.execute(db);
  await sql`insert into users (tenant_id, id, email, full_name, role_id, created_at) values (1, 11, 'ben@example.com', 'Ben', 2, '2030-01-02T00:00:00Z')`.execute(
    db,
  );
});

const at = (hour: number, minute = 0, second = 0) => ({ hour, minute, second });
const day = [
  { start: at(9), end: at(12, 30) },
  { start: at(13, 15, 30), end: at(23, 59, 59) },
];
const hours = {
  monday: day,
  tuesday: [],
  wednesday: day,
  thursday: [],
  friday: [{ start: at(0), end: at(0, 0, 1) }],
  saturday: [],
  sunday: [],
};
const good = {
  department_id: 1,
  first_name: 'Ana Pia',
  last_name: 'Kenji',
  email: 'Ben+Desk@example.com',
  timezone: 'europe/madrid',
  work_hours: hours,
  role: 'Full access',
};

const patch = (user: number | string, body: unknown, headers?: Record<string, string>) =>
  world.call('PATCH', `/users/${user}`, body, headers);
const rowOf = async (id: number) =>
  (await sql<{ row: string }>`select u::text as row from users u where id = ${id}`.execute(world.demo.db)).rows[0]?.row;

test('meetbit §10e §10f §10g §10h §10x: all seven fields are replaced and answered, two first names stay two', async () => {
  const { status, body } = await patch(11, good);
  expect(status).toBe(200);
  expect(body).toEqual({
    message: 'Successfully updated User.',
    data: {
      ...good,
      id: 11,
      department: 'Front desk',
      timezone: 'Europe/Madrid',
      status: 'active',
      created_at: '2030-01-02T00:00:00Z',
      updated_at: '2030-04-01T10:00:00Z',
      deleted_at: null,
    },
  });
  const listed = await world.call('GET', '/users?attribute=id&operator=%3D&value=11');
  expect((listed.body as { data: unknown[] }).data).toEqual([(body as { data: unknown }).data]);
  const kept = await sql`select full_name, is_admin, active from users where id = 11`.execute(world.demo.db);
  expect(kept.rows).toEqual([{ fullName: 'Ana Pia Kenji', isAdmin: false, active: true }]);
});

test('meetbit §10i: what was answered may be sent back, in another case of the address and without a department, too', async () => {
  const first = (await patch(11, { ...good, department_id: null })).body as { data: Record<string, unknown> };
  expect(first.data).toMatchObject({ department_id: null, department: null });
  expect((await patch(11, first.data)).body).toEqual(first);
  expect((await patch(11, { ...good, email: 'BEN+DESK@EXAMPLE.COM' })).status).toBe(200);
});

test('issue 9 C16: a zone of Windows is kept and shown as the IANA zone that it is', async () => {
  expect(await patch(11, { ...good, timezone: 'W. Europe Standard Time' })).toMatchObject({
    status: 200,
    body: { data: { timezone: 'Europe/Berlin' } },
  });
});

test('issue 9 C14: every address is taken, and what was answered may be sent back; the spelling that is kept stays the person’s own', async () => {
  for (const email of new Set(['ben@büro.example', 'a&b@example.org', ...fc.sample(addresses, { seed: 14, numRuns: 10 })])) {
    const first = await patch(11, { ...good, email });
    expect([email, first.status, first.body]).toEqual([
      email,
      200,
      { message: expect.any(String), data: expect.objectContaining({ email: canonical(email) }) },
    ]);
    expect(await patch(11, (first.body as { data: unknown }).data)).toMatchObject({ status: 200, body: first.body });
    expect((await sql`select email from users where id = 11`.execute(world.demo.db)).rows).toEqual([{ email }]);
    for (const spelling of [email, canonical(email)]) {
      const found = await world.call('GET', `/users?attribute=email&operator=%3D&value=${encodeURIComponent(spelling)}`);
      expect([spelling, found.body]).toMatchObject([spelling, { data: [{ id: 11, email: canonical(email) }] }]);
    }
  }
});

const required = 'is required';
const weekday = (monday: unknown) => ({ ...good, work_hours: { ...hours, monday } });
test.each<[unknown, Record<string, string>]>([
  [
    '{',
    {
      department_id: required,
      first_name: required,
      last_name: required,
      email: required,
      timezone: required,
      work_hours: required,
      role: required,
    },
  ],
  [
    { ...good, last_name: undefined, role: null },
    { last_name: required, role: required },
  ],
  [
    { ...good, first_name: ' \n', email: '' },
    { first_name: required, email: required },
  ],
  [
    { ...good, first_name: 'é'.repeat(256), last_name: 5 },
    { first_name: 'must not be greater than 255 characters', last_name: 'must be a string' },
  ],
  [{ ...good, email: 'ben' }, { email: 'must be a valid email address' }],
  [{ ...good, timezone: 'Europe/Nowhere' }, { timezone: 'must be a valid timezone' }],
  [{ ...good, timezone: '+02:00' }, { timezone: 'must be a valid timezone' }],
  [{ ...good, department_id: '1' }, { department_id: 'must be a positive integer' }],
  [{ ...good, department_id: 0 }, { department_id: 'must be a positive integer' }],
  [
    { ...good, department_id: 99, email: 'admin@example.org', role: 'Nobody' },
    { department_id: 'must be the id of a department', email: 'has already been taken', role: 'must be the name of a role' },
  ],
  [{ ...good, email: 'MINA@example.org' }, { email: 'has already been taken' }],
  [{ ...good, work_hours: [] }, { work_hours: 'must be an object' }],
  [
    { ...good, work_hours: { ...hours, sunday: undefined, monday: {} } },
    { 'work_hours.monday': 'must be an array', 'work_hours.sunday': required },
  ],
  [weekday([{ start: at(9) }]), { 'work_hours.monday.0.end': required }],
  [
    weekday([{ start: '09:00', end: at(24, 60, -1) }]),
    {
      'work_hours.monday.0.start': 'must be an object',
      'work_hours.monday.0.end.hour': 'must be an integer between 0 and 23',
      'work_hours.monday.0.end.minute': 'must be an integer between 0 and 59',
      'work_hours.monday.0.end.second': 'must be an integer between 0 and 59',
    },
  ],
  [
    weekday([{ start: at(9), end: { hour: 9.5, minute: '1' } }]),
    {
      'work_hours.monday.0.end.hour': 'must be an integer between 0 and 23',
      'work_hours.monday.0.end.minute': 'must be an integer between 0 and 59',
      'work_hours.monday.0.end.second': required,
    },
  ],
  [weekday([day[0], { start: at(13), end: at(13) }]), { 'work_hours.monday.1.end': 'must be after start' }],
  [weekday(Array.from({ length: 25 }, () => ({}))), { 'work_hours.monday': 'must not have more than 24 items' }],
])('meetbit §10e §10f §10g §10h §10i §4.2e §12-7: a bad body names every field at fault and changes nothing: %#', async (body, errors) => {
  const before = await rowOf(11);
  expect(await patch(11, body)).toMatchObject(refusal(errors));
  expect(await rowOf(11)).toBe(before);
});

test('meetbit §10d §12-6 §12-8: who is not there is missing, also with a bad body: customers who sign in, deleted users, no numbers', async () => {
  await sql`update users set active = false, deleted_at = now() where id = 11`.execute(world.demo.db);
  const before = await Promise.all([2, 11].map(rowOf));
  for (const id of ['2', '11', '99', '011', 'x', '9007199254740993']) {
    for (const body of [good, {}]) {
      expect(await patch(id, body)).toMatchObject({
        status: 404,
        type: 'text/plain; charset=UTF-8',
        body: 'Resource object does not exist.',
      });
    }
  }
  expect(await Promise.all([2, 11].map(rowOf))).toEqual(before);
});

test('meetbit §10e §10w §3e §12-6: the permission is users.update, for all users or one, and comes before the look-up', async () => {
  const one = await world.admit(world.demo.tenant, ['users.update.11', 'users.read.*', 'events.update.*']);
  expect((await patch(11, good, one)).status).toBe(200);
  for (const id of [1, 99, 'x']) expect(await patch(id, good, one)).toMatchObject({ status: 401, body: 'Access denied.' });
  expect(await patch(11, good, keysOf('MBP-readonly'))).toMatchObject({ status: 401, body: 'Access denied.' });
  expect(await patch(11, good, keysOf('MBP-nobody'))).toMatchObject({ status: 401, body: 'Invalid or missing access key.' });
});

test('meetbit §1b: users, departments, roles and addresses of another tenant are not there, and do not stand in the way', async () => {
  const { db } = world.demo;
  const foreign = await addTenant(world.demo.context, 'Pier Hall');
  await sql`insert into departments (tenant_id, id, name) values (${foreign.id}, 9, 'Pier')`.execute(db);
  await sql`insert into roles (tenant_id, id, name, permissions) values (${foreign.id}, 9, 'Harbour master', '{}')`.execute(db);
  await sql`insert into users (tenant_id, id, email, full_name, is_admin, created_at) values (${foreign.id}, 21, 'pia@example.org', 'Pia', true, now())`.execute(
    db,
  );
  const keys = await world.admit(foreign, ['users.update.*']);
  expect(await patch(11, good, keys)).toMatchObject({ status: 404 });
  expect(await patch(11, { ...good, department_id: 9, role: 'Harbour master' })).toMatchObject(
    refusal({ department_id: 'must be the id of a department', role: 'must be the name of a role' }),
  );
  expect((await patch(11, { ...good, email: 'pia@example.org' })).status).toBe(200);
});

test('meetbit §10i: of two users who want one address at once one gets it, and the other is told', async () => {
  await sql`insert into users (tenant_id, id, email, full_name, role_id, created_at) select 1, n, n || '@example.com', 'Raj', 2, now() from generate_series(12, 20) n`.execute(
    world.demo.db,
  );
  // Anew, since the first time the connections they would race on are still being made.
  for (const email of ['raj@example.org', 'jane@example.net', 'kenji@example.net', 'omar@example.org']) {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => patch(11 + index, { ...good, email })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 400)]);
  }
});

test('meetbit §10v: an update mails nobody', async () => {
  const before = await countNotices(world.demo);
  expect((await patch(11, good)).status).toBe(200);
  expect(await countNotices(world.demo)).toEqual(before);
});
