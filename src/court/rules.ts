import { type CalendarEvent, type CalendarObject, readCalendar } from '../mime/calendar-object.ts';
import type { Mail, Part } from '../mime/read-mail.ts';

/** A rule that a mail breaks, by its section, and how, as a sentence. */
export type Fault = { rule: string; says: string };

/** The live calendar part of a mail and what it says; null where a client would find none. */
export function scheduled(mail: Mail): { part: Part; object: CalendarObject } | null {
  const parts = mail.parts.filter(({ type }) => type === 'text/calendar');
  const part =
    parts.find(({ disposition }) => disposition !== 'attachment') ??
    parts[0] ??
    mail.parts.find(({ filename }) => /\.ics$/i.test(filename ?? ''));
  const object = part && readCalendar(part.content.toString('utf8'));
  return part && object ? { part, object } : null;
}

/** The rules that one mail breaks by itself. A mail without a calendar part breaks none. */
export function faultsOf(mail: Mail): Fault[] {
  const found = scheduled(mail);
  if (!found) {
    const broken = mail.parts.some(({ type }) => type === 'text/calendar');
    return broken ? [{ rule: 'RFC 5545 §3.4', says: 'The calendar part is no iCalendar object with events.' }] : [];
  }
  const { part, object } = found;
  return [
    ...faultsOfPart(part, object),
    ...faultsOfBytes(part),
    ...object.events.flatMap((event) => faultsOfEvent(mail, object, event)),
    ...faultsOfCopies(mail, part),
  ];
}

function faultsOfPart(part: Part, { method }: CalendarObject): Fault[] {
  const parameter = part.parameters['method']?.toUpperCase();
  const faults: Fault[] = [];
  if (part.type !== 'text/calendar')
    faults.push({ rule: 'RFC 6047 §2.4', says: `It travels as ${part.type}: to a client that is a file and no message.` });
  if (method === null)
    faults.push({ rule: 'RFC 5545 §3.7.2', says: 'No METHOD in the object: it has no scheduling meaning and cancels nothing.' });
  if (parameter === undefined)
    faults.push({ rule: 'RFC 6047 §2.4', says: 'No method parameter in its Content-Type: it is no scheduling message.' });
  else if (method !== null && parameter !== method)
    faults.push({ rule: 'RFC 6047 §2.4', says: `Its Content-Type says method=${parameter}, the object METHOD:${method}.` });
  if (part.disposition === 'attachment')
    faults.push({ rule: 'RFC 6047 §2.6', says: 'The live part is disposed of as an attachment: clients file it instead of obeying it.' });
  if (part.within[0] === 'mixed' && part.path[0] !== 0)
    faults.push({ rule: 'RFC 6047 §2.4', says: 'It lies outside of the first part of multipart/mixed, where some clients do not look.' });
  if (part.parameters['charset'] === undefined && part.content.some((byte) => byte > 127))
    faults.push({ rule: 'RFC 5545 §3.1.4', says: 'No charset in its Content-Type though it holds more than ASCII.' });
  return faults;
}

function faultsOfBytes({ content }: Part): Fault[] {
  const faults: Fault[] = [];
  const text = content.toString('latin1');
  if (/(?:^|[^\r])\n/.test(text)) faults.push({ rule: 'RFC 5545 §3.1', says: 'A line ends without CR.' });
  if (text.split(/\r?\n/).some((line) => line.length > 75))
    faults.push({ rule: 'RFC 5545 §3.1', says: 'A line is longer than 75 octets.' });
  return faults;
}

function faultsOfEvent(mail: Mail, { method, definedZones }: CalendarObject, event: CalendarEvent): Fault[] {
  const faults: Fault[] = [];
  const says = (rule: string, sentence: string) => faults.push({ rule, says: sentence });
  for (const name of event.repeated) says('RFC 5545 §3.6.1', `${name} stands more than once.`);
  if (method === 'REQUEST' && event.status === 'CANCELLED')
    says('RFC 5546 §3.2.2', 'A REQUEST says STATUS:CANCELLED: the entry is updated and stays.');
  if (method === 'CANCEL' && event.status !== null && event.status !== 'CANCELLED')
    says('RFC 5546 §3.2.5', `A CANCEL says STATUS:${event.status}.`);
  if (method === 'CANCEL' && event.sequence === 0)
    says('RFC 5546 §2.1.4', 'A CANCEL has SEQUENCE 0, which is not above that of any invitation.');
  if (method === 'CANCEL' && event.hasAlarm) says('RFC 5546 §3.2.5', 'A CANCEL carries an alarm.');
  if (event.organizer === null) says('RFC 5546 §3.2', 'No ORGANIZER: nobody knows whose message it is.');
  if (event.dtstamp === 0) says('RFC 5545 §3.6.1', 'No DTSTAMP.');
  if (event.uid === '') says('RFC 5545 §3.6.1', 'No UID.');
  if (mail.to.length > 0 && !event.attendees.some(({ address }) => mail.to.includes(address)))
    says('RFC 5546 §3.2', 'Whoever it is mailed to is not among its attendees, so their client does not take it for theirs.');
  if (mail.to.length > 0 && event.attendees.some(({ address }) => !mail.to.includes(address) && address !== event.organizer))
    says('RFC 5546 §6.3', 'It shows the address of somebody it is not mailed to.');
  for (const zone of event.zones) if (!definedZones.includes(zone)) says('RFC 5545 §3.2.19', `TZID=${zone} without its VTIMEZONE.`);
  if (event.floats) says('RFC 5545 §3.3.5', 'A time is in no zone: it moves with the reader.');
  if (event.startsAt !== null && event.endsAt !== null && event.endsAt <= event.startsAt)
    says('RFC 5545 §3.8.2.2', 'It ends before it starts.');
  return faults;
}

/** A copy beside the live part must be the same bytes (RFC 6047 §2.4). */
function faultsOfCopies(mail: Mail, live: Part): Fault[] {
  const copies = mail.parts.filter((part) => part !== live && (part.type === 'application/ics' || part.type === 'text/calendar'));
  return copies.some(({ content }) => !content.equals(live.content))
    ? [{ rule: 'RFC 6047 §2.4', says: 'Two calendar parts of one mail say different things.' }]
    : [];
}
