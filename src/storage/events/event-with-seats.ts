import { sql } from 'kysely';
import type { Event } from '../../domain/events/event.ts';
import type { Ticket } from '../../domain/seats/ticket.ts';
import type { Database } from '../../postgres/database.ts';
import { TICKET_AS_JSON, type TicketInJson, ticketFrom } from '../seats/tickets.ts';
import { EVENT_COLUMNS, type EventKey, whereEvent } from './events.ts';

/** An event with its first live seats, oldest first, and the zone of its calendar, all of one moment. */
export type EventWithSeats = { event: Event; seats: Ticket[]; calendarZone: string };

/** One event as it stands now, with at most `limit` of its seats, or undefined. */
export async function findEventWithSeats(
  db: Database,
  tenantId: number,
  key: EventKey,
  limit: number,
): Promise<EventWithSeats | undefined> {
  const found = await sql<Event & { seats: TicketInJson[]; calendarZone: string }>`
    select ${EVENT_COLUMNS}, (select c.zone from calendars c where c.id = e.calendar_id and c.tenant_id = e.tenant_id) as calendar_zone, (
        select coalesce(jsonb_agg(${sql.raw(TICKET_AS_JSON)} order by t.id), '[]') from (
          select * from tickets t where t.event_id = e.id and t.tenant_id = e.tenant_id and t.released_revision is null order by t.id limit ${limit}) t) as seats
    from events e where ${whereEvent(tenantId, key)}`.execute(db);
  const [row] = found.rows;
  if (!row) return undefined;
  const { seats, calendarZone, ...event } = row;
  return { event, seats: seats.map(ticketFrom), calendarZone };
}
