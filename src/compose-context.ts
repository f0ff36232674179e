import { randomBytes, randomUUID } from 'node:crypto';
import { linkSigner } from './crypto/link-signer.ts';
import { sealingKeyOf } from './crypto/sealed-text.ts';
import type { Clock } from './domain/clock.ts';
import type { Random } from './domain/random.ts';
import { createWaker } from './ledger/wakes.ts';
import type { Context } from './operations/context.ts';
import type { Database } from './postgres/database.ts';

export const clock: Clock = { now: () => Temporal.Now.instant() };
export const random: Random = { uuid: () => randomUUID(), bytes: (count) => randomBytes(count) };

/** SECRET_KEY, and those from before. */
export type SecretKeys = [string, ...string[]];

/** What operations need, over a pool. */
export function contextOver(db: Database, secretKeys: SecretKeys): Context {
  return {
    db,
    clock,
    random,
    sealingKey: sealingKeyOf(secretKeys[0]),
    links: linkSigner(secretKeys),
    wake: createWaker(db).wake,
  };
}
