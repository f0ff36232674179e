import { sql } from 'kysely';
import { type Viewer, circlesOf } from '../../domain/events/circle.ts';
import type { Event } from '../../domain/events/event.ts';
import type { Category, Comment, PublicEvent, TicketType } from '../../domain/events/public-event.ts';
import { folded } from '../../domain/people/address.ts';
import type { Database } from '../../postgres/database.ts';
import { heldOf } from '../seats/ticket-types.ts';
import { EVENT_COLUMNS } from './events.ts';

const TYPE_COLUMNS = sql.raw(`y.id, y.event_id, y.name, y.description, y.price, y.currency, y.capacity, y.live_tickets, y.held_seats,
  y.max_per_attendee, y.sale_starts_at, y.sale_ends_at, y.display_order, y.visible, y.open_to, y.created_at, y.updated_at`);

const INSTANTS = ['saleStartsAt', 'saleEndsAt', 'createdAt', 'updatedAt'] as const;
type TypeInJson = Omit<TicketType, (typeof INSTANTS)[number]> & Record<(typeof INSTANTS)[number], string | null>;

/** Types and categories come in the event's own row, so that all of it is of one moment, and one round trip. */
type PublicEventRow = Event & Omit<PublicEvent, 'ticketTypes' | 'categories'> & { ticketTypes: TypeInJson[]; categories: Category[] };

const COLUMNS = sql`${EVENT_COLUMNS}, (
    select coalesce(jsonb_agg(jsonb_build_object('id', y.id, 'eventId', y.event_id, 'name', y.name, 'description', y.description,
      'price', y.price::text, 'currency', y.currency, 'capacity', y.capacity, 'liveTickets', y.live_tickets, 'heldSeats', y.held_seats,
      'maxPerAttendee', y.max_per_attendee, 'saleStartsAt', y.sale_starts_at, 'saleEndsAt', y.sale_ends_at, 'displayOrder', y.display_order,
      'visible', y.visible, 'openTo', y.open_to, 'createdAt', y.created_at, 'updatedAt', y.updated_at) order by y.display_order, y.id), '[]')
    from ticket_types y where y.tenant_id = e.tenant_id and y.event_id = e.id) as ticket_types, (
    select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'title', c.title) order by c.title, c.id), '[]') from event_categories ec
    cross join lateral (select c.id, c.title from categories c where c.id = ec.category_id and c.tenant_id = ec.tenant_id offset 0) c
    where ec.tenant_id = e.tenant_id and ec.event_id = e.id) as categories,
  e.short_description, e.venue_address, e.published_at, e.show_in_home_page,
  e.allow_comments, e.show_attendees, e.open_to,
  exists (select from event_images i where i.tenant_id = e.tenant_id and i.event_id = e.id and i.size = 'large') as has_large_image`;

/** Whose eyes see which tenant's events, and when. */
export type Sight = { tenantId: number; viewer: Viewer; now: Temporal.Instant };

/** What a viewer may see, over the alias `e`. */
export const isSeen = ({ tenantId, viewer, now }: Sight) =>
  sql`e.tenant_id = ${tenantId} and e.status = 'scheduled' and e.published_at <= ${now} and e.open_to = any(${circlesOf(viewer)}::text[])`;

/** An event that a viewer may see now, or undefined. */
export async function findPublicEvent(db: Database, sight: Sight, eventId: number): Promise<PublicEvent | undefined> {
  const found = await sql<PublicEventRow>`
    select ${COLUMNS} from events e where ${isSeen(sight)} and e.id = ${eventId}`.execute(db);
  return found.rows.map(wholeOf)[0];
}

/** A ticket somebody wants: its type and its holder's address. */
export type Wanted = { ticketTypeId: number; email: string };

/**
 * What an order is judged by, all of one moment: those of some events that a viewer may see now, in no order, and how many live tickets of each wanted
 * type stand on its holder's address, those that an unpaid order holds for it included.
 */
export async function readForOrder(
  db: Database,
  sight: Sight,
  eventIds: number[],
  wanted: Wanted[],
): Promise<{ events: PublicEvent[]; held: number[] }> {
  const found = await sql<PublicEventRow & { held: number[] }>`
    select ${COLUMNS}, held.counts as held from (
      select array_agg(${heldOf(sight.tenantId)} order by w.number) as counts
      from unnest(${wanted.map((one) => one.ticketTypeId)}::bigint[], ${wanted.map((one) => folded(one.email))}::text[])
        with ordinality as w(type_id, email, number)) held
    cross join events e where ${isSeen(sight)} and e.id = any(${eventIds}::bigint[])`.execute(db);
  const [first] = found.rows;
  return { events: found.rows.map(({ held: _held, ...event }) => wholeOf(event)), held: first?.held ?? wanted.map(() => 0) };
}

/** Whether a viewer may see an event now. */
export async function mayBeSeen(db: Database, sight: Sight, eventId: number): Promise<boolean> {
  const found = await sql`select 1 from events e where ${isSeen(sight)} and e.id = ${eventId}`.execute(db);
  return found.rows.length > 0;
}

