import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { Client, type ClientConfig, Pool } from 'pg';
import { UnstorableText } from '../domain/plain-text.ts';
import { notePool } from './connections.ts';
import { forgetHost, pickHost, targetOf } from './hosts.ts';
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

// The server ends a slow statement itself, five seconds before this (settings.ts). When even its refusal does not arrive, the machine or the network between is
// gone, and TCP alone would keep us waiting for a quarter of an hour.
const ANSWER_TIMEOUT_MS = 35_000;

/**
 * Opens a pool of connections to a migrated database (PostgreSQL 15 or newer), whose role has its settings (settings.ts). Nothing is connected before the first query, which rejects when the
 * database cannot be reached. Values: bigint is a number, timestamptz a Temporal.Instant, numeric, date and timestamp
 * a string, json parsed; a Temporal.Instant, or an array of them, can be a parameter. A database that dies rejects the queries
 * under way and never ends the process; later queries connect anew.
 */
export function openDatabase(connectionString: string, options: DatabaseOptions = {}): Database {
  const onError = options.onError ?? (() => {});
  const settings = {
    // Read here, where a slip is told at once; which host it becomes is seen when one connects.
    connectionString: targetOf(connectionString).urls[0],
    hosts: connectionString,
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
  };
  const pool = new Pool(settings);
  // The pool listens to a connection only while it is idle. One that breaks between two statements of a transaction would emit an
  // error nobody listens to, which ends the process: listen to each for its whole life. The pool's own report repeats it.
  pool.on('connect', (client) => client.on('error', onError));
  pool.on('error', () => {});
  // Columns come back in our spelling (starts_at → startsAt); keys inside json stay as they were stored.
  const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })];
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }), plugins });
  notePool(database, pool);
  return database;
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

/** SQLSTATEs: character_not_in_repertoire (NUL in text), untranslatable_character (NUL in JSON). */
const UNSTORABLE = ['22021', '22P05'];

/** The error itself, or UnstorableText: of all who send texts this is the one place that every one of them passes. */
function aboutText(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  // Half a character in JSON is any malformed JSON to PostgreSQL (22P02), but what we send is well-formed otherwise.
  const isHalf = error.code === '22P02' && 'detail' in error && /surrogate/.test(String(error.detail));
  return isHalf || UNSTORABLE.includes(String(error.code)) ? new UnstorableText({ cause: error }) : error;
}

/** SQLSTATE: read_only_sql_transaction. */
const READ_ONLY = '25006';

/** A connection that sends our values; Kysely calls query(sql, parameters), and nothing else uses this pool. */
class BindingClient extends Client {
  readonly #hosts: string;

  constructor(config?: ClientConfig & { hosts?: string }) {
    super(config);
    this.#hosts = config?.hosts ?? '';
  }

  override connect(...given: never[]): never {
    const [done] = given as unknown as [((error: Error) => void)?];
    const { urls, writable } = targetOf(this.#hosts);
    if (urls.length === 1 && !writable) return Reflect.apply(super.connect, this, given) as never;
    const picked = pickHost(this.#hosts).then((url) => {
      // The driver reads them when it connects, and not before.
      const { host, port } = new Client({ connectionString: url });
      Object.assign(this, { host, port });
      return Reflect.apply(super.connect, this, given) as unknown;
    });
    return (done ? void picked.catch(done) : picked) as never;
  }

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
      // A primary no more: whoever is lent this connection next would fare no better.
      if (error instanceof Error && 'code' in error && error.code === READ_ONLY && targetOf(this.#hosts).writable) {
        forgetHost(this.#hosts);
        void this.end();
      }
      throw aboutText(aboutPoolers(error));
    });
    return ended as never;
  }
}
