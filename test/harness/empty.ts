import { linkSigner } from '../../src/crypto/link-signer.ts';
import type { Context } from '../../src/operations/context.ts';
import { type TestClock, testClock } from './clock.ts';
import { type TestDatabase, openTestDatabase } from './database.ts';
import { seededRandom } from './random.ts';

/** An installation as a first start leaves it: migrated, and without any tenant. */
export async function openEmpty(): Promise<TestDatabase & { context: Context; clock: TestClock }> {
  const database = await openTestDatabase();
  const clock = testClock('2030-04-01T10:00:00Z');
  const context: Context = {
    db: database.db,
    clock,
    random: seededRandom('empty'),
    sealingKey: new Uint8Array(32),
    links: linkSigner(['the key of the tests']),
    wake: () => {},
  };
  return { ...database, context, clock };
}
