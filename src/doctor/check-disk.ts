import { stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Examined } from '../domain/finding.ts';
import { notesOf } from './notes.ts';

export const DISK_FINDINGS = {
  disk_full: { severity: 'fault', mend: 'Make room: with none left the database stops, and no change is taken.' },
  disk_filling: { severity: 'warning', mend: 'Make room, or `adjourn prune` (docs/operations.md).' },
  secret_key_open: { severity: 'fault', mend: 'Close it to everybody else: chmod 600.' },
} as const;

const FULL_BYTES = 200_000_000;
const FILLING_BYTES = 2_000_000_000;

/** What a disk has, in bytes. */
export type Space = { free: number; total: number };

const spaceOf = async (directory: string): Promise<Space> => {
  const { bavail, bsize, blocks } = await statfs(directory);
  return { free: bavail * bsize, total: blocks * bsize };
};

/** The disk of DATA_DIR, where an embedded database lives, and the secret key that is kept there. */
export async function checkDisk({ dataDir, embedded }: { dataDir: string; embedded: boolean }, space = spaceOf): Promise<Examined> {
  const { fact, found, done } = notesOf('disk', DISK_FINDINGS);
  if (embedded) {
    const { free, total } = await space(dataDir);
    fact('free_gb', Math.round(free / 1e8) / 10);
    fact('used_percent', Math.round((1 - free / total) * 100));
    if (free < FULL_BYTES) found('disk_full', `DATA_DIR has ${Math.round(free / 1e6)} MB left.`);
    else if (free < FILLING_BYTES) found('disk_filling', `DATA_DIR has ${Math.round(free / 1e6)} MB left.`);
  } else fact('database', 'elsewhere: watch its disk there');
  const file = join(dataDir, 'secret-key');
  const kept = await stat(file).catch(() => undefined);
  if (kept && process.platform !== 'win32' && (kept.mode & 0o077) !== 0)
    found('secret_key_open', 'The file secret-key in DATA_DIR can be read by others.');
  return done();
}
