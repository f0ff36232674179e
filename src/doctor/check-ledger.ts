import type { Clock } from '../domain/clock.ts';
import type { Examined } from '../domain/finding.ts';
import { readFigures } from '../ledger/read-figures.ts';
import type { Database } from '../postgres/database.ts';
import { notesOf } from './notes.ts';

export const LEDGER_FINDINGS = {
  nobody_hands_over: { severity: 'fault', mend: 'Start `adjourn work`, or a server with WORKERS above 0.' },
  notices_wait: {
    severity: 'fault',
    mend: 'See what the mail server says (`adjourn mail test ADDRESS`), and the log of whoever hands over.',
  },
  plans_fail: { severity: 'fault', mend: 'Look for “a plan could not be expanded” in the log: it names the change and the cause.' },
} as const;

const LATE_SECONDS = 300;

/** What waits to be told, and whether anybody tells it. */
export async function checkLedger(db: Database, clock: Clock): Promise<Examined> {
  const { fact, found, done } = notesOf('notices', LEDGER_FINDINGS);
  const figures = await readFigures(db, clock.now());
  const late = figures.oldestDueAt ? clock.now().since(figures.oldestDueAt).total('seconds') : 0;
  fact('workers', figures.workers);
  fact('waiting', figures.queued + figures.awaitingRetry);
  fact('oldest_due_seconds', Math.max(0, Math.round(late)));
  if (figures.workers === 0) found('nobody_hands_over', 'No worker holds a lease on this database.');
  if (late > LATE_SECONDS) found('notices_wait', `A notice has been due for ${Math.round(late / 60)} minutes.`);
  if (figures.plansFailed > 0) found('plans_fail', `The notices of ${figures.plansFailed} changes could not be written.`);
  return done();
}
