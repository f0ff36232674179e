import type { Examined } from '../domain/finding.ts';
import { isLoopbackOrSocket } from '../postgres/connection-url.ts';
import type { Database } from '../postgres/database.ts';
import { migrationState } from '../postgres/migrate.ts';
import { type ServerState, readServer } from '../postgres/read-server.ts';
import { settingsNotInForce } from '../postgres/settings.ts';
import { notesOf } from './notes.ts';

export const DATABASE_FINDINGS = {
  database_unreachable: {
    severity: 'fault',
    mend: 'See that DATABASE_URL names the server, that it runs, and that user and password are right.',
  },
  database_too_old: { severity: 'fault', mend: 'Use PostgreSQL 15 or newer.' },
  database_not_utf8: {
    severity: 'fault',
    mend: "Make another database with `create database … encoding 'UTF8' template template0` and restore into it.",
  },
  database_read_only: {
    severity: 'fault',
    mend: 'Point DATABASE_URL at the primary, or name all hosts with target_session_attrs=read-write (docs/deploy.md).',
  },
  database_of_older_version: { severity: 'fault', mend: 'Run `adjourn migrate`, or start a server of this version.' },
  database_of_newer_version: { severity: 'fault', mend: 'Start the version that was here last, or a later one.' },
  database_settings_missing: {
    severity: 'fault',
    mend: 'Run `adjourn migrate` with the role that Adjourn uses; behind PgBouncer then RECONNECT, so that its connections are new.',
  },
  database_not_durable: {
    severity: 'fault',
    mend: 'Set fsync, full_page_writes and synchronous_commit to on: a crash would lose what was answered.',
  },
  database_without_standby: {
    severity: 'fault',
    mend: 'Bring a standby back, or empty synchronous_standby_names: as it is, every commit waits for one that is not there.',
  },
  database_not_cleaned: { severity: 'warning', mend: 'Set autovacuum and track_counts to on: tables and indexes only grow without.' },
  database_old_transaction: {
    severity: 'warning',
    mend: 'End it (pg_stat_activity shows whose it is): while it is open, nothing that has gone can be cleared away.',
  },
  database_connections_short: {
    severity: 'warning',
    mend: 'Raise max_connections, run fewer processes, or put PgBouncer between (docs/deploy.md).',
  },
  database_unencrypted: {
    severity: 'warning',
    mend: 'Add sslmode=verify-full to DATABASE_URL (docs/deploy.md): mails and addresses cross a network in the clear.',
  },
} as const;

const OLD_TRANSACTION_SECONDS = 600;
const SHORT = 0.8;

/** The database: what it is, whether it can be written, keeps what it is given, and has our settings in force. */
export async function checkDatabase(db: Database, { connectionString }: { connectionString: string }): Promise<Examined> {
  let state: ServerState;
  try {
    state = await readServer(db);
  } catch (error) {
    const notes = notesOf('database', DATABASE_FINDINGS);
    notes.found('database_unreachable', `The database cannot be used: ${reasonOf(error)}.`);
    return notes.done();
  }
  const [missing, migrations] = await Promise.all([settingsNotInForce(db), migrationState(db)]);
  return judgeDatabase(state, { missing, ...migrations, isHere: isLoopbackOrSocket(connectionString) });
}

export type AboutDatabase = {
  /** Settings of ours that are not in force. */
  missing: string[];
  /** Migrations that it lacks, and those that this version does not know. */
  lacks: string[];
  unknown: string[];
  /** On this machine: nobody stands between. */
  isHere: boolean;
};

/** What there is to say of a server in this state. */
export function judgeDatabase(state: ServerState, { missing, lacks, unknown, isHere }: AboutDatabase): Examined {
  const { fact, found, done } = notesOf('database', DATABASE_FINDINGS);
  fact('version', state.version);
  fact('encoding', state.encoding);
  fact('role', state.inRecovery ? 'standby' : state.readOnly ? 'primary, read-only' : 'primary');
  fact('standbys', state.standbys);
  fact('connections', `${state.connections} of ${state.maxConnections}`);
  fact('encrypted', state.encrypted ?? 'not told');
  fact('time_outs', missing.length === 0 ? 'in force' : 'not in force');
  fact('size_mb', Math.round(state.sizeBytes / 1_000_000));
  if (state.versionNumber < 150_000) found('database_too_old', `It is PostgreSQL ${state.version}.`);
  if (state.encoding !== 'UTF8') found('database_not_utf8', `Its encoding is ${state.encoding}, which cannot hold every name.`);
  if (state.inRecovery || state.readOnly) found('database_read_only', 'It takes no changes: it is a standby, or set read-only.');
  if (lacks.length > 0) found('database_of_older_version', `It lacks ${lacks.join(', ')}.`);
  if (unknown.length > 0) found('database_of_newer_version', `It holds ${unknown.join(', ')}, which this version does not know.`);
  if (missing.length > 0) found('database_settings_missing', `Not in force on a connection: ${missing.join(', ')}.`);
  const careless = [
    state.fsync ? [] : ['fsync'],
    state.fullPageWrites ? [] : ['full_page_writes'],
    state.synchronousCommit === 'off' ? ['synchronous_commit'] : [],
  ].flat();
  if (careless.length > 0) found('database_not_durable', `Off: ${careless.join(', ')}.`);
  if (state.waitsForStandbys && state.standbys === 0 && !state.inRecovery)
    found('database_without_standby', 'synchronous_standby_names asks for a standby, and none is connected.');
  if (!state.autovacuum) found('database_not_cleaned', 'Autovacuum does not run.');
  if (state.oldestTransactionSeconds > OLD_TRANSACTION_SECONDS)
    found('database_old_transaction', `A transaction has been open for ${Math.round(state.oldestTransactionSeconds / 60)} minutes.`);
  if (state.connections > SHORT * state.maxConnections)
    found('database_connections_short', `${state.connections} of ${state.maxConnections} connections are taken.`);
  if (state.encrypted === false && !isHere) found('database_unencrypted', 'The connection to another machine is not encrypted.');
  return done();
}

/** SQLSTATEs and codes of the system, as a person says them. What a driver says may name a host or a user. */
const REASONS: Record<string, string> = {
  '28P01': 'it does not accept our user and password',
  '28000': 'it does not let our user in from here',
  '3D000': 'it has no database of that name',
  '53300': 'it has no connection left',
  '57P03': 'it is starting or stopping',
  ECONNREFUSED: 'nobody listens there',
  ENOENT: 'there is no socket',
  ENOTFOUND: 'its name is not found',
  EAI_AGAIN: 'its name is not found',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return REASONS[code] ?? (code === '' ? 'it does not answer in time' : `the driver says ${code}`);
}
