import { type Calendar, concerns, isLater, keyOf, show, takeOff } from '../calendar.ts';
import { type CalendarEvent, readCalendar } from '../../mime/calendar-object.ts';
import type { Part } from '../../mime/read-mail.ts';
import type { Client } from './client.ts';

/** As Microsoft documents its clients in the conformance notes on RFC 5546 and 6047. */
export const outlook: Client = {
  name: 'outlook-like',
  models: 'looks in the first part only; the METHOD property wins; a cancellation without an entry is left in the mailbox',
  read(calendar, mail) {
    const part = mail.parts.find(isMeetingPart);
    const object = part && readCalendar(part.content.toString('utf8'));
    if (!object || (object.method !== 'REQUEST' && object.method !== 'CANCEL')) return;
    for (const event of object.events) {
      if (object.method === 'REQUEST') request(calendar, event);
      else cancel(calendar, event);
    }
  },
};

/** On RFC 6047 §2.4: in the first child of multipart/mixed or below it; on §4.3: what is disposed of as an attachment is only a file. */
function isMeetingPart({ type, disposition, within, path }: Part): boolean {
  const first = within[0] !== 'mixed' || path[0] === 0;
  return type === 'text/calendar' && disposition !== 'attachment' && first;
}

function request(calendar: Calendar, event: CalendarEvent): void {
  const known = calendar.entries.get(keyOf(event));
  if (!concerns(event, calendar.reader) || (known && !isLater(event, known.event))) return;
  show(calendar, event);
  for (const left of calendar.left) if (keyOf(left) === keyOf(event)) cancel(calendar, left);
}

/** On RFC 5546 §5.2.1. Its own numbers are above every earlier one, so an equal one is of another act. */
function cancel(calendar: Calendar, event: CalendarEvent): void {
  const known = calendar.entries.get(keyOf(event));
  if (!known) calendar.left.push(event);
  else if (event.sequence > known.event.sequence) takeOff(calendar, event);
}
