import { sql } from 'kysely';
import type { Client } from 'pg';
import type { Database } from './database.ts';

/*
 * Settings of our role in our database. So they hold for every connection, also behind a pooler, where a SET lands on one server connection, which is
 * the next stranger's, and all the others go without.
 */

const SESSIONS: Record<string, string> = {
  // What values.ts reads; the zone makes now()::date mean the same everywhere.
  DateStyle: 'ISO, MDY',
  TimeZone: 'UTC',
  // Ours take milliseconds. One that takes this long waits for a lock or lost its plan, and while it runs it keeps a connection; ten of
  // them would be the whole pool. Failing one request is the smaller harm.
  statement_timeout: '30s',
  // Less than the statement's, so that a wait for a lock is reported as one.
  lock_timeout: '10s',
  // A process that hangs or is stopped between two statements would keep its row locks; the database ends it instead.
  idle_in_transaction_session_timeout: '15s',
};

/*
 * How the planner plans our statements. Every statement of ours looks rows up by an index, row by row; with statistics that are
 * missing or old the planner takes a scan or a hash of a whole table for cheaper, and keeps that plan for as long as a connection lives
 * (docs/decisions/0015). Texts are prepared once and planned once: planning costs several times what running does.
 */
const PLANS: Record<string, string> = {
  enable_seqscan: 'off',
  enable_bitmapscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  max_parallel_workers_per_gather: '0',
  plan_cache_mode: 'force_generic_plan',
  jit: 'off',
};

const SETTINGS: Record<string, string> = { ...SESSIONS, ...PLANS };

/** Sets them where they are not set, and answers whether any was not. Needs no more than to be that role. New connections have them; this one does not. */
export async function keepSettings(client: Pick<Client, 'query'>): Promise<boolean> {
  const found = await client.query<{ settings: string[] }>(
    `select coalesce((select setconfig from pg_db_role_setting where setdatabase = (select oid from pg_database where datname = current_database())
       and setrole = current_user::regrole), '{}') as settings`,
  );
  const set = new Set(found.rows[0]?.settings);
  const missing = Object.entries(SETTINGS).filter(([name, value]) => !set.has(`${name}=${value}`));
  for (const [name, value] of missing) {
    const list = value
      .split(', ')
      .map((one) => `'${one}'`)
      .join(', ');
    const assigned = `${name} to ${list}`;
    await client.query(
      `do $do$ begin execute format('alter role current_user in database %I set ', current_database()) || $to$${assigned}$to$; end $do$`,
    );
  }
  return missing.length > 0;
}

/** Those that are not in force on a connection, each with what is, e.g. `lock_timeout (0)`. */
export async function settingsNotInForce(db: Database): Promise<string[]> {
  const found = await sql<{ name: string; value: string }>`
    select name, current_setting(name) as value from unnest(${Object.keys(SETTINGS)}::text[]) name`.execute(db);
  return found.rows.flatMap(({ name, value }) => (SETTINGS[name] === value ? [] : [`${name} (${value})`]));
}
