import { sql } from 'kysely';
import type { WaitlistState } from '../domain/waitlist/waitlist.ts';
import type { Transaction } from '../postgres/database.ts';
import { ofSubject } from './order.ts';
import { REASONS } from './reasons.ts';

/** Voids the mails about places in a waiting list that have not gone out, in the transaction that ends them. The event's row must be locked. */
export async function voidOffers(
  tx: Transaction,
  tenantId: number,
  entryIds: number[],
  state: Exclude<WaitlistState, 'waiting' | 'offered'>,
  now: Temporal.Instant,
): Promise<void> {
  if (entryIds.length === 0) return;
  await sql`
    with open as materialized (
      select d.at from (select ${tenantId}::bigint as tenant_id, 'place' as subject_kind, id as subject_id from unnest(${entryIds}::bigint[]) as e(id)) s
      cross join lateral ${sql.raw(ofSubject('s'))} d where d.state in ('queued', 'awaiting_retry')
    )
    update deliveries d set state = 'aborted', ended_because = 'over', finished_at = ${now}, last_reply = ${sql.raw(REASONS.offer_over('s.state'))}
    from open o, (select ${state}::text as state) s
    where d.ctid = o.at and d.state not in ('sending', 'sent', 'captured', 'failed', 'bounced', 'aborted')`.execute(tx);
}
