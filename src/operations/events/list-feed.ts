import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { type CalendarEntry, listFeedEntries } from '../../storage/events/public-calendar.ts';
import type { Context } from '../context.ts';

/** How long after its end an event stays in the feed, cancelled or not: long enough for a calendar that is asked once a month. */
const KEPT_HOURS = 30 * 24;
const MOST = 1_000;

/**
 * What subscribed calendars are shown, soonest first: published events open to everybody, the cancelled among them too (itip.md, Q8),
 * until 30 days after their end, at most 1,000. Undefined where the tenant has no feed.
 */
export async function listFeed(context: Context, tenant: Tenant): Promise<CalendarEntry[] | undefined> {
  if (!settingsOf(tenant).eventsInFeed) return undefined;
  const now = context.clock.now();
  return listFeedEntries(context.db, tenant.id, now.subtract({ hours: KEPT_HOURS }), now, MOST);
}
