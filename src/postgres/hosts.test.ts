import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createDatabase } from '../../test/harness/database.ts';
import { type Cluster, HAS_DEBIAN_POSTGRES, removeClusters, startPrimary, startStandby } from '../../test/harness/debian-postgres.ts';
import { openLog, openServer } from '../compose.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { troubleWith } from './ping.ts';
import { readServer } from './read-server.ts';

const NOBODY = '127.0.0.1:9';

test('issue 10: of several hosts the first that answers is asked; where none does, that is said', async () => {
  const made = await createDatabase();
  onTestFinished(() => made.drop());
  const { username, password, port, pathname } = new URL(made.connectionString);
  const several = `postgres://${username}:${password}@${NOBODY},127.0.0.1:${port}${pathname}?sslmode=disable&target_session_attrs=read-write`;
  await migrate(several);
  const db = openDatabase(several);
  expect(await troubleWith(db)).toBeUndefined();
  await db.destroy();
  const none = openDatabase(`postgres://${NOBODY},${NOBODY}/none?target_session_attrs=read-write`);
  await expect(sql`select 1`.execute(none)).rejects.toThrow('None of the 2 hosts of the database takes changes.');
  expect(await troubleWith(none)).toBe('the database does not answer');
  await none.destroy();
});

// Elsewhere there is no pg_basebackup, and so no standby to be had.
describe.runIf(HAS_DEBIAN_POSTGRES)('issue 10: with Debian’s PostgreSQL 15 and a streaming standby', () => {
  let primary: Cluster;
  let standby: Cluster;
  beforeAll(async () => {
    primary = await startPrimary();
    standby = await startStandby(primary);
  }, 60_000);
  afterAll(removeClusters);

  const both = () =>
    `postgres://postgres@127.0.0.1:${standby.port},127.0.0.1:${primary.port}/postgres?sslmode=disable&target_session_attrs=read-write`;

  test('the one that takes changes is found behind a standby, by migrations, the pool and what listens; a socket will do, too', async () => {
    expect((await migrate(both())).applied.length).toBeGreaterThan(30);
    const db = openDatabase(both());
    expect(await readServer(db)).toMatchObject({ inRecovery: false, readOnly: false, standbys: 1, encoding: 'UTF8' });
    await db.destroy();
    const socket = openDatabase(`postgres://postgres@localhost:${primary.port}/postgres?host=${primary.directory}`);
    expect(await troubleWith(socket)).toBeUndefined();
    await socket.destroy();
  });

  test('/readyz fails on a standby, with WORKERS=0 too, and comes back with the primary', async () => {
    const read = readConfig({
      DATABASE_URL: both(),
      SECRET_KEY: 'k'.repeat(32),
      WORKERS: '0',
      DEMO: 'on',
      SMTP_URL: 'smtp://127.0.0.1:9',
      LOG_LEVEL: 'silent',
    });
    if ('faults' in read) throw new Error(read.faults.join());
    const server = await openServer(read.config, openLog('silent'));
    onTestFinished(() => server.close());
    const ready = async () => {
      const answer = await server.fetch(new Request('http://localhost/readyz'), { incoming: { socket: { remoteAddress: '127.0.0.1' } } });
      return [answer.status, await answer.json()];
    };
    expect(await ready()).toEqual([200, { status: 'ready' }]);
    const alone = openDatabase(standby.url());
    expect(await troubleWith(alone)).toBe('the database takes no changes: it is a standby, or read-only');
    await alone.destroy();
    const db = openDatabase(primary.url(), { maxConnections: 1 });
    await sql`alter system set default_transaction_read_only = on`.execute(db);
    await sql`select pg_reload_conf()`.execute(db);
    await expect
      .poll(ready, { timeout: 15_000 })
      .toEqual([503, { status: 'not ready', reasons: ['the database takes no changes: it is a standby, or read-only'] }]);
    await sql`set default_transaction_read_only = off`.execute(db);
    await sql`alter system reset default_transaction_read_only`.execute(db);
    await sql`select pg_reload_conf()`.execute(db);
    await db.destroy();
    await expect.poll(ready, { timeout: 15_000 }).toEqual([200, { status: 'ready' }]);
  });

  test('when the primary fails and the standby is promoted, the same pool goes on with that', async () => {
    const db = openDatabase(both());
    onTestFinished(() => db.destroy());
    await sql`create table kept as select 9021 as ticket`.execute(db);
    const found = openDatabase(standby.url());
    await expect
      .poll(async () => (await sql`select to_regclass('kept') as kept`.execute(found)).rows, { timeout: 15_000 })
      .toEqual([{ kept: 'kept' }]);
    await found.destroy();
    await primary.kill();
    await standby.promote();
    const write = async () =>
      Number((await sql`insert into kept values (9022)`.execute(db).catch(() => ({ numAffectedRows: 0n }))).numAffectedRows);
    await expect.poll(write, { timeout: 15_000 }).toBe(1);
    expect((await sql`select ticket from kept order by ticket`.execute(db)).rows).toEqual([{ ticket: 9021 }, { ticket: 9022 }]);
  });
});
