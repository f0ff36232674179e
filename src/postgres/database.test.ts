import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { administer, openTestDatabase, type TestDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase, type Transaction } from './database.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await openTestDatabase();
});
afterAll(() => own.close());
afterEach(() => {
  vi.useRealTimers();
});

async function value(expression: ReturnType<typeof sql>, db: Database = own.db): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${expression} as value`.execute(db);
  return rows[0]?.value;
}

describe('values', () => {
  test.each([
    ['a bigint is a number', sql`9007199254740991::bigint`, 9007199254740991],
    ['an array of bigints is numbers, with its nulls', sql`array[1, null, 2]::bigint[]`, [1, null, 2]],
    ['a numeric keeps every digit', sql`12345678901234567890.10::numeric`, '12345678901234567890.10'],
    ['an array of numerics keeps every digit', sql`array[0.10, 2]::numeric[]`, ['0.10', '2']],
    ['a date has no time and no zone', sql`'2026-03-29'::date`, '2026-03-29'],
    ['a timestamp without zone stays what was written', sql`'2026-03-29 02:30:00'::timestamp`, '2026-03-29 02:30:00'],
    ['json is parsed', sql`'{"a": [1, null]}'::jsonb`, { a: [1, null] }],
    ['null stays null', sql`null::timestamptz`, null],
  ])('%s', async (_promise, expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  test('a bigint that is no exact JavaScript number is a fault, never another number', async () => {
    await expect(value(sql`9007199254740993::bigint`)).rejects.toThrow('9007199254740993');
  });

  test('an instant comes back as it went, to the microsecond', async () => {
    const instant = Temporal.Instant.from('2026-10-25T01:30:00.123456Z');
    const back = await value(sql`${instant}::timestamptz`);
    expect(back).toBeInstanceOf(Temporal.Instant);
    expect(String(back)).toBe(String(instant));
  });

  test('an instant is never stored later than it was', async () => {
    expect(String(await value(sql`${Temporal.Instant.from('2026-10-25T01:30:00.999999999Z')}::timestamptz`))).toBe(
      '2026-10-25T01:30:00.999999Z',
    );
  });

  test('an array of instants can be a parameter and a value', async () => {
    const instants = ['2026-01-01T00:00:00Z', '1890-06-01T12:00:00.5Z'].map((text) => Temporal.Instant.from(text));
    expect(String(await value(sql`${instants}::timestamptz[]`))).toBe(String(instants));
  });

  test("the driver's other users keep their own idea of values", async () => {
    const client = new pg.Client({ connectionString: own.connectionString });
    await client.connect();
    try {
      const { rows } = await client.query(`select 1::bigint as count, '2026-01-01'::timestamptz as at`);
      expect(rows).toEqual([{ count: '1', at: expect.any(Date) }]);
    } finally {
      await client.end();
    }
  });

  test('a date style and zone set for the database change nothing', async () => {
    const name = new URL(own.connectionString).pathname.slice(1);
    await administer(`alter database ${name} set datestyle = 'German'`);
    await administer(`alter database ${name} set timezone = 'Asia/Tokyo'`);
    const db = openDatabase(own.connectionString);
    try {
      expect(String(await value(sql`'2026-03-04 05:06:07Z'::timestamptz`, db))).toBe('2026-03-04T05:06:07Z');
      expect(await value(sql`('2026-03-04 20:00:00Z'::timestamptz)::date`, db)).toBe('2026-03-04');
    } finally {
      await db.destroy();
    }
  });
});

test('what must run in a transaction cannot be given the pool', async () => {
  const enqueue = async (tx: Transaction) => sql`select 1`.execute(tx);
  // @ts-expect-error a Database is not a Transaction
  const wrong = () => enqueue(own.db);
  expect(wrong).toBeTypeOf('function');
  const { rows } = await own.db.transaction().execute((tx) => enqueue(tx));
  expect(rows).toHaveLength(1);
});

test('no statement, lock or idle transaction holds a connection for ever', async () => {
  const settings = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];
  const held = await Promise.all(settings.map((name) => value(sql`current_setting(${name})`)));
  expect(held).toEqual(['30s', '10s', '15s']);
});

describe('when the database fails', () => {
  test('a connection that breaks while idle is reported and replaced', async () => {
    const broken = Promise.withResolvers<Error>();
    const db = openDatabase(own.connectionString, { onError: broken.resolve });
    const pid = await value(sql`pg_backend_pid()`, db);
    await administer(`select pg_terminate_backend(${String(pid)})`);
    expect((await broken.promise).message).toContain('terminating connection');
    expect(await value(sql`1`, db)).toBe(1);
    await db.destroy();
  });

  test('a connection that breaks between two statements of a transaction fails that transaction, not the process', async () => {
    const broken = Promise.withResolvers<Error>();
    const db = openDatabase(own.connectionString, { onError: broken.resolve });
    const transaction = db.transaction().execute(async (tx) => {
      const pid = await value(sql`pg_backend_pid()`, tx);
      await administer(`select pg_terminate_backend(${String(pid)})`);
      await broken.promise;
      await sql`select 1`.execute(tx);
    });
    await expect(transaction).rejects.toThrow('not queryable');
    expect(await value(sql`1`, db)).toBe(1);
    await db.destroy();
  });

  test('issue 9 D24: behind a pooler that keeps no prepared statements the fault says what to change', async () => {
    // As of a process that has prepared nothing yet: in this one other tests may have used up the names.
    vi.resetModules();
    const anew = await import('./database.ts');
    const db = anew.openDatabase(own.connectionString, { maxConnections: 1 });
    // As if a stranger had prepared all of them on the connection that we are lent.
    await sql.raw(Array.from({ length: 501 }, (_, n) => `prepare s${n + 1} as select 1`).join(';')).execute(db);
    await expect(sql`select ${1}::int + 24 as d24`.execute(db)).rejects.toMatchObject({
      code: '42P05',
      message: expect.stringMatching(
        /PgBouncer must be 1\.21 or newer, with max_prepared_statements above 0\. \(prepared statement "s\d+" already exists\)/,
      ),
    });
    await db.destroy();
  });

  test('a database that cannot be reached rejects the query and says so', async () => {
    const db = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
    await expect(value(sql`1`, db)).rejects.toThrow('ECONNREFUSED');
    await db.destroy();
  });

  test('an answer that never arrives is given up, and its connection is not lent again', async () => {
    const wire = await startWire(own.connectionString);
    const db = openDatabase(wire.connectionString, { maxConnections: 1 });
    expect(await value(sql`1`, db)).toBe(1);

    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = value(sql`2`, db).catch((error: unknown) => error);
    wire.cut();
    await vi.advanceTimersByTimeAsync(35_000);
    expect(String(await answer)).toContain('timeout');
    vi.useRealTimers();

    expect(await value(sql`3`, db)).toBe(3);
    await db.destroy();
    wire.close();
  });
});

/** A line to the database whose answers can be made to vanish, as when a machine on the way goes dark. */
async function startWire(connectionString: string) {
  const { hostname, port } = new URL(connectionString);
  const lines: Array<{ near: Socket; far: Socket }> = [];
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    lines.push({ near, far });
    near.pipe(far).pipe(near);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(connectionString);
  url.searchParams.delete('host');
  url.port = String((server.address() as AddressInfo).port);
  return {
    connectionString: url.href,
    /** From now on nothing passes on the lines that are open; new ones work. */
    cut() {
      for (const { near, far } of lines) {
        near.unpipe(far);
        far.unpipe(near);
      }
    },
    close() {
      for (const { near, far } of lines) {
        near.destroy();
        far.destroy();
      }
      server.close();
    },
  };
}
