import { Client } from 'pg';
import { type DatabaseTarget, databaseTarget } from '../domain/database-url.ts';

/** The driver knows one host; of several, and of one that has to take changes, this finds which to ask. */

// A host that is there answers in milliseconds; behind one that is gone the next should not wait for long.
const PATIENCE_MS = 3_000;
/** So long it is the one that was found: a pool opens many connections at once, and need not look for each. */
const KEPT_MS = 1_000;

const found = new Map<string, { url: string; at: number }>();
const looking = new Map<string, Promise<string>>();

/** What a URL asks for. Throws a sentence for one that cannot be read. */
export function targetOf(connectionString: string): DatabaseTarget {
  const target = databaseTarget(connectionString);
  if ('fault' in target) throw new Error(`The address of the database must be ${target.fault}.`);
  return target;
}

/** The URL, of one host, to connect to just now. Rejects with a sentence where none will do. */
export async function pickHost(connectionString: string): Promise<string> {
  const target = targetOf(connectionString);
  if (target.urls.length === 1 && !target.writable) return target.urls[0];
  const last = found.get(connectionString);
  if (last && performance.now() - last.at < KEPT_MS) return last.url;
  const look =
    looking.get(connectionString) ?? lookFor(connectionString, target, last?.url).finally(() => looking.delete(connectionString));
  looking.set(connectionString, look);
  return await look;
}

/** The one that was found is none any more: it goes, or takes no changes. */
export function forgetHost(connectionString: string): void {
  found.delete(connectionString);
}

/** In their order, the one that was good last before the others. */
async function lookFor(connectionString: string, { urls, writable }: DatabaseTarget, last: string | undefined): Promise<string> {
  let why: unknown;
  for (const url of last === undefined ? urls : [last, ...urls.filter((one) => one !== last)]) {
    try {
      if (!(await takes(url, writable))) continue;
      found.set(connectionString, { url, at: performance.now() });
      return url;
    } catch (error) {
      why = error;
    }
  }
  throw Object.assign(
    new Error(`None of the ${urls.length} hosts of the database ${writable ? 'takes changes' : 'answers'}.`, { cause: why }),
    why instanceof Error && 'code' in why ? { code: why.code } : {},
  );
}

/** Whether a host is there, and takes changes where that is asked. Rejects when it is not. */
async function takes(url: string, writable: boolean): Promise<boolean> {
  const client = new Client({
    connectionString: url,
    application_name: 'adjourn look',
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    if (!writable) return true;
    // Of a standby this is on, and of a primary that was set so.
    const { rows } = await client.query<{ only: string }>(`select current_setting('transaction_read_only') as only`);
    return rows[0]?.only === 'off';
  } finally {
    await client.end().catch(() => {});
  }
}
