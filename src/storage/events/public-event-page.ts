import { sql } from 'kysely';
import type { Comment, PublicEvent } from '../../domain/events/public-event.ts';
import type { Database } from '../../postgres/database.ts';
import { fromJson, readOnce } from '../../postgres/in-json.ts';
import { statement } from '../../postgres/statement.ts';
import { PUBLIC_EVENT, type Seen, type Sight, eventNumbered, publicEventOf, seen, whereSeen } from './public-event-row.ts';

/** An event with what stands around it. */
export type PublicEventPage = {
  event: PublicEvent;
  /** Published ones, the latest, oldest first. */
  comments: Comment[];
  /** Events that are not over and share a category with it, soonest first. */
  related: PublicEvent[];
  /** The customers who hold a ticket of it, each once; empty unless somebody signed in looks and the event shows them. */
  attendees: { id: number; fullName: string }[];
};

type PageLimits = { comments: number; related: number; attendees: number };
type PageRow = { event: string; comments: string | null; attendees: PublicEventPage['attendees'] | null };

const commentsOf = readOnce((rows: object[]) => rows.map((row) => fromJson<Comment>(row, ['createdAt'])));

// "offset 0": else what is distinct, or not given back, is read by an index of the whole tenant that has it in that order, or has it alone.
const selectPage = statement<Seen & PageLimits & { id: number; signedIn: boolean }, PageRow>(
  (given) => sql`
    with asked as materialized (
      select e.id from ${eventNumbered(given.tenantId, given.id)} where ${whereSeen(given)}
    ), related as materialized (
      select e.id from (
        select distinct id from (
          select other.event_id as id from event_categories mine
          join event_categories other on other.tenant_id = mine.tenant_id and other.category_id = mine.category_id
          where mine.tenant_id = ${given.tenantId} and mine.event_id = ${given.id} and other.event_id <> ${given.id}
            and exists (select from asked) offset 0) alike) near
      cross join lateral ${eventNumbered(given.tenantId, sql`near.id`)}
      where ${whereSeen(given)} and e.ends_at > ${given.now}
      order by e.starts_at, e.id limit ${given.related}
    )
    select ${PUBLIC_EVENT} as event,
      case when e.id = ${given.id} then (
        select json_agg(c order by id)::text
        from (select id, posted_by, body, rating, created_at from comments where tenant_id = ${given.tenantId} and event_id = ${given.id} and published
          order by id desc limit ${given.comments}) c) end as comments,
      case when e.id = ${given.id} and e.show_attendees and ${given.signedIn} then (
        select json_agg(json_build_object('id', c.id, 'fullName', c.full_name) order by c.id)
        from (select c.id, c.full_name from (
            select distinct id from (
              select customer_id as id, released_revision from tickets
              where tenant_id = ${given.tenantId} and event_id = ${given.id} offset 0) seats where released_revision is null) who
          cross join lateral (
            select * from customers where tenant_id = ${given.tenantId} and id = who.id and active limit 1) c
          order by c.id limit ${given.attendees}) c) end as attendees
    from (select id from asked union all select id from related) shown
    cross join lateral ${eventNumbered(given.tenantId, sql`shown.id`)}
    order by e.id <> ${given.id}, e.starts_at, e.id`,
);

/** An event that a viewer may see now, with what stands around it, at most so much of each; undefined where they may not. One statement. */
export async function findPublicEventPage(
  db: Database,
  sight: Sight,
  eventId: number,
  limits: PageLimits,
): Promise<PublicEventPage | undefined> {
  const [row, ...others] = await selectPage(db, { ...seen(sight), ...limits, id: eventId, signedIn: sight.viewer !== null });
  if (!row) return undefined;
  return {
    event: publicEventOf(row.event),
    comments: row.comments === null ? [] : commentsOf(row.comments),
    related: others.map(({ event }) => publicEventOf(event)),
    attendees: row.attendees ?? [],
  };
}
