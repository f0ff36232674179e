import { hashSecret } from '../../crypto/secret.ts';
import { seal, unseal } from '../../crypto/sealed-text.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type IdempotencyKey, claimKey, deleteSomeExpiredKeys, releaseKey, saveAnswer } from '../../storage/access/idempotency-keys.ts';
import type { Context } from '../context.ts';

/** How long an answer is kept for a repeat, and its key means that request and no other. */
const KEPT_HOURS = 24;

/**
 * After this a request that was never answered counts as lost with its process, and a repeat is worked on anew. No caller waits as long: a connection is
 * cut after two minutes (api/http/connections.ts), and no statement runs longer than half a minute.
 */
const ABANDONED_MINUTES = 3;

/** An answer as it goes out. */
export type KeptAnswer = { status: number; headers: Record<string, string>; body: string };

export type RepeatOutcome =
  /** Nothing is known of the key: work, then `keep` or `release`. */
  | { outcome: 'first'; keep(answer: KeptAnswer): Promise<void>; release(): Promise<void> }
  | { outcome: 'repeat'; answer: KeptAnswer }
  /** The key came with another request. */
  | { outcome: 'other_request' }
  | { outcome: 'running' };

/**
 * What a request with an Idempotency-Key is: the first of its kind, or a repeat (draft-ietf-httpapi-idempotency-key-header-07 §2). `principal` says
 * who asks, `request` is all that makes it this request: method, address and body. Answers are sealed: some hold secrets that are kept nowhere else.
 *
 * The answer is kept after the work is committed. A process that dies in between leaves a claim without one; for three minutes repeats are `running`, and
 * the next one is worked on again, which may then do something twice that cannot tell by itself that it was done.
 */
export async function beginRequest(
  context: Context,
  tenant: Tenant,
  given: { principal: string; key: string; request: string },
): Promise<RepeatOutcome> {
  const { db, clock, random } = context;
  const now = clock.now();
  const key: IdempotencyKey = { tenantId: tenant.id, principal: given.principal, key: given.key };
  const about = `idempotency ${tenant.id} ${key.principal} ${key.key}`;
  const fingerprint = hashSecret(given.request);
  const claim = random.uuid();
  const found = await claimKey(
    db,
    key,
    { fingerprint, claim },
    { now, expired: now.subtract({ hours: KEPT_HOURS }), abandoned: now.subtract({ minutes: ABANDONED_MINUTES }) },
  );
  if (found === 'claimed') {
    return {
      outcome: 'first',
      keep: (answer) => saveAnswer(db, key, claim, seal(context, JSON.stringify(answer), about)),
      release: () => releaseKey(db, key, claim),
    };
  }
  if (found && !found.fingerprint.equals(fingerprint)) return { outcome: 'other_request' };
  if (!found?.answerSealed) return { outcome: 'running' };
  return { outcome: 'repeat', answer: JSON.parse(unseal(context, found.answerSealed, about)) as KeptAnswer };
}

/** Forgets the answers that are kept long enough, of all tenants. */
export async function forgetRepeats({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<void> {
  const before = clock.now().subtract({ hours: KEPT_HOURS });
  while ((await deleteSomeExpiredKeys(db, before)) > 0);
}
