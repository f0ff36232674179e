import { addressOf } from '../people/address.ts';
import type { AttendeeRole, ParticipationStatus } from '../people/people.ts';
import { cut, isBlank, lengthOf, plainLine } from '../plain-text.ts';
import { zoneOf } from '../zone.ts';
import { languageTagOf } from '../language-tag.ts';
import { MAX_NAME, type NewAttendee, telephoneOf } from './attendee.ts';

/** What a list of attendees may say of each. */
export const ROW_COLUMNS = [
  'name',
  'first_name',
  'last_name',
  'email',
  'telephone',
  'zone',
  'language',
  'role',
  'ticket_type',
  'participation_status',
] as const;
export type RowColumn = (typeof ROW_COLUMNS)[number];

/** One of a list, as it was written; `row` as a spreadsheet counts. */
export type AttendeeRow = { row: number; cells: Partial<Record<RowColumn, string>> };

/** What is wrong with a cell, as a sentence that says what to write instead. */
export type RowFault = { row: number; column: string; reason: string };

/** Headings that people and programs give such columns, without case, spaces and hyphens. */
const HEADINGS: Record<RowColumn, string[]> = {
  name: ['name', 'fullname', 'attendee', 'attendeename', 'displayname', 'guest', 'participant'],
  first_name: ['firstname', 'givenname', 'forename'],
  last_name: ['lastname', 'surname', 'familyname'],
  email: ['email', 'mail', 'emailaddress', 'mailaddress', 'attendeeemail'],
  telephone: ['telephone', 'phone', 'tel', 'mobile', 'mobilephone', 'cell', 'phonenumber', 'telephonenumber', 'mobilenumber'],
  zone: ['zone', 'timezone', 'tz'],
  language: ['language', 'lang', 'locale'],
  role: ['role'],
  ticket_type: ['tickettype', 'ticket', 'type', 'tickettypename'],
  participation_status: ['participationstatus', 'partstat', 'rsvp', 'attending', 'response'],
};

const COLUMN_OF = new Map(ROW_COLUMNS.flatMap((column) => HEADINGS[column].map((heading): [string, RowColumn] => [heading, column])));

/** The column that a heading stands for, or undefined. */
export function columnOf(heading: string): RowColumn | undefined {
  return COLUMN_OF.get(heading.toLowerCase().replace(/[\s_.-]+/g, ''));
}

const ROLES: readonly AttendeeRole[] = ['attendee', 'organizer'];
const STATUSES: readonly ParticipationStatus[] = ['needs-action', 'accepted', 'declined', 'tentative'];

/**
 * Reads every row: the people, or all that is wrong with any of them. Types of the event are named by name or number. Texts are cleaned as everywhere; an
 * address keeps the one grammar (people/address.ts).
 */
export function readRows(rows: AttendeeRow[], types: { id: number; name: string }[]): { people: NewAttendee[] } | { faults: RowFault[] } {
  const faults: RowFault[] = [];
  const people = rows.map(({ row, cells }) => {
    const read = <Value>(column: RowColumn, parse: (text: string) => Value | null, reason: string): Value | null => {
      const text = cells[column]?.trim() ?? '';
      if (isBlank(text)) return null;
      const value = parse(text);
      if (value === null) faults.push({ row, column, reason });
      return value;
    };
    const name = read('name', nameOf, TOO_LONG) ?? joined(read('first_name', nameOf, TOO_LONG), read('last_name', nameOf, TOO_LONG));
    const email = read('email', addressOf, 'It must be a mail address, as in ana@example.com.');
    if (name === null && isBlank(cells.email ?? '')) {
      faults.push({ row, column: 'email', reason: 'It must be a mail address; or there must be a name.' });
    }
    return {
      name,
      email,
      telephone: read('telephone', telephoneOf, 'It must be a telephone number: digits, with a plus, spaces or hyphens.'),
      zone: read('zone', zoneOf, 'It must be a time zone by its IANA name, as in Europe/Madrid.'),
      language: read('language', languageTagOf, 'It must be a language by its tag, as in en or de.'),
      role: read('role', oneOf(ROLES), 'It must be attendee or organizer.') ?? 'attendee',
      participationStatus: read('participation_status', oneOf(STATUSES), `It must be one of ${STATUSES.join(', ')}.`),
      ticketTypeId: read('ticket_type', typeOf(types), typesReason(types)),
    };
  });
  return faults.length > 0 ? { faults } : { people };
}

const TOO_LONG = `It must be at most ${MAX_NAME} characters long.`;

function nameOf(text: string): string | null {
  const name = plainLine(text);
  return lengthOf(name) > MAX_NAME ? null : name;
}

function joined(first: string | null, last: string | null): string | null {
  const name = [first, last].filter((part) => part !== null).join(' ');
  return name === '' ? null : cut(name, MAX_NAME);
}

function oneOf<Word extends string>(words: readonly Word[]): (text: string) => Word | null {
  return (text) => words.find((word) => word === text.toLowerCase().replaceAll(/[\s_]+/g, '-')) ?? null;
}

function typeOf(types: { id: number; name: string }[]): (text: string) => number | null {
  return (text) => types.find(({ id, name }) => name.toLowerCase() === text.toLowerCase() || String(id) === text)?.id ?? null;
}

function typesReason(types: { name: string }[]): string {
  if (types.length === 0) return 'The event has no ticket types: leave it empty.';
  return `It must be a ticket type of the event: ${types.map(({ name }) => name).join(', ')}.`;
}
