import { createFactory } from 'hono/factory';
import { findCalendar } from '../../operations/events/find-calendar.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type ListedEvent, listCalendarEvents } from '../../operations/events/list-calendar-events.ts';
import type { DoorOptions } from '../http/door.ts';
import { kept } from '../http/kept.ts';
import { type MeetbitEnv, requires, scopeOf } from './auth.ts';
import { invalid, missing } from './errors.ts';
import { MAX_ATTENDEES, MESSAGES, presentEvent } from './present.ts';
import { idOf, wrongField } from './schema.ts';
import { eventWindow } from './schema-list.ts';

// The contract's list has no pages, so a window that holds more than this is refused: half a list would look like a whole one.
const LIMITS = { events: 1_000, attendeesOfOne: MAX_ATTENDEES, attendees: 20_000 };

const presentListed = kept(({ event, attendees, conference }: ListedEvent, tenant: Tenant) =>
  presentEvent(event, attendees, conference, tenant),
);

/** GET /calendars/{calendar_id}/events (meetbit.md §6.2); with `events.read.<id>` permissions alone, those events. */
export function listEvents({ context }: DoorOptions) {
  return createFactory<MeetbitEnv>().createHandlers(requires('events.read', 'any'), async (c) => {
    const id = idOf(c.req.param('calendar_id'));
    if (id === null) return missing(c);
    const tenant = c.get('tenant');
    const window = eventWindow(c.req.query());
    if ('invalid' in window) {
      return (await findCalendar(context, tenant, { id })) ? invalid(c, window.invalid) : missing(c);
    }
    const only = scopeOf(c.get('client'), 'events.read');
    const listed = await listCalendarEvents(context, tenant, id, { ...window.value, only }, LIMITS);
    switch (listed.outcome) {
      case 'listed':
        return c.json({
          message: MESSAGES.fetched,
          data: listed.events.map((event) => presentListed(event, tenant)),
        });
      case 'calendar_not_found':
        return missing(c);
      case 'too_many':
        return invalid(c, wrongField('to', 'must be nearer to from: there is more between them than one answer holds').invalid);
    }
  });
}
