import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type World, addCalendar, addEvent, addTenant } from '../test/harness/world.ts';
import { backUpTo, restoreFrom } from './compose-backup.ts';
import { contextOver } from './compose-context.ts';
import { type Config, readConfig, secretKeyOf } from './config.ts';
import { claimDeliveries } from './ledger/claim.ts';
import { expandNext } from './ledger/expand-next.ts';
import { releaseMail } from './ledger/hold.ts';
import { type Database, openDatabase } from './postgres/database.ts';
import { type Source, startDatabase } from './postgres/embedded/source.ts';
import { migrate } from './postgres/migrate.ts';

/* One server's database, backed up to one file while it is worked on; each test restores that file somewhere. */

const root = mkdtempSync(join(tmpdir(), 'adjourn-backup-'));
const file = join(root, 'monday.tar');
const configOf = (name: string): Config => {
  const read = readConfig({ DATA_DIR: join(root, name) });
  if ('faults' in read) throw new Error(read.faults.join());
  return read.config;
};

const running: Source[] = [];
async function run(config: Config): Promise<{ db: Database; connectionString: string; stop(): Promise<void> }> {
  const source = await startDatabase(config, () => {});
  running.push(source);
  const db = openDatabase(source.connectionString);
  return {
    db,
    connectionString: source.connectionString,
    async stop() {
      await db.destroy();
      await source.kept?.stop();
    },
  };
}

const config = configOf('server');
const key = secretKeyOf(config);
let server: Awaited<ReturnType<typeof run>>;
let world: Pick<World, 'context' | 'tenant' | 'calendarId' | 'clock' | 'db'>;
let before: number;
let after: number;
beforeAll(async () => {
  server = await run(config);
  await migrate(server.connectionString);
  await sql`insert into installation (created_at) values (now()) on conflict do nothing`.execute(server.db);
  const context = { ...contextOver(server.db, [key]), wake: () => {} };
  const tenant = await addTenant(context, 'Harbour Loft');
  const calendarId = await addCalendar(context, tenant);
  world = { context, tenant, calendarId, db: server.db, clock: { now: () => context.clock.now() } as World['clock'] };
  await addEvent(world as World, { title: 'Before' });
  await sql`create table marks (n integer primary key, filler text not null)`.execute(server.db);

  // Commits one mark after another, all the while.
  const writer = new Client({ connectionString: server.connectionString });
  await writer.connect();
  let last = 0;
  let over = false;
  const writing = (async () => {
    while (!over) {
      await writer.query(`insert into marks values ($1, repeat('x', 2000))`, [last + 1]);
      last += 1;
    }
  })();
  await vi.waitUntil(() => last > 20, { timeout: 15_000 });
  before = last;
  await backUpTo(config, file);
  after = last;
  over = true;
  await writing;
  await writer.end();
  await addEvent(world as World, { title: 'After' });
}, 60_000);
afterAll(async () => {
  await server?.stop();
  for (const { kept } of running) await kept?.stop();
  rmSync(root, { recursive: true, force: true });
});

test('issue 10: a backup of a database that is worked on restores elsewhere as of one moment during it, whole and with its key', async () => {
  const elsewhere = configOf('elsewhere');
  expect(await restoreFrom(elsewhere, file, { force: false, holdMail: false })).toMatchObject({
    about: { format: 1, secretKey: 'included', createdAt: expect.stringMatching(/Z$/) },
    aside: [],
    waiting: 1,
    held: 0,
  });
  expect(secretKeyOf(elsewhere)).toBe(key);
  expect(statSync(join(elsewhere.DATA_DIR, 'secret-key')).mode & 0o777).toBe(0o600);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const restored = await run(elsewhere);
  const marks = await sql<{ count: number; first: number; last: number; bytes: number }>`
    select count(*)::int as count, min(n) as first, max(n) as last, sum(length(filler))::int as bytes from marks`.execute(restored.db);
  const found = marks.rows[0]!;
  // Every mark that was committed before it began, none missing in between, none after it ended.
  expect(found).toEqual({ count: found.last, first: 1, last: found.last, bytes: found.last * 2_000 });
  expect(found.last).toBeGreaterThanOrEqual(before);
  expect(found.last).toBeLessThanOrEqual(after);
  expect((await sql<{ title: string }>`select title from events`.execute(restored.db)).rows).toEqual([{ title: 'Before' }]);
  // As good as any: it takes changes, and this version finds nothing to migrate.
  expect(await migrate(restored.connectionString)).toEqual({ applied: [] });
  await restored.stop();
});

