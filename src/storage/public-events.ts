import { sql } from 'kysely';
import type { Event } from '../domain/event.ts';
import type { Category, Comment, PublicEvent, TicketType } from '../domain/public-event.ts';
import type { Database } from './database.ts';
import { EVENT_COLUMNS } from './events.ts';

type PublicEventRow = Event & Omit<PublicEvent, 'ticketTypes' | 'categories'>;

const COLUMNS = sql`${EVENT_COLUMNS}, e.short_description, e.venue_address, e.published_at, e.show_in_home_page,
  e.allow_comments, e.waitlist_enabled, e.show_attendees`;

/** What the public may see, over the alias `e`. */
const isPublic = (tenantId: number, now: Temporal.Instant) =>
  sql`e.tenant_id = ${tenantId} and e.status = 'scheduled' and e.published_at <= ${now}`;

/** An event that the public may see now, or undefined. */
export async function findPublicEvent(
  db: Database,
  tenantId: number,
  eventId: number,
  now: Temporal.Instant,
): Promise<PublicEvent | undefined> {
  const found = await sql<PublicEventRow>`
    select ${COLUMNS} from events e where ${isPublic(tenantId, now)} and e.id = ${eventId}`.execute(db);
  return (await withTypesAndCategories(db, tenantId, found.rows))[0];
}

/** Public events that are not over and share a category with this one, soonest first, at most `limit`. */
export async function listRelatedEvents(
  db: Database,
  tenantId: number,
  eventId: number,
  now: Temporal.Instant,
  limit: number,
): Promise<PublicEvent[]> {
  const found = await sql<PublicEventRow>`
    select ${COLUMNS} from events e
    where ${isPublic(tenantId, now)} and e.ends_at > ${now} and e.id <> ${eventId} and e.id in (
      select other.event_id from event_categories mine
      join event_categories other on other.tenant_id = mine.tenant_id and other.category_id = mine.category_id
      where mine.tenant_id = ${tenantId} and mine.event_id = ${eventId})
    order by e.starts_at, e.id limit ${limit}`.execute(db);
  return withTypesAndCategories(db, tenantId, found.rows);
}

/** Events by number, published or not, in no order: for people who hold a ticket of them. */
export async function listEventsWithTypes(db: Database, tenantId: number, eventIds: number[]): Promise<PublicEvent[]> {
  const found = await sql<PublicEventRow>`
    select ${COLUMNS} from events e where e.tenant_id = ${tenantId} and e.id = any(${eventIds}::bigint[])`.execute(db);
  return withTypesAndCategories(db, tenantId, found.rows);
}

/** Published comments of an event, the latest `limit` of them, oldest first. */
export async function listComments(db: Database, tenantId: number, eventId: number, limit: number): Promise<Comment[]> {
  const found = await sql<Comment>`
    select id, posted_by, body, rating, created_at from comments
    where tenant_id = ${tenantId} and event_id = ${eventId} and published order by id desc limit ${limit}`.execute(db);
  return found.rows.reverse();
}

/** The customers who hold a ticket of an event, each once, at most `limit`. */
export async function listAttendingCustomers(
  db: Database,
  tenantId: number,
  eventId: number,
  limit: number,
): Promise<{ id: number; fullName: string }[]> {
  const found = await sql<{ id: number; fullName: string }>`
    select c.id, c.full_name from customers c
    where c.tenant_id = ${tenantId} and c.active and c.id in (
      select t.customer_id from tickets t
      where t.tenant_id = ${tenantId} and t.event_id = ${eventId} and t.released_revision is null)
    order by c.id limit ${limit}`.execute(db);
  return found.rows;
}

async function withTypesAndCategories(db: Database, tenantId: number, events: PublicEventRow[]): Promise<PublicEvent[]> {
  if (events.length === 0) return [];
  const ids = events.map((event) => event.id);
  const [types, categories] = await Promise.all([
    sql<TicketType>`
      select id, event_id, name, description, price, currency, capacity, live_tickets, max_per_attendee, sale_starts_at,
        sale_ends_at, display_order, visible, created_at, updated_at
      from ticket_types where tenant_id = ${tenantId} and event_id = any(${ids}::bigint[]) order by display_order, id`.execute(db),
    sql<Category & { eventId: number }>`
      select ec.event_id, c.id, c.title from event_categories ec
      join categories c on c.tenant_id = ec.tenant_id and c.id = ec.category_id
      where ec.tenant_id = ${tenantId} and ec.event_id = any(${ids}::bigint[]) order by c.title, c.id`.execute(db),
  ]);
  const typesOf = Map.groupBy(types.rows, (type) => type.eventId);
  const categoriesOf = Map.groupBy(categories.rows, (category) => category.eventId);
  return events.map((event) => ({
    ...event,
    ticketTypes: typesOf.get(event.id) ?? [],
    categories: (categoriesOf.get(event.id) ?? []).map(({ id, title }) => ({ id, title })),
  }));
}
