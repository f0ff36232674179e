import type { CalendarEvent } from '../mime/calendar-object.ts';
import type { Mail } from '../mime/read-mail.ts';
import { type Fault, scheduled } from './rules.ts';

/** One message to one person, in the order in which they were sent. */
type Message = { index: number; mail: Mail; method: string; event: CalendarEvent; reader: string };

/** A fault of a mail, by its place among those read, that shows beside the others only. */
export type FaultAmong = Fault & { index: number };

/** The rules that mails break together; they are given in the order in which they were sent. A mail that came twice breaks none. */
export function faultsAmong(mails: Mail[]): FaultAmong[] {
  const messages = mails.flatMap((mail, index): Message[] => {
    const found = scheduled(mail);
    const method = found?.object.method;
    const reader = mail.to[0];
    if (!found || reader === undefined || (method !== 'REQUEST' && method !== 'CANCEL')) return [];
    return found.object.events.map((event) => ({ index, mail, method, event, reader }));
  });
  return [...messages.flatMap((message, at) => faultsAfter(message, messages.slice(0, at))), ...halfCancelled(messages)];
}

function faultsAfter({ index, mail, method, event, reader }: Message, before: Message[]): FaultAmong[] {
  const faults: FaultAmong[] = [];
  const says = (rule: string, sentence: string) => faults.push({ index, rule, says: sentence });
  const theirs = before.filter((one) => one.reader === reader);
  const same = theirs.filter((one) => one.event.uid === event.uid && one.event.recurrenceId === event.recurrenceId);
  if (mail.messageId !== null && same.some((one) => one.mail.messageId === mail.messageId)) return [];
  const last = same.at(-1);
  if (!last) {
    if (method === 'CANCEL' && theirs.length > 0)
      says('RFC 5545 §3.8.4.7', 'It cancels a UID that this person was never sent: the entry they have stays.');
    return faults;
  }
  if (last.event.organizer !== event.organizer)
    says('RFC 5546 §3.2.2.4', 'Its ORGANIZER is another than before: clients take it for a stranger’s.');
  if (event.sequence < last.event.sequence)
    says('RFC 5545 §3.8.7.4', `Its SEQUENCE ${event.sequence} is below the ${last.event.sequence} sent before.`);
  if (method === 'CANCEL' && last.method === 'REQUEST' && event.sequence === last.event.sequence)
    says('RFC 5546 §3.2.5', 'A CANCEL has the SEQUENCE of the invitation before it: clients throw it away as already known.');
  if (method === 'REQUEST' && last.method === 'CANCEL' && event.sequence <= last.event.sequence)
    says('RFC 5546 §2.1.4', 'It invites again without a SEQUENCE above that of the cancellation.');
  const moved = event.startsAt !== last.event.startsAt || event.endsAt !== last.event.endsAt;
  if (method === 'REQUEST' && last.method === 'REQUEST' && moved && event.sequence <= last.event.sequence)
    says('RFC 5546 §2.1.4', 'It moves the event without raising SEQUENCE.');
  if (event.sequence === last.event.sequence && event.dtstamp < last.event.dtstamp)
    says('RFC 5546 §2.1.5', 'Its DTSTAMP is before that of the mail sent before.');
  const answered = (one: CalendarEvent) => one.attendees.find(({ address }) => address === reader)?.participationStatus;
  if (
    method === 'REQUEST' &&
    last.method === 'REQUEST' &&
    !moved &&
    answered(last.event) === 'ACCEPTED' &&
    answered(event) === 'NEEDS-ACTION'
  )
    says('RFC 5546 §3.2.2.2', 'It takes back an answer that stands, though the time is the same.');
  return faults;
}

/** A UID that several people share, wholly cancelled for one of them and alive for another: that one was uninvited (RFC 5546 §3.2.5). */
function halfCancelled(messages: Message[]): FaultAmong[] {
  const latest = new Map<string, Message>();
  for (const message of messages) latest.set(`${message.event.uid} ${message.event.recurrenceId} ${message.reader}`, message);
  const ends = [...latest.values()];
  return ends
    .filter(({ method, event }) => method === 'CANCEL' && event.status === 'CANCELLED')
    .filter(({ event, reader }) =>
      ends.some(
        (other) =>
          other.event.uid === event.uid &&
          other.event.recurrenceId === event.recurrenceId &&
          other.reader !== reader &&
          other.method === 'REQUEST',
      ),
    )
    .map(({ index }) => ({
      index,
      rule: 'RFC 5546 §3.2.5',
      says: 'It says STATUS:CANCELLED of an event that goes on for others: whoever is only taken off is sent a CANCEL without STATUS.',
    }));
}
