import type { PublicEvent } from '../../domain/events/public-event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type FormerTime, listFormerTimes } from '../../ledger/history.ts';
import { listEventsWithTypes } from '../../storage/events/public-events.ts';
import { type LostTicket, listHeldEvents, listLostTickets } from '../../storage/seats/my-tickets.ts';
import type { Context } from '../context.ts';

export type { LostTicket };

/** What became of a customer's tickets: those that are good for nothing any more, and when the events of the others were to be before they moved. */
export type MyChanges = { lost: { ticket: LostTicket; event: PublicEvent }[]; hasNextPage: boolean; moved: FormerTime[] };

const PAGE_SIZE = 50;
/** More events than this nobody holds tickets of and looks at. */
const MOST_EVENTS = 500;

/** A page of it (from 1), of events to come or of past ones; the moves come with the first. Reads only. */
export async function listMyChanges(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  tenant: Tenant,
  customerId: number,
  { past, page }: { past: boolean; page: number },
): Promise<MyChanges> {
  const which = { now: clock.now(), past };
  const [lost, held] = await Promise.all([
    listLostTickets(db, tenant.id, customerId, { ...which, limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE }),
    page === 1 ? listHeldEvents(db, tenant.id, customerId, { ...which, limit: MOST_EVENTS }) : [],
  ]);
  const shown = lost.slice(0, PAGE_SIZE);
  const ids = [...new Set(shown.map(({ eventId }) => eventId))];
  const [events, moved] = await Promise.all([listEventsWithTypes(db, tenant.id, ids), listFormerTimes(db, tenant.id, held)]);
  const eventOf = new Map(events.map((event) => [event.id, event]));
  return {
    lost: shown.flatMap((ticket) => {
      const event = eventOf.get(ticket.eventId);
      return event ? [{ ticket, event }] : [];
    }),
    hasNextPage: lost.length > PAGE_SIZE,
    moved,
  };
}
