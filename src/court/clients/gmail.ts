import { type Calendar, concerns, isLater, keyOf, show, takeOff } from '../calendar.ts';
import { type CalendarEvent, readCalendar } from '../../mime/calendar-object.ts';
import type { Client } from './client.ts';

/** As reports of the field tell of Gmail with Google Calendar, with a sender the reader knows. */
export const gmail: Client = {
  name: 'gmail-like',
  models: 'wants METHOD in header and object, one of each property, the organizer as sender, and the reader among the attendees',
  read(calendar, mail) {
    const part = mail.parts.find(({ type, disposition }) => type === 'text/calendar' && disposition !== 'attachment');
    const object = part && readCalendar(part.content.toString('utf8'));
    if (!part || !object) return;
    const method = part.parameters['method']?.toUpperCase();
    for (const event of object.events) {
      if (event.repeated.length > 0) continue;
      if (method === undefined || method === 'PUBLISH' || object.method !== method) {
        // An "add" card: what is added so, later mails do not own.
        if (!calendar.entries.has(keyOf(event))) show(calendar, event, true);
      } else if (event.organizer !== null && mail.from.includes(event.organizer) && concerns(event, calendar.reader)) {
        apply(calendar, method, event);
      }
    }
  },
};

function apply(calendar: Calendar, method: string, event: CalendarEvent): void {
  const known = calendar.entries.get(keyOf(event));
  if (known && (known.isCopy || known.event.organizer !== event.organizer)) return;
  if (method === 'REQUEST' && event.status !== 'CANCELLED' && (!known || isLater(event, known.event))) show(calendar, event);
  if (method === 'CANCEL' && (!known || event.sequence > known.event.sequence)) takeOff(calendar, event);
}
