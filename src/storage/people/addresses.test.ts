import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addresses } from '../../../test/harness/addresses.ts';
import { createDatabase } from '../../../test/harness/database.ts';
import { type World, addCustomer, addEvent, addTicketType, ben, openWorld } from '../../../test/harness/world.ts';
import { canonical, folded } from '../../domain/people/address.ts';
import { deleteSuppression } from '../../ledger/suppressions.ts';
import { listDeliveries } from '../../ledger/list-deliveries.ts';
import { migrate } from '../../postgres/migrate.ts';
import { matchAddresses } from '../events/conference-attendees.ts';
import { countHeldTickets } from '../seats/ticket-types.ts';
import { attendsAlready, namesOfNobodyThere } from '../seats/tickets.ts';
import { findEntry, insertEntry } from '../waitlist/waitlist.ts';
import { holdsAddress } from './customers.ts';
import { findUserByEmail } from './users.ts';

const SEED = 19;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function foldedByDatabase(texts: string[]): Promise<string[]> {
  const found = await sql<{ folded: string }>`
    select folded(given) as folded from unnest(${texts}::text[]) with ordinality as t (given, place) order by place`.execute(world.db);
  return found.rows.map((row) => row.folded);
}

test('issue 9 D19: the database folds every address as we do', async () => {
  const some = fc.sample(addresses, { seed: SEED, numRuns: 4_000 });
  expect(some.filter((one) => /[^\p{ASCII}]/u.test(one.split('@')[1] ?? '')).length).toBeGreaterThan(1_000);
  expect(await foldedByDatabase(some)).toEqual(some.map(folded));
  // What is no address, and no host to it, is folded letter by letter on both sides.
  const any = fc.sample(fc.string({ unit: 'binary' }), { seed: SEED, numRuns: 4_000 }).map((text) => text.replaceAll(/[@\0]/g, ''));
  const asHost = any.filter((text) => !/[^\p{ASCII}]/u.test(text));
  expect(await foldedByDatabase(asHost)).toEqual(asHost.map(folded));
});

/** Which of the product's look-ups by address find something. */
async function whoFinds(eventId: number, typeId: number, email: string): Promise<string[]> {
  const { db, tenant } = world;
  const found = {
    user: (await findUserByEmail(db, tenant.id, email)) !== undefined,
    customer: await holdsAddress(db, tenant.id, email),
    matched: (await matchAddresses(db, tenant.id, [email]))[0]?.customerId !== null,
    held: (await countHeldTickets(db, tenant.id, typeId, email)) > 0,
    attends: await attendsAlready(db, tenant.id, eventId, email),
    there: !(await namesOfNobodyThere(db, tenant.id, eventId, [email])),
    waits: (await findEntry(db, tenant.id, eventId, { customerId: null, email })) !== undefined,
    told: (await listDeliveries(db, tenant.id, { recipient: email }, null, 1)).length > 0,
    suppressed: await db
      .transaction()
      .execute(async (tx) => {
        const lifted = await deleteSuppression(tx, tenant.id, email);
        throw new Error(String(lifted));
      })
      .catch((error: unknown) => (error as Error).message === 'true'),
  };
  return Object.entries(found).flatMap(([name, isFound]) => (isFound ? [name] : []));
}

const ALL = ['user', 'customer', 'matched', 'held', 'attends', 'there', 'waits', 'told', 'suppressed'];

/** Writes an address into every table that is looked up by one. */
async function keepEverywhere(email: string): Promise<{ eventId: number; typeId: number }> {
  const { db, tenant, clock } = world;
  await sql`insert into users (tenant_id, email, full_name, created_at) values (${tenant.id}, ${email}, 'Mina', ${clock.now()})`.execute(
    db,
  );
  await sql`update users set active = false where email = ${email}`.execute(db);
  await addCustomer(world, { name: 'Mina', email, zone: 'Europe/Madrid' });
  const event = await addEvent(world, { invitees: [{ ...ben, email }] });
  const typeId = await addTicketType(world, event.id);
  await sql`update tickets set ticket_type_id = ${typeId} where event_id = ${event.id}`.execute(db);
  const holder = { email, name: null, zone: 'Europe/Madrid', zoneSource: 'tenant', language: 'en' } as const;
  await db
    .transaction()
    .execute((tx) =>
      insertEntry(tx, { tenantId: tenant.id, eventId: event.id, customerId: null, ticketTypeId: null, holder }, clock.now()),
    );
  await sql`insert into suppressions select tenant_id, folded(recipient), 'none', id, created_at from deliveries
    where event_id = ${event.id}`.execute(db);
  return { eventId: event.id, typeId };
}

