import type { Tenant } from '../../domain/tenants/tenant.ts';
import { replayWebhooks } from '../../ledger/resend-webhooks.ts';
import { listWebhooks } from '../../storage/webhooks/webhooks.ts';
import type { Context } from '../context.ts';

// One answer's worth; whoever wants more goes on after the last.
const MOST = 1_000;

export type ReplayWebhookOutcome =
  /** `next`: there may be more after this message; null where there is not. */
  | { outcome: 'queued'; count: number; next: string | null }
  | { outcome: 'not_found' }
  /** The address was never sent that message, or it was a test. */
  | { outcome: 'no_such_message' };

/**
 * Sends again what an address was sent after one message, oldest change first, at most 1,000: each under its own id, so that a receiver that knows it
 * takes it once. `onlyFailed`: of these, what was never taken. What waits to be sent anyway is left alone.
 */
export async function replayWebhook(
  context: Context,
  tenant: Tenant,
  id: string,
  { after, onlyFailed }: { after: string; onlyFailed: boolean },
): Promise<ReplayWebhookOutcome> {
  const [webhook] = await listWebhooks(context.db, tenant.id, { id });
  if (!webhook) return { outcome: 'not_found' };
  const done = await replayWebhooks(context.db, webhook, { after, onlyFailed, limit: MOST }, context.clock.now());
  return done ? { outcome: 'queued', count: done.count, next: done.last } : { outcome: 'no_such_message' };
}
