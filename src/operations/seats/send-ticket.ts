import { isSameAddress } from '../../domain/people/address.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { Recipient } from '../../domain/people/people.ts';
import { sendTicket as decide } from '../../domain/seats/send-ticket.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { listResends } from '../../ledger/history.ts';
import { lockEvent, saveEvent } from '../../storage/events/events.ts';
import { recordChange } from '../../ledger/record-change.ts';
import { countResend, findTicketOfCustomer } from '../../storage/seats/tickets.ts';
import type { Context } from '../context.ts';

export type SendTicketOutcome =
  | { outcome: 'planned' }
  | { outcome: 'not_found' | 'cancelled' }
  | { outcome: 'sent_too_often'; retryAfterSeconds: number };

const WINDOW_SECONDS = 3_600;

/**
 * Mails a customer their own ticket again, at the address of their account. At most the tenant's `resendsPerHour` for
 * one ticket, so that a stuck button does not fill a mailbox.
 */
export async function sendTicket(
  context: Context,
  tenant: Tenant,
  customer: Recipient & { id: number },
  ticketId: number,
  request: Request,
): Promise<SendTicketOutcome> {
  const { resendsPerHour } = settingsOf(tenant);
  const now = context.clock.now();
  const outcome = await context.db.transaction().execute(async (tx): Promise<SendTicketOutcome> => {
    const seen = await findTicketOfCustomer(tx, tenant.id, customer.id, ticketId);
    if (!seen) return { outcome: 'not_found' };
    const event = await lockEvent(tx, tenant.id, { id: seen.eventId });
    const ticket = await findTicketOfCustomer(tx, tenant.id, customer.id, ticketId);
    if (!event || !ticket) return { outcome: 'not_found' };
    const { id: _id, ...account } = customer;
    const isHolder = ticket.email !== null && isSameAddress(ticket.email, account.email);
    const decision = decide(event, ticket, isHolder ? null : account, now);
    if (decision.outcome !== 'planned') return { outcome: decision.outcome };
    const recent = await listResends(tx, tenant.id, ticket.id, now.subtract({ seconds: WINDOW_SECONDS }), resendsPerHour);
    const oldest = recent.at(-1);
    if (oldest && recent.length >= resendsPerHour) {
      const free = oldest.add({ seconds: WINDOW_SECONDS });
      return { outcome: 'sent_too_often', retryAfterSeconds: Math.max(1, Math.ceil(now.until(free).total('seconds'))) };
    }
    await saveEvent(tx, decision.change.event, event.revision);
    await countResend(tx, ticket, ticket.resends + 1);
    await recordChange(tx, decision.change, request, { standing: 0, joined: 0 }, now);
    return { outcome: 'planned' };
  });
  if (outcome.outcome === 'planned') context.wake();
  return outcome;
}
