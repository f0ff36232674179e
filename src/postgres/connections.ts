import type { Pool } from 'pg';

const pools = new WeakMap<object, Pool>();

/** Notes which pool a database is asked through. */
export function notePool(database: object, pool: Pool): void {
  pools.set(database, pool);
}

/** The connections of a pool: how many are open, how many of these idle, and how many callers wait for one. */
export function connectionsOf(database: object): { open: number; idle: number; waiting: number } {
  const pool = pools.get(database);
  return { open: pool?.totalCount ?? 0, idle: pool?.idleCount ?? 0, waiting: pool?.waitingCount ?? 0 };
}
