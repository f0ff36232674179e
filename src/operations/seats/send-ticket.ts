import { isSameAddress } from '../../domain/people/address.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { Recipient } from '../../domain/people/people.ts';
import { sendTicket as decide } from '../../domain/seats/send-ticket.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { resentAt } from '../../ledger/history.ts';
import { countResend } from '../../storage/seats/tickets.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { transact } from '../transact.ts';
import { readTicketOfCustomer } from './read-ticket.ts';

export type SendTicketOutcome =
  | { outcome: 'planned' }
  | { outcome: 'not_found' | 'cancelled' }
  | { outcome: 'sent_too_often'; retryAfterSeconds: number };

const WINDOW_SECONDS = 3_600;

/**
 * Mails a customer their own ticket again, at the address of their account. At most the tenant's `resendsPerHour` for
 * one ticket, so that a stuck button does not fill a mailbox.
 */
export function sendTicket(
  context: Context,
  tenant: Tenant,
  customer: Recipient & { id: number },
  ticketId: number,
  request: Request,
): Promise<SendTicketOutcome> {
  const { resendsPerHour } = settingsOf(tenant);
  const now = context.clock.now();
  return transact(context, async (unit): Promise<SendTicketOutcome> => {
    const since = now.subtract({ seconds: WINDOW_SECONDS });
    const resent = resentAt(tenant.id, ticketId, since, resendsPerHour);
    const read = await readTicketOfCustomer(unit, tenant.id, customer.id, ticketId, resent);
    if (!read) return { outcome: 'not_found' };
    const { event, ticket } = read;
    const recent = read.beside ?? [];
    const { id: _id, ...account } = customer;
    const isHolder = ticket.email !== null && isSameAddress(ticket.email, account.email);
    const decision = decide(event, ticket, isHolder ? null : account, now);
    if (decision.outcome !== 'planned') return { outcome: decision.outcome };
    const oldest = recent.at(-1);
    if (oldest && recent.length >= resendsPerHour) {
      const free = oldest.add({ seconds: WINDOW_SECONDS });
      return { outcome: 'sent_too_often', retryAfterSeconds: Math.max(1, Math.ceil(now.until(free).total('seconds'))) };
    }
    const parts = [countResend(ticket.id, ticket.resends + 1, now)];
    await commitChange(unit, { change: decision.change, request, over: event.revision, standing: 0, parts, now });
    return { outcome: 'planned' };
  });
}
