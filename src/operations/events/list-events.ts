import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type EventFilter, type EventPlace, type EventRecord, listEventRecords } from '../../storage/events/event-records.ts';
import type { Context } from '../context.ts';

export type { EventPlace };

export type EventListing = Omit<EventFilter, 'words'> & {
  /** Words, each of which title, place or organizer has one that begins so; null: whatever they have. */
  search: string | null;
};

/** More words find nothing that fewer would not. */
const MOST_WORDS = 8;

/** A page of a tenant's events by start, then number, drafts and cancelled ones among them; `next` is where the following one begins, null on the last. */
export async function listEvents(
  context: Context,
  tenant: Tenant,
  { search, ...filter }: EventListing,
  { after, limit }: { after: EventPlace | null; limit: number },
): Promise<{ events: EventRecord[]; next: EventPlace | null }> {
  // Of signs alone there is no word to look for.
  const words =
    search === null
      ? null
      : search
          .split(/\s+/)
          .filter((word) => /[\p{L}\p{N}]/u.test(word))
          .slice(0, MOST_WORDS);
  if (words?.length === 0 || filter.calendarIds?.length === 0) return { events: [], next: null };
  const found = await listEventRecords(context.db, tenant.id, { ...filter, words }, { after, limit: limit + 1 });
  const events = found.slice(0, limit);
  const last = found.length > limit ? events.at(-1) : undefined;
  return { events, next: last ? { startsAt: last.startsAt, id: last.id } : null };
}
