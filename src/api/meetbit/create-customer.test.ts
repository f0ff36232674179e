import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MeetbitWorld, countNotices, keysOf, openMeetbit, refusal } from '../../../test/harness/meetbit.ts';
import { addTenant } from '../../../test/harness/world.ts';
import { canonical } from '../../domain/people/address.ts';

let world: MeetbitWorld;
beforeAll(async () => {
  world = await openMeetbit();
});
afterAll(() => world.demo.close());

const good = {
  first_name: 'Pia',
  middle_name: null,
  last_name: 'Kenji',
  email: 'pia@example.org',
  contact_number: '+34910000000',
  address: { line_1: 'Pier 3', city: 'Madrid', postal_code: null },
};
const post = (body: unknown, headers?: Record<string, string>) => world.call('POST', '/customers', body, headers);
const counted = async () => (await sql<{ count: number }>`select count(*) from customers`.execute(world.demo.db)).rows[0]?.count;

test('issue 9 C14: a customer may have any address, once in all its spellings', async () => {
  for (const email of ['ben@büro.example', 'ivan@xn--80a1acny.xn--p1ai', 'a&b@example.org', 'sales/eu@example.org', 'jürgen@example.org']) {
    const { status, body } = await post({ ...good, email });
    expect([status, body]).toMatchObject([200, { data: { email: canonical(email) } }]);
    expect((await sql`select email from customers order by id desc limit 1`.execute(world.demo.db)).rows).toEqual([{ email }]);
    expect((await post({ ...good, email: canonical(email).replace('example', 'EXAMPLE') })).status).toBe(400);
  }
});

test('meetbit §10j §10l §10x §10v: a customer is made and answered with 200, and nobody is mailed', async () => {
  const before = await countNotices(world.demo);
  const { status, body } = await post(good);
  expect(status).toBe(200);
  const { message, data } = body as { message: string; data: Record<string, unknown> };
  expect(message).toBe('Successfully created Customer.');
  expect(data).toEqual({
    ...good,
    id: data['id'],
    created_at: '2030-04-01T10:00:00Z',
    updated_at: '2030-04-01T10:00:00Z',
    deleted_at: null,
  });
  const kept =
    await sql`select id, user_id, full_name, email, zone, zone_source, language, active, address, contact_number from customers order by id desc limit 1`.execute(
      world.demo.db,
    );
  expect(kept.rows).toEqual([
    {
      id: data['id'],
      userId: null,
      fullName: 'Pia Kenji',
      email: 'pia@example.org',
      zone: 'Europe/Madrid',
      zoneSource: 'tenant',
      language: 'en',
      active: true,
      address: good.address,
      contactNumber: good.contact_number,
    },
  ]);
  expect(await countNotices(world.demo)).toEqual(before);
});

test('meetbit §10k: every scalar may be null, a blank one is, and many customers may have no address', async () => {
  const nobody = { first_name: null, middle_name: ' ', last_name: null, email: '', contact_number: null, address: {} };
  for (let count = 0; count < 2; count += 1) {
    const { status, body } = await post(nobody);
    expect(status).toBe(200);
    expect(body).toMatchObject({ data: { ...nobody, middle_name: null, email: null } });
  }
});

const required = 'is required';
test.each<[unknown, Record<string, string>]>([
  [
    '[]',
    { first_name: required, middle_name: required, last_name: required, email: required, contact_number: required, address: required },
  ],
  [{ ...good, middle_name: undefined }, { middle_name: required }],
  [
    { ...good, first_name: 5, last_name: 'é'.repeat(256) },
    { first_name: 'must be a string', last_name: 'must not be greater than 255 characters' },
  ],
  [{ ...good, email: 'raj@' }, { email: 'must be a valid email address' }],
  [{ ...good, email: `${'r'.repeat(250)}@example.org` }, { email: 'must not be greater than 255 characters' }],
  ...['0034910000000', '910000000', '+0349100000', '+34 910 000 000', '+1234567890123456', '+'].map(
    (contact_number): [unknown, Record<string, string>] => [
      { ...good, contact_number },
      { contact_number: 'must be a number in E.164 format' },
    ],
  ),
  [{ ...good, contact_number: 34910000000 }, { contact_number: 'must be a string' }],
  [{ ...good, address: null }, { address: required }],
  [{ ...good, address: 'Pier 3' }, { address: 'must be an object' }],
  [
    { ...good, address: { city: ['Madrid'], street: 'x'.repeat(256) } },
    { 'address.city': 'must be a string', 'address.street': 'must not be greater than 255 characters' },
  ],
  [
    JSON.stringify({ ...good, address: {} }).replace('{}', '{"__proto__":"x"}'),
    { address: 'must have members named in lower-case letters, digits and underscores' },
  ],
  [
    { ...good, address: Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`line_${index}`, ''])) },
    { address: 'must not have more than 20 members' },
  ],
  [{ ...good, email: 'MINA@example.org' }, { email: 'has already been taken' }],
])('meetbit §10j §10k §10l §10m §4.2a: a bad body names every field at fault and makes nobody: %#', async (body, errors) => {
  const before = await counted();
  expect(await post(body)).toMatchObject(refusal(errors));
  expect(await counted()).toBe(before);
});

test('meetbit §10m: of ten who bring one address at once one is made', async () => {
  // Anew, since the first time the connections they would race on are still being made.
  for (const email of ['raj@example.org', 'jane@example.net', 'kenji@example.net', 'omar@example.org']) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => post({ ...good, email: index % 2 ? email : email.toUpperCase() })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 400)]);
  }
});

test('meetbit §10j §10w §3e §12-6: the permission is customers.create for all, and comes before the body', async () => {
  const denied = { status: 401, type: 'text/plain; charset=UTF-8', body: 'Access denied.' };
  expect(await post({}, keysOf('MBP-readonly'))).toMatchObject(denied);
  expect(await post({}, await world.admit(world.demo.tenant, ['customers.create.5', 'customers.read.*', 'users.update.*']))).toMatchObject(
    denied,
  );
  expect((await post({}, await world.admit(world.demo.tenant, ['customers.create.*']))).status).toBe(400);
});

test('meetbit §1b: a customer is of the tenant that made it, whose addresses are its own', async () => {
  const foreign = await addTenant(world.demo.context, 'Pier Hall');
  const { status, body } = await post({ ...good, email: 'mina@example.org' }, await world.admit(foreign, ['customers.create.*']));
  expect(status).toBe(200);
  const made = await sql`select tenant_id from customers where id = ${(body as { data: { id: number } }).data.id}`.execute(world.demo.db);
  expect(made.rows).toEqual([{ tenantId: foreign.id }]);
});
