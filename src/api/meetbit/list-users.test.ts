import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MeetbitWorld, keysOf, openMeetbit, refusal } from '../../../test/harness/meetbit.ts';
import { addTenant } from '../../../test/harness/world.ts';

let world: MeetbitWorld;
beforeAll(async () => {
  world = await openMeetbit();
  const { db } = world.demo;
  // Beside the demo's administrator, number 1, and its two customers who sign in, 2 and 3.
  await sql`insert into departments (tenant_id, id, name) values (1, 2, 'Kitchen')`.execute(db);
  await sql`insert into users (tenant_id, id, email, full_name, zone, department_id, role_id, active, created_at, updated_at, deleted_at) values
    (1, 11, 'ben@example.com', 'Ben Kenji', 'America/New_York', 2, 2, true, '2030-01-02T00:00:00.9Z', null, null),
    (1, 12, 'chie@example.com', 'Chie Raj', 'Asia/Tokyo', 2, 2, false, '2030-01-03T00:00:00Z', '2030-02-03T00:00:00Z', null),
    (1, 13, 'omar@example.org', 'Omar', null, null, 1, false, '2030-01-01T00:00:00Z', '2030-02-01T00:00:00Z', '2030-02-02T00:00:00Z')`.execute(
    db,
  );
});
afterAll(() => world.demo.close());

type Shown = Record<string, unknown> & { id: number };

async function list(query: Record<string, string> = {}, headers?: Record<string, string>) {
  return world.call('GET', `/users?${new URLSearchParams(query).toString()}`, undefined, headers);
}
async function ids(query: Record<string, string> = {}, headers?: Record<string, string>): Promise<number[]> {
  const { body } = await list(query, headers);
  return (body as { data: Shown[] }).data.map(({ id }) => id);
}

test('meetbit §10a §10d §10x §7.5a: the staff are listed, with what is kept of each; customers who sign in are not', async () => {
  const { status, body } = await list();
  expect(status).toBe(200);
  const { message, data } = body as { message: string; data: Shown[] };
  expect(message).toBe('Successfully fetched Users.');
  expect(
    data.map(({ id, first_name, last_name, status: state, timezone, role, department }) => [
      id,
      first_name,
      last_name,
      state,
      timezone,
      role,
      department,
    ]),
  ).toEqual([
    [1, 'Administrator', null, 'active', 'Europe/Madrid', 'Front desk', 'Front desk'],
    [11, 'Ben', 'Kenji', 'active', 'America/New_York', 'Read only', 'Kitchen'],
    [12, 'Chie', 'Raj', 'inactive', 'Asia/Tokyo', 'Read only', 'Kitchen'],
  ]);
  expect(data[1]).toEqual({
    id: 11,
    department_id: 2,
    department: 'Kitchen',
    first_name: 'Ben',
    last_name: 'Kenji',
    email: 'ben@example.com',
    status: 'active',
    timezone: 'America/New_York',
    work_hours: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
    role: 'Read only',
    created_at: '2030-01-02T00:00:00Z',
    updated_at: '2030-01-02T00:00:00Z',
    deleted_at: null,
  });
});

test('meetbit §12-20 §9a: deleted users are left out unless asked for', async () => {
  expect(await ids({ with_trashed: '0' })).toEqual([1, 11, 12]);
  expect(await ids({ with_trashed: '1' })).toEqual([1, 11, 12, 13]);
});

test.each([
  ['id', [13, 12, 11, 1]],
  ['first_name', [13, 12, 11, 1]],
  ['last_name', [1, 13, 12, 11]],
  ['email', [13, 12, 11, 1]],
  ['status', [12, 13, 1, 11]],
  ['timezone', [1, 13, 12, 11]],
  ['role', [11, 12, 13, 1]],
  ['created_at', [1, 12, 11, 13]],
  ['updated_at', [1, 12, 13, 11]],
  ['deleted_at', [1, 11, 12, 13]],
])('meetbit §10b §6.4d: ordered by %s either way, equals by id', async (order_by, descending) => {
  const order = { with_trashed: '1', order_by, order_direction: 'desc' };
  expect(await ids(order)).toEqual(descending);
  const rows = (await list({ ...order, order_direction: 'asc' })).body as { data: Shown[] };
  const groups = Map.groupBy(rows.data, (user) => JSON.stringify(user[order_by]));
  const backwards = [...groups.values()].toReversed().flat();
  expect(backwards.map(({ id }) => id)).toEqual(descending);
});

