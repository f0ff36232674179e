import { type Calendar, concerns, isLater, keyOf, show, takeOff } from '../calendar.ts';
import { type CalendarEvent, readCalendar } from '../../mime/calendar-object.ts';
import type { Client } from './client.ts';

/** RFC 5546 and 6047 to the letter; Thunderbird, Nextcloud, Zimbra and SOGo are near to it. Walks the whole MIME tree. */
export const reference: Client = {
  name: 'reference',
  models: 'RFC 5546 and 6047 to the letter',
  read(calendar, mail) {
    for (const part of mail.parts) {
      const method = part.parameters['method']?.toUpperCase();
      // RFC 6047 §2.4: without the parameter it is no scheduling message.
      if (part.type !== 'text/calendar' || part.disposition === 'attachment' || method === undefined) continue;
      const object = readCalendar(part.content.toString('utf8'));
      if (object?.method !== method) continue;
      for (const event of object.events) apply(calendar, method, event);
    }
  },
};

function apply(calendar: Calendar, method: string, event: CalendarEvent): void {
  const known = calendar.entries.get(keyOf(event));
  if (event.repeated.length > 0 || !concerns(event, calendar.reader)) return;
  if (known && (!isLater(event, known.event) || known.event.organizer !== event.organizer)) return;
  // §3.2.2: a REQUEST is TENTATIVE or CONFIRMED; one that says CANCELLED is none.
  if (method === 'REQUEST' && event.status !== 'CANCELLED') show(calendar, event);
  if (method === 'CANCEL') takeOff(calendar, event);
}
