import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { Client, Pool } from 'pg';
import { columnTypes, toParameter } from './values.ts';

/** The pool: every query may run on another connection. `await database.destroy()` closes it. */
export type Database = Kysely<unknown>;

/**
 * An open transaction, made only by `database.transaction().execute(...)`. The compiler refuses a Database where this is asked
 * for, so a function that takes one cannot be called outside a transaction. (The other way round is allowed: a transaction
 * can stand wherever a Database is asked for.)
 */
export type Transaction = import('kysely').Transaction<unknown>;

export type DatabaseOptions = {
  /** Most connections open at once; 10 unless told. */
  maxConnections?: number;
  /** Shown in pg_stat_activity; "adjourn" unless told. */
  applicationName?: string;
  /** Called when a connection breaks, in use or idle. Only for the log: whoever was using it gets a rejected query. */
  onError?: (error: Error) => void;
};

// A request that waits this long for a free connection is better refused: its caller has given up or will retry.
const CONNECT_TIMEOUT_MS = 10_000;

// Our statements take milliseconds. One that takes this long waits for a lock or lost its plan, and while it runs it keeps a
// connection; ten of them would be the whole pool. Failing one request is the smaller harm.
const STATEMENT_TIMEOUT_SECONDS = 30;

// Less than the statement's, so that a wait for a lock is reported as one.
const LOCK_TIMEOUT_SECONDS = 10;

// A process that hangs or is stopped between two statements would keep its row locks; the database ends it instead.
const IDLE_IN_TRANSACTION_SECONDS = 15;

// The server ends a slow statement itself. When even its refusal does not arrive, the machine or the network between is
// gone, and TCP alone would keep us waiting for a quarter of an hour.
const ANSWER_TIMEOUT_MS = (STATEMENT_TIMEOUT_SECONDS + 5) * 1000;

// Set by statement rather than in the startup packet, which connection poolers refuse. DateStyle is what values.ts reads;
// the zone makes now()::date mean the same everywhere. Compiling a statement of ours takes longer than running it.
const SESSION_SETTINGS = `
  set datestyle = 'ISO'; set timezone = 'UTC'; set jit = off;
  set statement_timeout = '${STATEMENT_TIMEOUT_SECONDS}s'; set lock_timeout = '${LOCK_TIMEOUT_SECONDS}s';
  set idle_in_transaction_session_timeout = '${IDLE_IN_TRANSACTION_SECONDS}s'`;

/**
 * Opens a pool of connections (PostgreSQL 15 or newer). Nothing is connected before the first query, which rejects when the
 * database cannot be reached. Values: bigint is a number, timestamptz a Temporal.Instant, numeric, date and timestamp
 * a string, json parsed; a Temporal.Instant, or an array of them, can be a parameter. A database that dies rejects the queries
 * under way and never ends the process; later queries connect anew.
 */
export function openDatabase(connectionString: string, options: DatabaseOptions = {}): Database {
  const onError = options.onError ?? (() => {});
  const pool = new Pool({
    connectionString,
    Client: BindingClient,
    types: columnTypes,
    max: options.maxConnections ?? 10,
    application_name: options.applicationName ?? 'adjourn',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    // A new connection costs more (handshake, password hashing) than keeping one through a quiet minute.
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it, whatever the type says
    onConnect: (client) => client.query(SESSION_SETTINGS),
  });
  // The pool listens to a connection only while it is idle. One that breaks between two statements of a transaction would emit an
  // error nobody listens to, which ends the process: listen to each for its whole life. The pool's own report repeats it.
  pool.on('connect', (client) => client.on('error', onError));
  pool.on('error', () => {});
  // Columns come back in our spelling (starts_at → startsAt); keys inside json stay as they were stored.
  const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })];
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }), plugins });
}

// Planning the statements of a change costs several times what running them does, so each text is prepared once on each
// connection. Texts are our own and few; past the bound (a text built anew each time would reach it) they go unprepared.
const MAX_PREPARED = 500;
const statementNames = new Map<string, string>();

function statementName(sql: string): string | undefined {
  const known = statementNames.get(sql);
  if (known !== undefined || statementNames.size >= MAX_PREPARED) return known;
  const name = `s${statementNames.size + 1}`;
  statementNames.set(sql, name);
  return name;
}

/** SQLSTATEs: duplicate_prepared_statement, invalid_sql_statement_name. */
const STRANGERS_STATEMENTS = ['42P05', '26000'];

/** The error itself, or one that says what to change: a statement that is not where its connection left it is a pooler's doing. */
function aboutPoolers(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !STRANGERS_STATEMENTS.includes(String(error.code))) return error;
  const sentence =
    'The pooler before the database keeps no prepared statements: PgBouncer must be 1.21 or newer, with max_prepared_statements above 0.';
  return Object.assign(new Error(`${sentence} (${error.message})`, { cause: error }), { code: error.code });
}

/** A connection that sends our values; Kysely calls query(sql, parameters), and nothing else uses this pool. */
class BindingClient extends Client {
  override query(...input: never[]): never {
    const [sql, parameters] = input as unknown as [string, (readonly unknown[])?];
    const name = parameters?.length ? statementName(sql) : undefined;
    const query = { ...(name && { name }), text: sql, values: parameters?.map(toParameter) ?? [] };
    // Without parameters it goes as a simple query, which alone may hold several statements.
    const answer: Promise<unknown> = Reflect.apply(super.query, this, parameters?.length ? [query] : [sql]);
    // The driver forgets a query that timed out, but the connection goes on waiting for its answer, and whoever is lent
    // it next waits as well. Ending it with a query under way closes the socket at once, and the pool drops it.
    const ended = answer.catch(async (error: unknown) => {
      if (error instanceof Error && error.message === 'Query read timeout') void this.end();
      throw aboutPoolers(error);
    });
    return ended as never;
  }
}
