import { sql } from 'kysely';
import { Client } from 'pg';
import type { Database } from '../postgres/database.ts';
import { pickHost } from '../postgres/hosts.ts';

const CHANNEL = 'adjourn_outbox';

// Collects the wake-ups of a burst of commits: every NOTIFY takes a lock on the whole cluster while it commits, and a
// worker looks at everything that waits anyway.
const COLLECT_MS = 25;

/**
 * Wakes workers in other processes: `wake()` returns at once, never throws, and is collected over some milliseconds. A hint that is lost
 * costs the second until a worker looks by itself (docs/decisions/0005).
 */
export function createWaker(db: Database): { wake(): void } {
  let pending = false;
  return {
    wake() {
      if (pending) return;
      pending = true;
      setTimeout(() => {
        pending = false;
        // oxlint-disable-next-line promise/catch-or-return -- a hint; polling is the net under it
        sql`select pg_notify(${CHANNEL}, '')`.execute(db).catch(() => {});
      }, COLLECT_MS);
    },
  };
}

// A database that was restarted is back within seconds; this often a refused connection costs nothing.
const RECONNECT_MS = 1_000;

/**
 * Listens for wake-ups on a connection of its own, for as long as it takes: a connection that breaks is made anew. After each
 * (re)connect it calls once, for whatever was missed.
 */
export function listenForWakes(connectionString: string, onWake: () => void): { close(): Promise<void> } {
  let closed = false;
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    let url: string;
    try {
      url = await pickHost(connectionString);
    } catch {
      if (!closed) timer = setTimeout(() => void connect(), RECONNECT_MS);
      return;
    }
    if (closed) return;
    const next = new Client({
      connectionString: url,
      application_name: 'adjourn listen',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    client = next;
    next.on('error', () => {});
    next.on('notification', onWake);
    next.once('end', () => {
      if (!closed) timer = setTimeout(() => void connect(), RECONNECT_MS);
    });
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
      onWake();
    } catch {
      // Ends it, whether it got connected or not, and so comes back here.
      await next.end().catch(() => {});
    }
  }

  void connect();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
