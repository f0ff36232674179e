import type { LinkSigner } from '../domain/notices/link.ts';
import type { Clock } from '../domain/clock.ts';
import type { Random } from '../domain/random.ts';
import type { Database } from '../postgres/database.ts';

/** What every operation needs; made by compose.ts alone, so that clock, ids and randomness can be others in a test. */
export type Context = {
  db: Database;
  clock: Clock;
  random: Random;
  /** Seals secrets that must be read again (sealed-text.ts); made from SECRET_KEY. */
  sealingKey: Uint8Array;
  /** Signs and reads the tokens of mailed links (link-signer.ts). */
  links: LinkSigner;
  /**
   * Called after a commit that left notices; a hint only: workers find them without it. Never throws. Does not wait, but in tests, where it stands
   * for the worker's first step.
   */
  wake(): void | Promise<void>;
};