test('issue 10: with --hold-mail what waited waits on, until it is released', async () => {
  const held = configOf('held');
  expect(await restoreFrom(held, file, { force: false, holdMail: true })).toMatchObject({ waiting: 3, held: 3 });
  const restored = await run(held);
  const now = Temporal.Now.instant();
  const claimed = () => claimDeliveries(restored.db, crypto.randomUUID(), 0, 10, now.add({ seconds: 1 }));
  expect(await claimed()).toEqual([]);
  // What is changed from now on is not held.
  const context = { ...contextOver(restored.db, [key]), wake: () => {} };
  const { id } = await addEvent({ ...world, context, db: restored.db } as World, { title: 'Afterwards' });
  expect((await expandNext(restored.db, 100, now.add({ seconds: 1 }))).expanded).toHaveLength(1);
  expect(new Set((await claimed()).map(({ eventId }) => eventId))).toEqual(new Set([id]));
  expect(await releaseMail(restored.db, now)).toBe(3);
  expect(await claimed()).toHaveLength(3);
  await restored.stop();
});

test('a directory in use is refused, and one that holds something without --force; with it that is moved aside, whole', async () => {
  const before = await sql`select count(*) from marks`.execute(server.db);
  await expect(restoreFrom(config, file, { force: true, holdMail: false })).rejects.toThrow('is using the data directory');
  expect(await sql`select count(*) from marks`.execute(server.db)).toEqual(before);
  const full = configOf('full');
  const first = await run(full);
  await sql`create table kept as select 9021 as ticket`.execute(first.db);
  await first.stop();
  await expect(restoreFrom(full, file, { force: false, holdMail: false })).rejects.toThrow(
    'holds postgres already: choose another DATA_DIR',
  );
  const { aside } = await restoreFrom(full, file, { force: true, holdMail: false });
  expect(aside).toEqual([expect.stringContaining(join(full.DATA_DIR, 'postgres.before-'))]);
  expect(existsSync(join(aside[0]!, 'PG_VERSION'))).toBe(true);
  expect(readdirSync(full.DATA_DIR).filter((name) => name.startsWith('postgres.partial'))).toEqual([]);
});

test('a file that is damaged, cut short or something else is refused before anything is touched', async () => {
  const damaged = configOf('damaged');
  const copy = join(root, 'copy.tar');
  const whole = readFileSync(file);
  const refused = async () => {
    await expect(restoreFrom(damaged, copy, { force: false, holdMail: false })).rejects.toThrow(
      /^This (backup is damaged|is no (whole )?backup)/,
    );
    expect(readdirSync(damaged.DATA_DIR).filter((name) => name.startsWith('postgres') || name === 'secret-key')).toEqual([]);
  };
  const at = Math.floor(whole.length / 2);
  const changed = Buffer.from(whole);
  changed[at] = changed[at]! ^ 1;
  writeFileSync(copy, changed);
  await refused();
  writeFileSync(copy, whole);
  truncateSync(copy, at - (at % 512));
  await refused();
  writeFileSync(copy, 'a letter');
  await refused();
});

test('a backup is never written over a file that is there, and leaves none that is half', async () => {
  await expect(backUpTo(config, file)).rejects.toThrow('is there already');
  await expect(backUpTo(config, join(root, 'nowhere', 'x.tar'))).rejects.toThrow('ENOENT');
  expect(readdirSync(root).filter((name) => name.endsWith('.partial'))).toEqual([]);
});

test('an outside database is left to its own tools', async () => {
  const outside = { ...config, DATABASE_URL: server.connectionString };
  await expect(backUpTo(outside, join(root, 'outside.tar'))).rejects.toThrow('back it up with its own tools');
  await expect(restoreFrom(outside, file, { force: true, holdMail: false })).rejects.toThrow('back it up with its own tools');
});
