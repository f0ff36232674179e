import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { administer, createDatabase, withDatabase } from '../../test/harness/database.ts';
import { MigrationRefused, migrate } from './migrate.ts';

let database: Awaited<ReturnType<typeof createDatabase>>;
let directory: string;

beforeEach(async () => {
  database = await createDatabase();
  directory = await mkdtemp(join(tmpdir(), 'adjourn-migrations-'));
});
afterEach(async () => {
  await database.drop();
  await rm(directory, { recursive: true });
});

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, sql] of Object.entries(files)) await writeFile(join(directory, name), sql);
}

async function rows(sql: string, connectionString = database.connectionString): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const two = {
  '0001_people.sql': "create table people (name text); insert into people values ('Mina');",
  '0002_age.sql': 'alter table people add column age integer;',
};

test('each migration runs once, in the order of its number, and never again', async () => {
  await write(two);
  expect(await migrate(database.connectionString, directory)).toEqual({ applied: ['0001_people.sql', '0002_age.sql'] });
  expect(await migrate(database.connectionString, directory)).toEqual({ applied: [] });
  await write({ '0003_zone.sql': 'alter table people add column zone text;' });
  expect(await migrate(database.connectionString, directory)).toEqual({ applied: ['0003_zone.sql'] });
  expect(await rows('select * from people')).toEqual([{ name: 'Mina', age: null, zone: null }]);
});

test('twenty servers starting at once migrate once, and each finds all of it done', async () => {
  await write(two);
  const runs = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const { applied } = await migrate(database.connectionString, directory);
      return { applied, seen: await rows('select count(*)::int as migrations from migrations') };
    }),
  );
  expect(runs.flatMap((run) => run.applied).toSorted()).toEqual(Object.keys(two));
  expect(runs.map((run) => run.seen)).toEqual(runs.map(() => [{ migrations: 2 }]));
  expect(await rows('select * from people')).toHaveLength(1);
});

test('a migration that fails leaves nothing of itself, keeps those before it, and is named', async () => {
  await write({ ...two, '0002_age.sql': 'create table half (); alter table nobody add column age integer;' });
  await expect(migrate(database.connectionString, directory)).rejects.toThrow(/0002_age\.sql.*"nobody"/);
  expect(await rows("select file, to_regclass('half') from migrations")).toEqual([{ file: '0001_people.sql', to_regclass: null }]);
  await write(two);
  expect(await migrate(database.connectionString, directory)).toEqual({ applied: ['0002_age.sql'] });
});

test('a connection lost in the middle of a migration leaves nothing of it and holds up nobody', async () => {
  await write({ ...two, '0002_age.sql': 'create table half (); select pg_terminate_backend(pg_backend_pid());' });
  await expect(migrate(database.connectionString, directory)).rejects.toThrow('0002_age.sql');
  await write(two);
  expect(await migrate(database.connectionString, directory)).toEqual({ applied: ['0002_age.sql'] });
  expect(await rows("select to_regclass('half')")).toEqual([{ to_regclass: null }]);
});

test('an older server refuses a database that a newer one has migrated, and changes nothing', async () => {
  await write(two);
  await migrate(database.connectionString, directory);
  await rows(`insert into migrations (number, file) values (4, '0004_future.sql')`);
  await write({ '0003_zone.sql': 'alter table people add column zone text;' });
  const refusal: unknown = await migrate(database.connectionString, directory).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(MigrationRefused);
  expect(String(refusal)).toMatch(/newer version of Adjourn.*0004_future\.sql/);
  expect(await rows('select count(*)::int from migrations')).toEqual([{ count: 3 }]);
});

test('a database that holds another migration under the same number is refused', async () => {
  await write(two);
  await migrate(database.connectionString, directory);
  await rows(`update migrations set file = '0002_height.sql' where number = 2`);
  await expect(migrate(database.connectionString, directory)).rejects.toThrow('0002_height.sql where this version has 0002_age.sql');
});

test('a role that merely owns the database can migrate it', async () => {
  const url = new URL(database.connectionString);
  const name = url.pathname.slice(1);
  const owner = `${name}_owner`;
  await administer(`create role ${owner} login password 'owner' nosuperuser nocreatedb nocreaterole`);
  try {
    await administer(`alter database ${name} owner to ${owner}`);
    Object.assign(url, { username: owner, password: 'owner' });
    await write(two);
    expect((await migrate(url.href, directory)).applied).toHaveLength(2);
  } finally {
    await database.drop();
    await administer(`drop role ${owner}`);
  }
});

test.each([
  ['a file that carries no number', { 'people.sql': 'select 1' }, 'people.sql is not named'],
  ['two files with one number', { '0001_a.sql': 'select 1', '0001_b.sql': 'select 1' }, '0001_a.sql and 0001_b.sql'],
])('%s is a mistake found before anything runs', async (_mistake, files, message) => {
  await write({ ...two, ...files });
  await expect(migrate(database.connectionString, directory)).rejects.toThrow(message);
  expect(await rows(`select to_regclass('migrations')`)).toEqual([{ to_regclass: null }]);
});

test("the project's own migrations run on an empty database", async () => {
  const first = await migrate(database.connectionString);
  expect(await migrate(database.connectionString)).toEqual({ applied: [] });
  expect(await rows('select count(*)::int from migrations')).toEqual([{ count: first.applied.length }]);
});

test('issue 9 D25: a database that cannot hold every name is refused in a sentence, and nothing is made in it', async () => {
  const name = `adjourn_ascii_${randomBytes(4).toString('hex')}`;
  await administer(`create database ${name} encoding 'SQL_ASCII' locale 'C' template template0`);
  onTestFinished(() => administer(`drop database ${name} with (force)`));
  const connectionString = withDatabase(database.connectionString, name);
  const refusal = await migrate(connectionString).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(MigrationRefused);
  expect(String(refusal)).toContain(`The database ${name} has the encoding SQL_ASCII, and names of people need UTF8`);
  const client = new Client({ connectionString });
  await client.connect();
  const tables = await client.query(`select 1 from pg_tables where schemaname = 'public'`);
  await client.end();
  expect(tables.rows).toEqual([]);
});
