import { type Calendar, isLater, keyOf, show, takeOff } from '../calendar.ts';
import { type CalendarEvent, readCalendar } from '../../mime/calendar-object.ts';
import type { Client } from './client.ts';

/** As Apple's Mail and Calendar behave where the reader taps whatever is offered. */
export const apple: Client = {
  name: 'apple-like',
  models: 'takes the attached copy too; a cancellation must say when and what; without METHOD it is the reader’s own copy',
  read(calendar, mail) {
    const part =
      mail.parts.find(({ type, disposition }) => type === 'text/calendar' && disposition !== 'attachment') ??
      mail.parts.find(({ type, filename }) => type === 'application/ics' || /\.ics$/i.test(filename ?? ''));
    const object = part && readCalendar(part.content.toString('utf8'));
    if (!object) return;
    for (const event of object.events) apply(calendar, object.method, event);
  },
};

function apply(calendar: Calendar, method: string | null, event: CalendarEvent): void {
  const known = calendar.entries.get(keyOf(event));
  if (method === null || method === 'PUBLISH') {
    if (!known) show(calendar, event, true);
  } else if (known?.isCopy) {
    // A copy is the reader's own: nothing that the organizer sends changes it.
  } else if (method === 'REQUEST' && event.status !== 'CANCELLED' && (!known || isLater(event, known.event))) {
    show(calendar, event);
  } else if (method === 'CANCEL' && event.startsAt !== null && event.summary !== null && (!known || isLater(event, known.event))) {
    takeOff(calendar, event);
  }
}
