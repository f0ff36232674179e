import { languageOf } from '../../domain/people/people.ts';
import { feedCalendar } from '../../ical/feed.ts';
import { listFeed } from '../../operations/events/list-feed.ts';
import { revalidated } from './answer.ts';
import type { ReaderCall } from './call.ts';
import { noSuchRoute } from './errors.ts';

/** `GET /en/events/feed.ics` (nexudus.md §4.4; choice 25): the published events as a calendar to subscribe to. */
export async function readFeed({ c, options, tenant }: ReaderCall): Promise<Response> {
  const events = await listFeed(options.context, tenant);
  if (!events) return noSuchRoute();
  const entries = events.map((event) => ({
    ...event,
    description: event.description || event.shortDescription,
    location: [event.location, event.venueAddress].filter((place) => place !== null).join(', '),
  }));
  const calendar = Buffer.from(feedCalendar(tenant.name, languageOf(tenant.locale), entries));
  return revalidated(c.req.header('if-none-match'), calendar, 'text/calendar; charset=utf-8');
}
