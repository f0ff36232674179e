import type { Clock } from '../domain/clock.ts';
import type { Examined } from '../domain/finding.ts';
import type { Database } from '../postgres/database.ts';
import { compareClocks } from '../postgres/read-server.ts';
import { notesOf } from './notes.ts';

export const CLOCK_FINDINGS = {
  clock_differs: {
    severity: 'fault',
    mend: 'Set both machines by NTP (systemd-timesyncd, chrony): notices fall due by the one and are claimed by the other.',
  },
  database_slow: { severity: 'warning', mend: 'Move the database nearer: a change takes two or three answers of it, one after another.' },
} as const;

const DIFFERS_MS = 2_000;
const SLOW_MS = 20;

/** Our clock against the database's, and how long the way between is. */
export async function checkClock(db: Database, clock: Clock): Promise<Examined> {
  return judgeClock(await compareClocks(db, () => clock.now()));
}

/** What there is to say of a database whose clock is ahead of ours by so much, and that answers after so long. */
export function judgeClock({ aheadMs, latencyMs }: { aheadMs: number; latencyMs: number }): Examined {
  const { fact, found, done } = notesOf('clock', CLOCK_FINDINGS);
  fact('database_ahead_ms', Math.round(aheadMs));
  fact('latency_ms', Math.round(latencyMs * 10) / 10);
  if (Math.abs(aheadMs) > DIFFERS_MS + latencyMs)
    found(
      'clock_differs',
      `The database's clock is ${Math.abs(aheadMs / 1_000).toFixed(1)} seconds ${aheadMs > 0 ? 'ahead of' : 'behind'} ours.`,
    );
  if (latencyMs > SLOW_MS) found('database_slow', `An answer of the database takes ${Math.round(latencyMs)} ms at best.`);
  return done();
}
