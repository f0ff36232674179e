import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { testClock } from '../../../test/harness/clock.ts';
import { type TestDatabase, openTestDatabase } from '../../../test/harness/database.ts';
import { seededRandom } from '../../../test/harness/random.ts';
import { ensureInstallation } from '../../storage/tenants/installation.ts';
import type { Context } from '../context.ts';
import { linkSigner } from '../../crypto/link-signer.ts';
import { settleDemo } from './settle-demo.ts';

const opened: TestDatabase[] = [];
let context: Context;
beforeEach(async () => {
  const database = await openTestDatabase();
  opened.push(database);
  context = {
    db: database.db,
    clock: testClock('2030-04-01T10:00:00Z'),
    random: seededRandom('demo'),
    sealingKey: new Uint8Array(32),
    links: linkSigner(['the key of the tests']),
    wake: () => {},
  };
  await ensureInstallation(context.db, context.clock.now());
});
afterAll(async () => {
  for (const database of opened) await database.close();
});

const fresh = { asked: undefined, byDefault: true, senderMailbox: undefined };

test('a fresh database gets the demo where that is the default, once', async () => {
  expect(await settleDemo(context, fresh)).toEqual({ accepted: true, loaded: true, empty: false });
  expect(await settleDemo(context, fresh)).toEqual({ accepted: true, loaded: false, empty: false });
});

test('elsewhere only who asks for it gets it, with the mailbox of their choice', async () => {
  expect(await settleDemo(context, { ...fresh, byDefault: false })).toEqual({ accepted: false, loaded: false, empty: true });
  expect(await settleDemo(context, { asked: 'on', byDefault: false, senderMailbox: 'events@example.org' })).toMatchObject({ loaded: true });
  const tenants = await sql`select sender_mailbox from tenants`.execute(context.db);
  expect(tenants.rows).toEqual([{ senderMailbox: 'events@example.org' }]);
});

test('once switched off its secrets stay refused, until it is asked for again', async () => {
  await settleDemo(context, fresh);
  expect(await settleDemo(context, { ...fresh, asked: 'off' })).toMatchObject({ accepted: false });
  expect(await settleDemo(context, fresh)).toMatchObject({ accepted: false });
  expect(await settleDemo(context, { ...fresh, asked: 'on' })).toMatchObject({ accepted: true });
  expect(await settleDemo(context, fresh)).toMatchObject({ accepted: true });
});

test('switched off before the first load it is never loaded by default', async () => {
  expect(await settleDemo(context, { ...fresh, asked: 'off' })).toEqual({ accepted: false, loaded: false, empty: true });
  expect(await settleDemo(context, fresh)).toEqual({ accepted: false, loaded: false, empty: true });
});

test('it is never loaded next to real data, however it is asked for', async () => {
  await sql`insert into tenants (name, zone, locale, sender_mailbox, created_at)
    values ('Pier Hall', 'Asia/Tokyo', 'en', 'events@pier.example', ${context.clock.now()})`.execute(context.db);
  expect(await settleDemo(context, { ...fresh, asked: 'on' })).toEqual({ accepted: true, loaded: false, empty: false });
  const tenants = await sql`select name from tenants`.execute(context.db);
  expect(tenants.rows).toEqual([{ name: 'Pier Hall' }]);
});
