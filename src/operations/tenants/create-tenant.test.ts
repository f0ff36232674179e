import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEmpty } from '../../../test/harness/empty.ts';
import { type TypedTenant, checkNewTenant } from '../../domain/tenants/new-tenant.ts';
import { isPassword } from '../../crypto/password.ts';
import { findUserByEmail } from '../../storage/people/users.ts';
import { isDemoRefused, refuseDemo } from '../../storage/tenants/installation.ts';
import { authenticateApiKey } from '../access/authenticate-api-key.ts';
import { createTenant } from './create-tenant.ts';
import { findTenant } from './find-tenant.ts';
import { acceptsDemo } from './settle-demo.ts';

let world: Awaited<ReturnType<typeof openEmpty>>;
beforeAll(async () => {
  world = await openEmpty();
});
afterAll(() => world.close());

const typed: TypedTenant = {
  name: ' Harbour\nLoft ',
  host: 'Events.Example.org:8443',
  zone: 'europe/madrid',
  locale: 'EN-gb',
  sender: 'termine@büro.example',
  adminEmail: 'Mina@example.org',
  password: 'eight-or-more',
};

const count = async (table: string) =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(world.db)).rows[0]?.n;

test('issue 10: a house begins with its tenant, an administrator who has a password, a calendar and a key that opens it', async () => {
  const done = await createTenant(world.context, typed);
  if (done.outcome !== 'created') throw new Error(done.outcome);
  expect(done).toMatchObject({
    tenant: { name: 'Harbour Loft', zone: 'Europe/Madrid', locale: 'en-GB', senderMailbox: 'termine@xn--bro-hoa.example', demo: false },
    host: 'events.example.org',
    key: expect.stringMatching(/^adj_[\w-]{43}$/),
    besideDemo: false,
  });
  expect(await findTenant(world.context, 'EVENTS.example.org:3000')).toMatchObject({ id: done.tenant.id });
  expect(await authenticateApiKey(world.context, done.key, false)).toMatchObject({ tenant: { id: done.tenant.id } });
  const administrator = await findUserByEmail(world.db, done.tenant.id, 'mina@example.org');
  expect(administrator).toMatchObject({ fullName: 'Administrator', isAdmin: true, active: true });
  expect(await isPassword(administrator?.passwordHash ?? '', 'eight-or-more', done.tenant.id)).toBe(true);
  const calendars = await sql`select id, name, zone from calendars where tenant_id = ${done.tenant.id}`.execute(world.db);
  expect(calendars.rows).toEqual([{ id: done.calendarId, name: 'Events', zone: 'Europe/Madrid' }]);
});

test('issue 10: a second one for the same host changes nothing; one for another host is another house', async () => {
  expect(await createTenant(world.context, { ...typed, host: 'events.example.org' })).toEqual({
    outcome: 'host_taken',
    host: 'events.example.org',
  });
  expect([await count('tenants'), await count('users'), await count('api_keys'), await count('calendars')]).toEqual([1, 1, 1, 1]);
  // Two at once for one host: one of them is first.
  const both = await Promise.all([1, 2].map(() => createTenant(world.context, { ...typed, host: 'büro.example' })));
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['created', 'host_taken']);
  expect(await findTenant(world.context, 'xn--bro-hoa.example')).toBeDefined();
});

test('issue 10: once a real house is there the demo is not believed in without being asked for, so that its mails wait', async () => {
  await refuseDemo(world.db, null);
  await createTenant(world.context, { ...typed, host: 'third.example.org' });
  expect([await isDemoRefused(world.db), await acceptsDemo(world.context, undefined, true)]).toEqual([true, false]);
  expect(await acceptsDemo(world.context, 'on', true)).toBe(true);
});

describe('issue 10: what is typed is checked whole', () => {
  const faultsOf = (change: TypedTenant) => {
    const checked = checkNewTenant({ ...typed, ...change });
    return 'faults' in checked ? checked.faults : {};
  };

  test('all faults at once', async () => {
    const before = await count('tenants');
    const invalid = await createTenant(world.context, { zone: 'Nowhere', sender: 'nobody', password: 'short' });
    const missing = 'missing';
    expect(invalid).toEqual({
      outcome: 'invalid',
      faults: {
        name: missing,
        host: missing,
        zone: 'no_zone',
        locale: missing,
        sender: 'no_address',
        adminEmail: missing,
        password: 'password_short',
      },
    });
    expect(await count('tenants')).toBe(before);
  });

  test.each<[TypedTenant, object]>([
    [{}, {}],
    [{ name: '\u200f ' }, { name: 'missing' }],
    [
      { name: 'n'.repeat(101), adminName: 'n'.repeat(101) },
      { name: 'too_long', adminName: 'too_long' },
    ],
    ...['https://events.example.org', 'events.example.org/path', 'a b', 'user@host', '-', `${'a'.repeat(250)}.org`, 'a_b'].map(
      (host): [TypedTenant, object] => [{ host }, { host: 'no_host' }],
    ),
    ...['localhost', '127.0.0.1:3000', '[::1]:3000', 'xn--bro-hoa.example'].map((host): [TypedTenant, object] => [{ host }, {}]),
    [{ zone: '+02:00' }, { zone: 'no_zone' }],
    [{ locale: 'de-CH' }, {}],
    [{ locale: 'pt' }, { locale: 'no_language' }],
    [{ locale: 'english please' }, { locale: 'no_language' }],
    [{ password: 'x'.repeat(1_001) }, { password: 'password_long' }],
    [{ password: '' }, { password: 'missing' }],
  ])('%j', (change, faults) => {
    expect(faultsOf(change)).toEqual(faults);
  });
});