/** Events a viewer may see that are not over and share a category with this one, soonest first, at most `limit`. */
export async function listRelatedEvents(db: Database, sight: Sight, eventId: number, limit: number): Promise<PublicEvent[]> {
  const { tenantId, now } = sight;
  const found = await sql<PublicEventRow>`
    select ${COLUMNS} from events e
    where ${isSeen(sight)} and e.ends_at > ${now} and e.id <> ${eventId} and e.id in (
      select other.event_id from event_categories mine
      join event_categories other on other.tenant_id = mine.tenant_id and other.category_id = mine.category_id
      where mine.tenant_id = ${tenantId} and mine.event_id = ${eventId})
    order by e.starts_at, e.id limit ${limit}`.execute(db);
  return found.rows.map(wholeOf);
}

/** What a public list can be sorted by. */
export type PublicEventOrder = 'id' | 'title' | 'starts_at' | 'ends_at' | 'published_at';

export type PublicEventPage = {
  /** Events that are over, or those that are not. */
  past: boolean;
  categoryId: number | null;
  /** Words looked for in title and descriptions, in any case; null: all events. */
  search: string | null;
  featuredOnly: boolean;
  homePageOnly: boolean;
  order: PublicEventOrder;
  descending: boolean;
  limit: number;
  offset: number;
};

/**
 * A page of the events a viewer may see and how many there are in all; ties in the chosen order are broken by the event's number. One
 * statement, so that page and total are of one moment.
 */
export async function listPublicEvents(
  db: Database,
  sight: Sight,
  page: PublicEventPage,
): Promise<{ events: PublicEvent[]; total: number }> {
  const { tenantId, now } = sight;
  const direction = sql.raw(page.descending ? 'desc' : 'asc');
  const words = page.search === null ? null : `%${page.search.replace(/[\\%_]/g, '\\$&')}%`;
  const found = await sql<PublicEventRow & { total: number }>`
    with listed as (
      select e.id from events e
      where ${isSeen(sight)} and ${page.past ? sql`e.ends_at <= ${now}` : sql`e.ends_at > ${now}`}
        ${page.featuredOnly ? sql`and e.featured` : sql``}
        ${page.homePageOnly ? sql`and e.show_in_home_page` : sql``}
        ${words === null ? sql`` : sql`and (e.title ilike ${words} or e.short_description ilike ${words} or e.description ilike ${words})`}
        ${
          page.categoryId === null
            ? sql``
            : sql`and exists (select from event_categories c
                where c.tenant_id = e.tenant_id and c.event_id = e.id and c.category_id = ${page.categoryId})`
        }
    ), page as (
      select e.* from events e join listed using (id) where e.tenant_id = ${tenantId}
      order by e.${sql.ref(page.order)} ${direction}, e.id ${direction} limit ${page.limit} offset ${page.offset}
    )
    select ${COLUMNS}, n.total from (select count(*) as total from listed) n left join page e on true
    order by e.${sql.ref(page.order)} ${direction}, e.id ${direction}`.execute(db);
  const rows = found.rows.filter(({ id }) => id !== null).map(({ total: _total, ...event }) => event);
  return { events: rows.map(wholeOf), total: found.rows[0]?.total ?? 0 };
}

/** Every category of a tenant, by title. */
export async function listCategories(db: Database, tenantId: number): Promise<Category[]> {
  return (await sql<Category>`select id, title from categories where tenant_id = ${tenantId} order by title, id`.execute(db)).rows;
}

/** Events by number, published or not, in no order: for people who hold a ticket of them. */
export async function listEventsWithTypes(db: Database, tenantId: number, eventIds: number[]): Promise<PublicEvent[]> {
  const found = await sql<PublicEventRow>`
    select ${COLUMNS} from events e where e.tenant_id = ${tenantId} and e.id = any(${eventIds}::bigint[])`.execute(db);
  return found.rows.map(wholeOf);
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

/** The ticket types of an event, hidden ones too, in the order they are shown in. */
export async function listTicketTypes(db: Database, tenantId: number, eventId: number): Promise<TicketType[]> {
  const found = await sql<TicketType>`
    select ${TYPE_COLUMNS} from ticket_types y where y.tenant_id = ${tenantId} and y.event_id = ${eventId}
    order by y.display_order, y.id`.execute(db);
  return found.rows;
}

function wholeOf({ ticketTypes, ...event }: PublicEventRow): PublicEvent {
  return { ...event, ticketTypes: ticketTypes.map(typeFrom) };
}

function typeFrom(stored: TypeInJson): TicketType {
  return {
    ...stored,
    saleStartsAt: stored.saleStartsAt === null ? null : Temporal.Instant.from(stored.saleStartsAt),
    saleEndsAt: stored.saleEndsAt === null ? null : Temporal.Instant.from(stored.saleEndsAt),
    createdAt: Temporal.Instant.from(stored.createdAt ?? ''),
    updatedAt: Temporal.Instant.from(stored.updatedAt ?? ''),
  };
}
