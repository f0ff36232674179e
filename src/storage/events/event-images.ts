import { sql } from 'kysely';
import type { Image, ImageSize } from '../../domain/events/image.ts';
import type { Database } from '../../postgres/database.ts';

/** Keeps an event's picture of a size, in place of the one before; false when there is no such event. */
export async function saveEventImage(db: Database, tenantId: number, eventId: number, size: ImageSize, image: Image): Promise<boolean> {
  const saved = await sql`
    insert into event_images (tenant_id, event_id, size, media_type, bytes)
    select tenant_id, id, ${size}, ${image.mediaType}, ${image.bytes}::bytea from events where tenant_id = ${tenantId} and id = ${eventId}
    on conflict (tenant_id, event_id, size) do update set media_type = excluded.media_type, bytes = excluded.bytes`.execute(db);
  return saved.numAffectedRows === 1n;
}

/** Forgets an event's picture of a size; false when there was none. */
export async function deleteEventImage(db: Database, tenantId: number, eventId: number, size: ImageSize): Promise<boolean> {
  const deleted = await sql`
    delete from event_images where tenant_id = ${tenantId} and event_id = ${eventId} and size = ${size}`.execute(db);
  return deleted.numAffectedRows === 1n;
}

/** An event's picture, of the other size where there is none of this one; undefined when it has none at all. */
export async function findEventImage(db: Database, tenantId: number, eventId: number, size: ImageSize): Promise<Image | undefined> {
  const found = await sql<Image>`
    select media_type, bytes from event_images where tenant_id = ${tenantId} and event_id = ${eventId}
    order by (size = ${size}) desc limit 1`.execute(db);
  return found.rows[0];
}

/** Gives an event the pictures of another. */
export async function copyEventImages(db: Database, tenantId: number, { from, to }: { from: number; to: number }): Promise<void> {
  await sql`
    insert into event_images (tenant_id, event_id, size, media_type, bytes)
    select tenant_id, ${to}, size, media_type, bytes from event_images where tenant_id = ${tenantId} and event_id = ${from}`.execute(db);
}
