import { listPublicCalendar } from '../../operations/events/list-public-calendar.ts';
import { json } from './answer.ts';
import type { ReaderCall } from './call.ts';
import { refused } from './errors.ts';
import { presentCalendarEntry } from './present-event.ts';
import { parseWindow } from './schema-events.ts';

/** A calendar page shows some weeks; whoever asks for more events than this asks for the wrong thing. */
const MOST = 2_000;

/** `GET /en/bookings/fullCalendarEvents` (nexudus.md §4.4), for anybody: a bare array, without `_shape`. */
export async function listCalendar({ c, options, tenant, viewer }: ReaderCall): Promise<Response> {
  const window = parseWindow(c.req.query('start'), c.req.query('end'));
  if (!window) return refused('start, end: must be ISO 8601 times, the start before the end');
  const listed = await listPublicCalendar(options.context, tenant, viewer, window, MOST);
  switch (listed.outcome) {
    case 'listed':
      return json(
        200,
        listed.events.map((entry) => presentCalendarEntry(entry, tenant)),
      );
    case 'too_many':
      return refused(`start, end: more than ${MOST} events; ask for a shorter time`);
  }
}
