import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { keepSettings } from '../../src/postgres/settings.ts';

export type TestDatabase = {
  db: Database;
  connectionString: string;
  /** Closes `db`, ends whatever else is still connected, and drops the database. */
  close(): Promise<void>;
};

/** An empty, migrated database of its own, copied from the run's template: one for each test file, in beforeAll. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { connectionString, drop } = await createDatabase(inject('templateDatabase'));
  // Of a role in a database, so a copy has them not.
  await withClient(connectionString, keepSettings);
  const db = openDatabase(connectionString);
  return {
    db,
    connectionString,
    async close() {
      await db.destroy();
      await drop();
    },
  };
}

/** A database with nothing in it, not even the migrations, for tests of what makes or opens one. */
export async function createDatabase(template = 'template0'): Promise<{ connectionString: string; drop(): Promise<void> }> {
  const name = `adjourn_test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} template ${template}`);
  return {
    connectionString: withDatabase(inject('postgresUrl'), name),
    drop: () => administer(`drop database if exists ${name} with (force)`),
  };
}

/** Runs one statement as the role that owns the test server's databases. */
export async function administer(sql: string, connectionString: string = inject('postgresUrl')): Promise<void> {
  await withClient(connectionString, (client) => client.query(sql));
}

async function withClient(connectionString: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The same server and role, another database. */
export function withDatabase(connectionString: string, name: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${name}`;
  return url.href;
}
