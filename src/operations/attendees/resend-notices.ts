import { type ResendAnswer, resendNotices as decide } from '../../domain/attendees/resend-notices.ts';
import type { Request } from '../../domain/notices/change.ts';
import { UNREACHED_WHY } from '../../domain/notices/reach.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findReachOfSeats, listSeatsByReach } from '../../ledger/reach-of-seats.ts';
import { countResends, findSeatsToTell } from '../../storage/attendees/attendees.ts';
import { lockEvent } from '../../storage/events/events.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { transactLocked } from '../transact.ts';

export type ResendNoticesOutcome = { outcome: 'done'; counts: Record<ResendAnswer, number> } | { outcome: 'not_found' };

/**
 * Mails one attendee (a ticket's number), or everybody whom the latest of an event has not reached, their seat as it stands again: in one commit, under the event's
 * lock, so that of two who ask at once the second finds what the first did.
 */
export async function resendNotices(
  context: Context,
  tenant: Tenant,
  eventId: number,
  to: 'not_reached' | { ticketId: number },
  request: Request,
): Promise<ResendNoticesOutcome> {
  const now = context.clock.now();
  return await transactLocked(context, async (unit): Promise<ResendNoticesOutcome> => {
    const tx = unit.db;
    const event = await lockEvent(tx, tenant.id, { id: eventId });
    if (!event) return { outcome: 'not_found' };
    const known =
      to === 'not_reached'
        ? await listSeatsByReach(tx, tenant.id, eventId, UNREACHED_WHY, 0, null)
        : await findReachOfSeats(tx, tenant.id, eventId, [to.ticketId]);
    const reach = new Map(known.map((one) => [one.ticketId, one.reach]));
    const ids = to === 'not_reached' ? [...reach.keys()] : [to.ticketId];
    const found = await findSeatsToTell(tx, tenant.id, eventId, ids);
    if (to !== 'not_reached' && found.length === 0) return { outcome: 'not_found' };
    const seats = found.map((seat) => ({ ...seat, reach: reach.get(seat.id) ?? ('not_planned' as const) }));
    const decision = decide(event, seats, to === 'not_reached', now);
    if (decision.change) {
      const parts = [countResends(decision.ids, decision.occurrence, now)];
      await commitChange(unit, { change: decision.change, request, over: event.revision, standing: 0, parts, now });
    }
    return { outcome: 'done', counts: decision.counts };
  });
}
