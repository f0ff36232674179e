import { type RawBuilder, sql } from 'kysely';
import { type Circle, type Viewer, circlesOf } from '../../domain/events/circle.ts';
import type { PublicEvent, TicketType } from '../../domain/events/public-event.ts';
import { fromJson, readOnce } from '../../postgres/in-json.ts';
import type { Place, Places } from '../../postgres/statement.ts';
import { EVENT_COLUMNS } from './events.ts';

/** Whose eyes see which tenant's events, and when. */
export type Sight = { tenantId: number; viewer: Viewer; now: Temporal.Instant };

/** The same as a statement is given it. */
export type Seen = { tenantId: number; now: Temporal.Instant; circles: Circle[] };

export const seen = ({ tenantId, viewer, now }: Sight): Seen => ({ tenantId, now, circles: circlesOf(viewer) });

export const whereSeen = ({ tenantId, now, circles }: Seen | Places<Seen>) =>
  sql`e.tenant_id = ${tenantId} and e.status = 'scheduled' and e.published_at <= ${now} and e.open_to = any(${circles}::text[])`;

/**
 * The event of a number as the alias `e`, whoever may see it. By "limit 1": of one condition more, or of a plain join, the planner without statistics
 * takes an index for best that reads all of the tenant's events (docs/decisions/0015).
 */
export const eventNumbered = (tenantId: number | Place, id: RawBuilder<unknown> | number | Place) =>
  sql`(select * from events where tenant_id = ${tenantId} and id = ${id} limit 1) e`;

/** What a viewer may see, over the alias `e`. */
export const isSeen = (sight: Sight) => whereSeen(seen(sight));

const COLUMNS = sql`${EVENT_COLUMNS}, e.short_description, e.venue_address, e.published_at, e.show_in_home_page,
  e.allow_comments, e.show_attendees, e.open_to,
  exists (select from event_images i where i.tenant_id = e.tenant_id and i.event_id = e.id and i.size = 'large') as has_large_image,
  array(
    select to_json(y) from (
      select id, event_id, name, description, price::text, currency, capacity, live_tickets, held_seats, max_per_attendee, sale_starts_at,
        sale_ends_at, display_order, visible, open_to, created_at, updated_at
      from ticket_types where tenant_id = e.tenant_id and event_id = e.id order by display_order, id) y) as ticket_types,
  array(
    select to_json(y) from (
      select c.id, c.title from event_categories ec join categories c on c.tenant_id = ec.tenant_id and c.id = ec.category_id
      where ec.tenant_id = e.tenant_id and ec.event_id = e.id order by c.title, c.id) y) as categories`;

/** The event of the alias `e` as text for `publicEventOf`, its types and categories in it: a statement for each is what costs. */
export const PUBLIC_EVENT = sql`(select to_json(p)::text from (select ${COLUMNS}) p)`;

/** The event in such a text. */
export const publicEventOf = readOnce((json: { ticket_types: object[] }): PublicEvent => {
  const event = fromJson<PublicEvent>(json, ['startsAt', 'endsAt', 'dtstamp', 'cancelledAt', 'publishedAt', 'createdAt', 'updatedAt']);
  return { ...event, ticketTypes: json.ticket_types.map(typeOf) };
});

const typeOf = (row: object) => fromJson<TicketType>(row, ['saleStartsAt', 'saleEndsAt', 'createdAt', 'updatedAt']);
