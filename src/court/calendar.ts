import type { CalendarEvent } from '../mime/calendar-object.ts';

/** What a person's calendar has under one UID. */
export type Entry = {
  event: CalendarEvent;
  /** `gone`: taken off; remembered, so that an older mail does not bring it back. */
  state: 'shown' | 'gone';
  /** It was added by hand: no mail of the organizer changes it. */
  isCopy: boolean;
};

/** A person's calendar in one client. */
export type Calendar = {
  /** Whose, in lower case. */
  reader: string;
  entries: Map<string, Entry>;
  /** Cancellations without an entry, left in the mailbox (Outlook, on RFC 5546 §5.2.1). */
  left: CalendarEvent[];
};

/** Where an object counts: instances of a series have numbers of their own (RFC 5545 §3.8.7.4). */
export function keyOf({ uid, recurrenceId }: CalendarEvent): string {
  return recurrenceId === null ? uid : `${uid} ${recurrenceId}`;
}

/** Whether `event` is later than what is there: by SEQUENCE, then by DTSTAMP (RFC 5546 §2.1.5). The very same is not. */
export function isLater(event: CalendarEvent, than: CalendarEvent): boolean {
  return event.sequence === than.sequence ? event.dtstamp > than.dtstamp : event.sequence > than.sequence;
}

/** Puts an event in, or in the place of what was there. */
export function show(calendar: Calendar, event: CalendarEvent, isCopy = false): void {
  calendar.entries.set(keyOf(event), { event, state: 'shown', isCopy });
}

/** Takes an event off: with all its instances, where it is the whole of a series. */
export function takeOff(calendar: Calendar, event: CalendarEvent): void {
  for (const entry of calendar.entries.values()) if (entry.event.uid === event.uid && event.recurrenceId === null) entry.state = 'gone';
  calendar.entries.set(keyOf(event), { event, state: 'gone', isCopy: false });
}

/** Whether the reader is among those a message is about (itip: their own ATTENDEE line). */
export function concerns(event: CalendarEvent, reader: string): boolean {
  return event.attendees.some(({ address }) => address === reader);
}
