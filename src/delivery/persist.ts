import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryLog } from './log.ts';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;

/**
 * Writes until it is written: what has happened outside must get into the ledger, however long the database is away. Once
 * `given` is aborted the next failure is the last; the lease then frees what was not written.
 */
export async function persist(write: () => Promise<void>, log: DeliveryLog, given: AbortSignal): Promise<void> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await write();
    } catch (error) {
      log.error({ err: error }, 'could not write to the ledger');
      if (given.aborted) return;
      await sleep(wait, undefined, { signal: given }).catch(() => {});
    }
  }
}

/**
 * Collects what is to be written while `lanes` writes are under way and writes it together. The promise resolves when the item
 * is written, so nobody goes on before the ledger knows.
 */
export function createBatcher<Item>(write: (items: Item[]) => Promise<void>, most: number, lanes: number): (item: Item) => Promise<void> {
  let waiting: { item: Item; done: () => void }[] = [];
  let writing = 0;

  async function drain(): Promise<void> {
    writing += 1;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await write(batch.map((one) => one.item));
      for (const one of batch) one.done();
    }
    writing -= 1;
  }

  return (item) =>
    new Promise((done) => {
      waiting.push({ item, done });
      // Not in this moment: replies that arrived together are written together.
      if (writing < lanes && waiting.length === 1) setImmediate(() => void (writing < lanes && drain()));
    });
}
