import { sql } from 'kysely';
import type { Database } from './database.ts';

/** What a database server says of itself and of our connection to it. */
export type ServerState = {
  version: string;
  versionNumber: number;
  encoding: string;
  inRecovery: boolean;
  readOnly: boolean;
  fsync: boolean;
  fullPageWrites: boolean;
  synchronousCommit: string;
  /** `track_counts` and `autovacuum`, without which nothing is cleared away. */
  autovacuum: boolean;
  /** Whether commits are to wait for standbys, and how many standbys are connected. */
  waitsForStandbys: boolean;
  standbys: number;
  connections: number;
  maxConnections: number;
  /** Whether the connection is encrypted; null where the server does not say. */
  encrypted: boolean | null;
  /** Of the oldest transaction open in this database, in seconds; 0: none is, or the role may not see it. */
  oldestTransactionSeconds: number;
  sizeBytes: number;
};

/** Reads all of it in one statement. Rejects when the database does not answer. */
export async function readServer(db: Database): Promise<ServerState> {
  const read = await sql<ServerState>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as version_number,
      (select pg_encoding_to_char(encoding) from pg_database where datname = current_database()) as encoding,
      pg_is_in_recovery() as in_recovery, current_setting('transaction_read_only')::bool as read_only,
      current_setting('fsync')::bool as fsync, current_setting('full_page_writes')::bool as full_page_writes,
      current_setting('synchronous_commit') as synchronous_commit,
      current_setting('autovacuum')::bool and current_setting('track_counts')::bool as autovacuum,
      current_setting('synchronous_standby_names') <> '' as waits_for_standbys, (select count(*) from pg_stat_replication)::int as standbys,
      (select sum(numbackends)::int from pg_stat_database) as connections, current_setting('max_connections')::int as max_connections,
      (select ssl from pg_stat_ssl where pid = pg_backend_pid()) as encrypted,
      coalesce((select extract(epoch from clock_timestamp() - min(xact_start))::float8 from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()), 0) as oldest_transaction_seconds,
      pg_database_size(current_database()) as size_bytes`.execute(db);
  const [state] = read.rows;
  if (!state) throw new Error('the database says nothing of itself');
  return state;
}

/** By how much the database's clock is ahead of ours, in milliseconds, and how long an answer took; the best of five. `now` is our time of day. */
export async function compareClocks(db: Database, now: () => Temporal.Instant): Promise<{ aheadMs: number; latencyMs: number }> {
  let best = { aheadMs: 0, latencyMs: Number.POSITIVE_INFINITY };
  for (let n = 0; n < 5; n += 1) {
    const began = performance.now();
    const asked = now();
    const read = await sql<{ at: Temporal.Instant }>`select clock_timestamp() as at`.execute(db);
    const latencyMs = performance.now() - began;
    const [row] = read.rows;
    if (row && latencyMs < best.latencyMs) best = { aheadMs: asked.until(row.at).total('milliseconds') - latencyMs / 2, latencyMs };
  }
  return best;
}
