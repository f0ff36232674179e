import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { administer, createDatabase } from '../../test/harness/database.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { keepSettings, settingsNotInForce } from './settings.ts';

let database: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  database = await createDatabase();
  await migrate(database.connectionString);
});
afterAll(() => database.drop());

async function onItsOwn<Found>(work: (client: Client) => Promise<Found>): Promise<Found> {
  const client = new Client({ connectionString: database.connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test('issue 9 D24: settings are the role’s in its database: a connection that sets nothing, as a pooler’s, has the time-outs', async () => {
  const shown = await onItsOwn((client) =>
    client.query(`select current_setting('statement_timeout') s, current_setting('lock_timeout') l,
      current_setting('idle_in_transaction_session_timeout') i, current_setting('TimeZone') z, current_setting('DateStyle') d`),
  );
  expect(shown.rows).toEqual([{ s: '30s', l: '10s', i: '15s', z: 'UTC', d: 'ISO, MDY' }]);
});

test('issue 9 D24: our pool sends no SET, so nothing of it stays with whoever is lent the connection next', async () => {
  const db = openDatabase(database.connectionString);
  expect(await settingsNotInForce(db)).toEqual([]);
  const own = await sql`select name from pg_settings where source = 'session'`.execute(db);
  await db.destroy();
  expect(own.rows).toEqual([]);
});

test('keeping them again changes nothing; one that an operator took away comes back, and is told as long as it is not in force', async () => {
  const name = new URL(database.connectionString).pathname.slice(1);
  await administer(`alter role current_user in database ${name} reset lock_timeout`);
  const before = openDatabase(database.connectionString, { maxConnections: 1 });
  expect(await settingsNotInForce(before)).toEqual(['lock_timeout (0)']);
  await onItsOwn(keepSettings);
  // The connection from before, as a pooler keeps it, has it not.
  expect(await settingsNotInForce(before)).toEqual(['lock_timeout (0)']);
  await before.destroy();
  const after = openDatabase(database.connectionString);
  expect(await settingsNotInForce(after)).toEqual([]);
  await after.destroy();
});

const PGBOUNCER = '/usr/sbin/pgbouncer';

test.runIf(existsSync(PGBOUNCER))(
  'issue 9 D24: the first start behind a real PgBouncer finds the settings in force, though its connections are older',
  async () => {
    const fresh = await createDatabase();
    onTestFinished(() => fresh.drop());
    const { port, username, password, pathname } = new URL(fresh.connectionString);
    const pooler = await startPooler(`host=127.0.0.1 port=${port} user=${username} password=${password} dbname=${pathname.slice(1)}`);
    await migrate(pooler.connectionString);
    const db = openDatabase(pooler.connectionString);
    expect(await settingsNotInForce(db)).toEqual([]);
    await db.destroy();
    await pooler.stop();
  },
);

test.runIf(existsSync(PGBOUNCER))(
  'issue 10: behind a real PgBouncer in transaction mode a lock is waited for as long as the role’s setting says, by whoever is lent the connection',
  async () => {
    const fresh = await createDatabase();
    onTestFinished(() => fresh.drop());
    await migrate(fresh.connectionString);
    const { port, username, password, pathname } = new URL(fresh.connectionString);
    // As the role's own, but shorter than a test wants to wait.
    await administer(`alter role current_user in database ${pathname.slice(1)} set lock_timeout to '30ms'`);
    const pooler = await startPooler(
      `host=127.0.0.1 port=${port} user=${username} password=${password} dbname=${pathname.slice(1)}`,
      'transaction',
    );
    const [holder, waiter] = [new Client(pooler.connectionString), new Client(pooler.connectionString)];
    await Promise.all([holder.connect(), waiter.connect()]);
    await holder.query('begin');
    await holder.query('lock table tenants');
    await expect(waiter.query('lock table tenants; select 1')).rejects.toThrow('canceling statement due to lock timeout');
    await holder.query('rollback');
    // Transactions of one client run on whichever connection is free; all of them have the settings.
    const shown = await Promise.all([holder, waiter].map((client) => client.query(`select current_setting('statement_timeout') as value`)));
    expect(shown.map(({ rows }) => rows)).toEqual([[{ value: '30s' }], [{ value: '30s' }]]);
    await Promise.all([holder.end(), waiter.end()]);
    await pooler.stop();
  },
);

/** PgBouncer before one database, on a free port. */
async function startPooler(
  database: string,
  mode: 'session' | 'transaction' = 'session',
): Promise<{ connectionString: string; stop(): Promise<void> }> {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  taken.close();
  const directory = await mkdtemp(join(tmpdir(), 'adjourn-pooler-'));
  await chmod(directory, 0o755);
  const file = join(directory, 'pgbouncer.ini');
  await writeFile(
    file,
    `[databases]\npooled = ${database}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\nauth_type = any\npool_mode = ${mode}\nunix_socket_dir =\n`,
  );
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const pooler = spawn(PGBOUNCER, [...user, file], { stdio: 'ignore' });
  const connectionString = `postgres://pooled@127.0.0.1:${port}/pooled?sslmode=disable`;
  await vi.waitFor(async () => {
    const client = new Client({ connectionString });
    await client.connect();
    await client.end();
  }, 10_000);
  return {
    connectionString,
    async stop() {
      const ended = once(pooler, 'exit');
      pooler.kill();
      await ended;
      await rm(directory, { recursive: true });
    },
  };
}
