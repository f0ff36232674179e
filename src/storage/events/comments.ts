import { sql } from 'kysely';
import type { Database } from '../../postgres/database.ts';

export type NewComment = {
  eventId: number;
  postedBy: string;
  /** The customer whose words they are; null: somebody who is none. */
  customerId: number | null;
  title: string | null;
  body: string;
  /** 1 to 5. */
  rating: number | null;
  published: boolean;
};

/** Keeps a comment on an event; false when the event takes none. */
export async function insertComment(db: Database, tenantId: number, comment: NewComment, now: Temporal.Instant): Promise<boolean> {
  const inserted = await sql`
    insert into comments (tenant_id, event_id, customer_id, posted_by, title, body, rating, published, created_at)
    select tenant_id, id, ${comment.customerId}::bigint, ${comment.postedBy}, ${comment.title}, ${comment.body}, ${comment.rating}::int, ${comment.published}::boolean, ${now}::timestamptz
    from events where tenant_id = ${tenantId} and id = ${comment.eventId} and allow_comments`.execute(db);
  return inserted.numAffectedRows === 1n;
}
