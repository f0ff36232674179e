import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import type { Database } from './database.ts';
import { keepSettings } from './settings.ts';

const OWN_MIGRATIONS = join(import.meta.dirname, 'migrations');

// An arbitrary number that stands for "migrating Adjourn" among the advisory locks of this database.
const MIGRATION_LOCK = 7_235_110_004;

/** The database cannot be brought to what this code needs; the message is a sentence for the operator. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused';
}

/**
 * Brings the database up to this code: applies what is missing of `migrations/NNNN_name.sql`, forward only, in the order of their
 * numbers, each in a transaction of its own together with its row in the table `migrations`. Any number of processes may
 * do so at once; each migration runs once and all return only when the last is in. Needs PostgreSQL 15 or newer and a role that may
 * create tables, not a superuser. Then keeps that role's settings there (settings.ts). `directory` is for tests.
 *
 * Returns the file names this call applied. Throws MigrationRefused, with nothing changed, when the database holds a migration that this
 * code does not know (a newer server was here), or holds another one under the same number. A migration that fails is rolled back and thrown with
 * its file's name; those before it stay.
 */
export async function migrate(connectionString: string, directory = OWN_MIGRATIONS): Promise<{ applied: string[] }> {
  const known = await readMigrations(directory);
  const client = new Client({ connectionString, application_name: 'adjourn migrate', connectionTimeoutMillis: 10_000 });
  // A connection that breaks rejects the statement under way; without a listener it would end the process as well.
  client.on('error', () => {});
  await client.connect();
  try {
    await refuseUnfitDatabase(client);
    const applied: string[] = [];
    for (;;) {
      const file = await applyNext(client, known, directory);
      if (file === undefined) return { applied };
      applied.push(file);
    }
  } finally {
    await client.end();
  }
}

/** Migrations that a database lacks, and those that it has and this code does not know; all are lacking in an empty one. */
export async function migrationState(db: Database): Promise<{ lacks: string[]; unknown: string[] }> {
  const known = [...(await readMigrations(OWN_MIGRATIONS)).values()];
  const there = await sql<{ exists: boolean }>`select to_regclass('migrations') is not null as exists`.execute(db);
  const present = there.rows[0]?.exists ? (await sql<{ file: string }>`select file from migrations order by number`.execute(db)).rows : [];
  const files = present.map(({ file }) => file);
  return { lacks: known.filter((file) => !files.includes(file)), unknown: files.filter((file) => !known.includes(file)) };
}

/** Applies the first migration that is missing and gives its file name; undefined when none is. */
async function applyNext(client: Client, known: Map<number, string>, directory: string): Promise<string | undefined> {
  await client.query('begin');
  try {
    // Others wait here for as long as a migration takes. Taken anew for each, so that the rows read below are always the last word,
    // and held by the transaction, so that it goes with a killed process and works behind a connection pooler.
    await client.query(`set local statement_timeout = 0; set local lock_timeout = 0; select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await client.query(
      `create table if not exists migrations (number integer primary key, file text not null, applied_at timestamptz not null default now())`,
    );
    const present = await presentMigrations(client, known);
    const next = [...known].find(([number]) => !present.has(number));
    if (next !== undefined) await apply(client, next, directory);
    const stale = next === undefined && (await keepSettings(client));
    await client.query('commit');
    // A pooler would lend this connection on, which is from before the settings. Ended, it is none that a pooler could lend.
    if (stale) await client.query('select pg_terminate_backend(pg_backend_pid())').catch(() => {});
    return next?.[1];
  } catch (error) {
    // Fails only with the connection, and then the server has rolled back already; the first error is the one to tell.
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

async function apply(client: Client, [number, file]: [number, string], directory: string): Promise<void> {
  const statements = await readFile(join(directory, file), 'utf8');
  try {
    await client.query('insert into migrations (number, file) values ($1, $2)', [number, file]);
    // A statement that waits for a busy table blocks everyone who comes after it. Better to fail and be started again
    // than to stop a running service.
    await client.query(`set local lock_timeout = '10s'`);
    await client.query(statements);
  } catch (cause) {
    throw new Error(`migration ${file} failed and was rolled back: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

async function presentMigrations(client: Client, known: Map<number, string>): Promise<Set<number>> {
  const { rows } = await client.query<{ number: number; file: string }>('select number, file from migrations order by number');
  for (const { number, file } of rows) {
    const ours = known.get(number);
    if (ours === undefined) {
      throw new MigrationRefused(
        `The database was migrated by a newer version of Adjourn (it holds ${file}, which this version does not know). Start that version or a later one.`,
      );
    }
    if (ours !== file) {
      throw new MigrationRefused(`The database holds ${file} where this version has ${ours}: it was made by another line of development.`);
    }
  }
  return new Set(rows.map((row) => row.number));
}

async function refuseUnfitDatabase(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number; encoding: string; name: string }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
       current_setting('server_encoding') as encoding, current_database() as name`,
  );
  const server = rows[0];
  if (server !== undefined && server.number < 150_000) {
    throw new MigrationRefused(`PostgreSQL 15 or newer is needed; the server is ${server.version}.`);
  }
  // In any other, the first name that it cannot hold fails whatever it comes with.
  if (server !== undefined && server.encoding !== 'UTF8') {
    throw new MigrationRefused(
      `The database ${server.name} has the encoding ${server.encoding}, and names of people need UTF8: make another one with \`create database … encoding 'UTF8' template template0\`.`,
    );
  }
}

/** Number → file name, in the order of the numbers. */
async function readMigrations(directory: string): Promise<Map<number, string>> {
  const migrations = new Map<number, string>();
  for (const file of (await readdir(directory)).filter((name) => name.endsWith('.sql')).toSorted()) {
    const digits = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(file)?.[1];
    if (digits === undefined) throw new Error(`${file} is not named NNNN_name.sql`);
    const number = Number(digits);
    const other = migrations.get(number);
    if (other !== undefined) throw new Error(`${other} and ${file} have the same number`);
    migrations.set(number, file);
  }
  return migrations;
}