test('issue 9 D19: every look-up finds an address in every spelling of it', async () => {
  for (const email of new Set(fc.sample(addresses, { seed: SEED, numRuns: 12 }))) {
    const { eventId, typeId } = await keepEverywhere(email);
    const sentTo = canonical(email);
    const [local = '', host = ''] = sentTo.split('@');
    const spellings = [
      email,
      sentTo,
      `${local}@${domainToUnicode(host)}`,
      `${local}@${host.toUpperCase()}`,
      local.normalize('NFD') + `@${host}`,
    ];
    for (const spelling of spellings) expect([spelling, await whoFinds(eventId, typeId, spelling)]).toEqual([spelling, ALL]);
  }
});

test('issue 9 D19: no look-up takes mİna, mına or a strange letter for mina', async () => {
  const { eventId, typeId } = await keepEverywhere('mina@example.org');
  expect(await whoFinds(eventId, typeId, 'MINA@Example.org')).toEqual(ALL);
  for (const stranger of [
    'mİna@example.org',
    'mi\u0307na@example.org',
    'mına@example.org',
    'mina@\u017fexample.org',
    'mina@example.org\u0307',
  ])
    expect([stranger, await whoFinds(eventId, typeId, stranger)]).toEqual([stranger, []]);
});

test('a look-up by address goes by its index: the planner sees through folded()', async () => {
  await world.db.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    const plan = async (query: string) => JSON.stringify((await sql.raw(`explain ${query}`).execute(tx)).rows);
    expect(await plan(`select from users where tenant_id = 1 and folded(email) = 'mina@example.org'`)).toContain('users_email');
    expect(await plan(`select from deliveries d where tenant_id = 1 and folded(recipient) = 'mina@example.org'`)).toMatch(
      /deliveries_by_recipient.+lower\(/,
    );
  });
});

test('issue 9 D19: an old database is folded anew, and keeps its unique indexes and its suppressions', async () => {
  const database = await createDatabase();
  const directory = await mkdtemp(join(tmpdir(), 'adjourn-migrations-'));
  const own = resolve(import.meta.dirname, '../../postgres/migrations');
  for (const file of await readdir(own)) if (file < '0046') await cp(join(own, file), join(directory, file));
  await migrate(database.connectionString, directory);
  const client = new Client({ connectionString: database.connectionString });
  await client.connect();
  try {
    const indexes = async (pattern: string) =>
      (
        await client.query<{ indexdef: string }>(`select indexdef from pg_indexes where indexdef ~ '${pattern}' order by indexname`)
      ).rows.map((row) => row.indexdef);
    const before = await indexes(String.raw`\m(lower\(|email_folded)`);
    expect(before.length).toBeGreaterThan(6);
    await migrate(database.connectionString);
    expect(await indexes(String.raw`\m(folded\(|email_folded)`)).toEqual(before.map((one) => one.replaceAll('lower(', 'folded(')));
    expect(await indexes(String.raw`\mlower\(`)).toEqual([]);
  } finally {
    await client.end();
    await database.drop();
    await rm(directory, { recursive: true });
  }
});

test('issue 9 D19: nothing in the product folds an address by itself', async () => {
  const source = resolve(import.meta.dirname, '../..');
  const files = (await readdir(source, { recursive: true })).filter((file) => /(?<!\.test)\.tsx?$/.test(file));
  const faults: string[] = [];
  for (const file of files) {
    if (file === 'domain/people/address.ts') continue;
    const text = await readFile(join(source, file), 'utf8');
    for (const line of text.split('\n')) {
      const folds = /\blower\(|\.toLowerCase\(|\.toLocaleLowerCase\(/.test(line) && /email|recipient|address|mailbox|account/i.test(line);
      if (folds || /\bz\s*\.email\(|^\s*\.email\(/.test(line)) faults.push(`${file}: ${line.trim()}`);
    }
  }
  expect(faults).toEqual([]);
});
