import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { findTenant } from './find-tenant.ts';

let demo: TestDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

test('where only one tenant exists, any host reaches it', async () => {
  for (const host of ['anything.example:3000', 'LOCALHOST', '[::1]:3000', '', undefined]) {
    expect(await findTenant(demo.context, host)).toEqual(demo.tenant);
  }
});

test('where several exist, each answers to its own hosts, in any case and with any port, and to no other', async () => {
  await sql`update tenants set hosts = '{loft.example,loft.example.org}'`.execute(demo.db);
  await sql`insert into tenants (name, hosts, zone, locale, sender_mailbox, created_at)
    values ('Pier Hall', '{pier.example}', 'Asia/Tokyo', 'en', 'events@pier.example', ${demo.clock.now()})`.execute(demo.db);
  const names = await Promise.all(
    ['loft.example', 'LOFT.example.org:3000', 'Pier.Example:80', 'stranger.example', ''].map(
      async (host) => (await findTenant(demo.context, host))?.name,
    ),
  );
  expect(names).toEqual(['Harbour Loft', 'Harbour Loft', 'Pier Hall', undefined, undefined]);
});