test('meetbit §6.4c §6.4d: pages follow one another and the one after the last is empty; without a size there are 25, by id', async () => {
  await sql`insert into users (tenant_id, id, email, full_name, role_id, created_at) select 1, n, n || '@example.com', 'Raj', 2, now() from generate_series(101, 130) n`.execute(
    world.demo.db,
  );
  const expected = [1, 11, 12, ...Array.from({ length: 30 }, (_, index) => 101 + index)];
  expect(await ids()).toEqual(expected.slice(0, 25));
  expect(await ids({ page_number: '2' })).toEqual(expected.slice(25));
  expect(await ids({ page_size: '100' })).toEqual(expected);
  expect(await ids({ page_size: '2', page_number: '2' })).toEqual([12, 101]);
  expect(await ids({ page_size: '100', page_number: '1000000' })).toEqual([]);
  await sql`delete from users where id > 100`.execute(world.demo.db);
});

test.each([
  ['id', '>', '1', [11, 12]],
  ['first_name', 'like', 'b%', [11]],
  ['last_name', '!=', 'Kenji', [1, 12]],
  ['email', '=', 'ben@example.com', [11]],
  ['status', '=', 'inactive', [12]],
  ['timezone', 'like', '%/%york', [11]],
  ['role', '=', 'Front desk', [1]],
  ['created_at', '=', '2030-01-02T01:00:00+01:00', [11]],
  ['updated_at', '<', '2030-02-01T00:00:00Z', [11]],
  ['deleted_at', '!=', '2030-02-02T00:00:00Z', [1, 11, 12]],
  ['department', '=', 'Kitchen', [11, 12]],
  ['department_id', '=', '1', [1]],
])('meetbit §10c §12-21: filtered by %s %s %s', async (attribute, operator, value, expected) => {
  expect(await ids({ attribute, operator, value })).toEqual(expected);
});

test.each([
  [{ page_size: '0' }, { page_size: 'must be an integer between 1 and 100' }],
  [
    { page_size: '101', page_number: '-1' },
    { page_size: 'must be an integer between 1 and 100', page_number: 'must be an integer between 1 and 1000000' },
  ],
  [{ page_number: '9007199254740991' }, { page_number: 'must be an integer between 1 and 1000000' }],
  [{ order_by: 'password_hash' }, { order_by: 'is not one that users can be ordered by' }],
  [{ order_by: 'constructor' }, { order_by: 'is not one that users can be ordered by' }],
  [{ order_direction: 'DESC; --' }, { order_direction: 'must be asc or desc' }],
  [{ with_trashed: 'perhaps' }, { with_trashed: 'must be true or false' }],
  [{ attribute: 'password_hash', operator: '=', value: 'x' }, { attribute: 'is not one that users can be filtered by' }],
  [{ attribute: 'email' }, { operator: 'is required', value: 'is required' }],
  [{ attribute: 'id', operator: 'like', value: '1' }, { operator: 'is not one that this attribute knows' }],
])('meetbit §6.4b §12-21: a bad query names every field at fault: %j', async (query, errors) => {
  expect(await list(query as Record<string, string>)).toMatchObject(refusal(errors as Record<string, string>));
});

test('meetbit §10w §3b §3e: permissions for single users show those alone; none is a 401', async () => {
  const some = await world.admit(world.demo.tenant, ['users.read.12', 'users.read.2', 'users.update.*']);
  expect(await ids({}, some)).toEqual([12]);
  expect(await list({}, keysOf('MBP-readonly'))).toMatchObject({ status: 401, type: 'text/plain; charset=UTF-8', body: 'Access denied.' });
});

test('meetbit §3f: a client reads the staff of every department and of none', async () => {
  await sql`update users set department_id = null where id = 12`.execute(world.demo.db);
  expect(await ids({}, await world.admit(world.demo.tenant, ['users.read.*']))).toEqual([1, 11, 12]);
  await sql`update users set department_id = 2 where id = 12`.execute(world.demo.db);
});

test('meetbit §1b: another tenant’s staff are its own', async () => {
  const foreign = await addTenant(world.demo.context, 'Pier Hall');
  await sql`insert into users (tenant_id, id, email, full_name, is_admin, created_at) values (${foreign.id}, 21, 'pia@example.org', 'Pia', true, now())`.execute(
    world.demo.db,
  );
  expect(await ids({}, await world.admit(foreign, ['users.read.*']))).toEqual([21]);
  expect(await ids({}, await world.admit(world.demo.tenant, ['users.read.*']))).toEqual([1, 11, 12]);
});
