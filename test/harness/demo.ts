import type { Tenant } from '../../src/domain/tenants/tenant.ts';
import type { Context } from '../../src/operations/context.ts';
import { linkSigner } from '../../src/crypto/link-signer.ts';
import { loadDemo } from '../../src/operations/tenants/load-demo.ts';
import type { Database } from '../../src/postgres/database.ts';
import { type TestClock, testClock } from './clock.ts';
import { openTestDatabase } from './database.ts';
import { expandAll } from './expand.ts';
import { seededRandom } from './random.ts';

/** When the demo was loaded in tests, unless told otherwise; its events begin on 2030-05-01 at 14:00 UTC. */
const DEMO_LOADED_AT = '2030-04-01T10:00:00Z';

export type TestDemo = {
  db: Database;
  connectionString: string;
  context: Context;
  clock: TestClock;
  tenant: Tenant;
  /** How often an operation asked for the workers to wake. */
  wakes(): number;
  close(): Promise<void>;
};

/** A database of its own with the demo in it, under a clock that stands still: one for each test file, in beforeAll. */
export async function openDemo(options: { clock?: TestClock } = {}): Promise<TestDemo> {
  const { db, connectionString, close } = await openTestDatabase();
  const clock = options.clock ?? testClock(DEMO_LOADED_AT);
  let wakes = 0;
  const context: Context = {
    db,
    clock,
    random: seededRandom('demo'),
    sealingKey: new Uint8Array(32),
    links: linkSigner(['the key of the tests']),
    wake: () => {
      wakes += 1;
      return expandAll(db);
    },
  };
  const loaded = await loadDemo(context);
  if (loaded.outcome !== 'loaded') throw new Error('a new test database holds a tenant');
  return { db, connectionString, context, clock, tenant: loaded.tenant, wakes: () => wakes, close };
}
