import { type MessageTo, sendMessage as decide } from '../../domain/attendees/send-message.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { MessageWords } from '../../domain/notices/notice.ts';
import { UNREACHED_WHY } from '../../domain/notices/reach.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findLatestChange } from '../../ledger/history.ts';
import { findMessages } from '../../ledger/messages.ts';
import { listSeatsByReach } from '../../ledger/reach-of-seats.ts';
import { findMessageRecipients } from '../../storage/attendees/message-recipients.ts';
import { lockEvent } from '../../storage/events/events.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { transactLocked } from '../transact.ts';

export type SendMessageOutcome =
  /** One mail for each address; `withoutAddress` have none. */
  | { outcome: 'planned'; changeId: number; recipients: number; withoutAddress: number }
  /** Nobody of them has an address. */
  | { outcome: 'nobody'; withoutAddress: number }
  /** These very words were sent a moment ago: two clicks are one. */
  | { outcome: 'sent_just_now' }
  | { outcome: 'not_found' };

const AGAIN_AFTER_SECONDS = 60;

/**
 * Plans the organizer's words to those of an event, as they are at this moment, in one commit: each address once. Also where the event is cancelled or over, when
 * there may be most to say.
 */
export async function sendMessage(
  context: Context,
  tenant: Tenant,
  eventId: number,
  words: MessageWords,
  to: MessageTo,
  request: Request,
): Promise<SendMessageOutcome> {
  const now = context.clock.now();
  return await transactLocked(context, async (unit): Promise<SendMessageOutcome> => {
    const tx = unit.db;
    const event = await lockEvent(tx, tenant.id, { id: eventId });
    if (!event) return { outcome: 'not_found' };
    const { sent, again } = await findMessages(tx, tenant.id, eventId, words, now.subtract({ seconds: AGAIN_AFTER_SECONDS }));
    if (again) return { outcome: 'sent_just_now' };
    const unreached = to === 'not_reached' ? await listSeatsByReach(tx, tenant.id, eventId, UNREACHED_WHY, 0, null) : [];
    const seats = unreached.map(({ ticketId }) => ticketId);
    const { ids, withoutAddress } = await findMessageRecipients(tx, tenant.id, eventId, to, seats);
    if (ids.length === 0) return { outcome: 'nobody', withoutAddress };
    const change = decide(event, words, to, ids, sent + 1, now);
    await commitChange(unit, { change, request, over: event.revision, standing: 0, now });
    return { outcome: 'planned', changeId: await findLatestChange(tx, tenant.id, eventId), recipients: ids.length, withoutAddress };
  });
}
