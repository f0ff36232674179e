import type { Event } from '../../domain/events/event.ts';
import type { AttendeeRole, ParticipationStatus, ZoneSource } from '../../domain/people/people.ts';
import { DEMO_CONTACT } from './demo-people.ts';

export type Seat = {
  name: string;
  email: string;
  zone: string;
  zone_source: ZoneSource;
  role: AttendeeRole;
  participation_status: ParticipationStatus;
  customer_id?: number;
  contact_id?: string;
};

export type DemoEvent = Pick<Event, 'id' | 'calendarId' | 'uidScope' | 'title'> & {
  publicId?: string;
  shortDescription?: string;
  location: string | null;
  zone: string;
  startsAt: Temporal.Instant;
  minutes: number;
  /** Who runs it; null: the house. */
  organizer: Seat | null;
  capacity: number | null;
  /** Only of ticketed events: the number of its one, free ticket type. */
  ticketTypeId?: number;
  categoryId?: number;
  waitlist?: boolean;
  comments?: boolean;
  /** Seats by ticket number. */
  seats: [number, Seat][];
};

/** Every event of the demo. What examples name begins 30 days after `now` at 14:00 UTC; the others on days and at hours that suit them. */
export function demoProgramme(now: Temporal.Instant): DemoEvent[] {
  const begins = now.toZonedDateTimeISO('UTC').add({ days: 30 }).withPlainTime('14:00');
  const atHouse = { calendarId: 11, uidScope: 'ticket' as const, zone: 'Europe/Madrid', organizer: null, minutes: 120 };
  const meeting = { uidScope: 'event' as const, zone: 'Europe/Madrid', capacity: null, minutes: 60 };
  const soon = begins.toInstant();
  const today = now.toZonedDateTimeISO('Europe/Madrid').toPlainDate();
  const inMadrid = (date: Temporal.PlainDate, time: string) =>
    date.toZonedDateTime({ timeZone: 'Europe/Madrid', plainTime: time }).toInstant();
  const saturdayFrom = (days: number) => {
    const from = today.add({ days });
    return from.add({ days: (SATURDAY - from.dayOfWeek + 7) % 7 });
  };
  const visits = workdaysAfter(begins.toPlainDate(), VISITS);
  return [
    {
      ...atHouse,
      id: 76,
      title: 'Open Studios',
      shortDescription: 'Every door in the house stood open.',
      location: 'All floors',
      startsAt: inMadrid(today.subtract({ days: 7 }), '11:00'),
      capacity: 60,
      ticketTypeId: 500,
      seats: [[9024, mina]],
    },
    {
      ...atHouse,
      id: 77,
      title: 'Rooftop Breakfast',
      shortDescription: 'Breakfast at any hour: coffee, fruit and the view over the harbour.',
      location: 'Roof terrace',
      startsAt: soon,
      capacity: 40,
      ticketTypeId: 501,
      categoryId: 1,
      comments: true,
      seats: [
        [9021, mina],
        [9031, noor],
      ],
    },
    {
      ...atHouse,
      id: 78,
      title: 'Talks by the Water',
      shortDescription: 'Two short talks and a long conversation, in the smallest room of the house.',
      location: 'Library',
      startsAt: soon,
      capacity: 2,
      ticketTypeId: 502,
      categoryId: 2,
      waitlist: true,
      seats: [
        [9041, pia],
        [9042, raj],
      ],
    },
    {
      ...atHouse,
      id: 79,
      title: 'Letterpress Workshop',
      shortDescription: 'Set your name in lead and take the print home.',
      location: 'Workshop',
      startsAt: inMadrid(saturdayFrom(31), '10:00'),
      capacity: 12,
      ticketTypeId: 503,
      seats: [[9022, mina]],
    },
    {
      ...atHouse,
      id: 80,
      title: 'Evening Sail',
      shortDescription: 'Out past the lighthouse, and home by its light.',
      location: 'Pier 3',
      startsAt: inMadrid(saturdayFrom(38), '19:00'),
      capacity: 8,
      ticketTypeId: 504,
      seats: [[9023, mina]],
    },
    ...[soon, ...visits.map((date, index) => inMadrid(date, VISIT_HOURS[index % VISIT_HOURS.length] ?? '10:00'))].map(
      (startsAt, index) => ({
        ...meeting,
        id: 345 + index,
        calendarId: 12,
        title: 'Site visit',
        location: 'Pier 3',
        startsAt,
        organizer: ana,
        seats: attendees(9101 + 3 * index, [ana, ben, chie]),
      }),
    ),
    {
      ...meeting,
      id: 356,
      calendarId: 13,
      title: 'Review',
      location: 'Library',
      startsAt: soon,
      organizer: ana,
      seats: attendees(9201, [ana, ben, chie]),
    },
    {
      ...meeting,
      id: 357,
      calendarId: 14,
      publicId: 'e7f8a9b0-c1d2-3456-e7f8-a9b0c1d23456',
      title: 'Discovery Call',
      location: null,
      zone: omar.zone,
      startsAt: soon,
      minutes: 30,
      organizer: omar,
      seats: attendees(9211, [omar, jane, kenji]),
    },
  ];
}

const SATURDAY = 6;
/** Those that follow the one of the examples, a workday each. */
const VISITS = 10;
const VISIT_HOURS = ['09:30', '11:00', '16:30'];

/** The next `count` days from Monday to Friday after a date. */
function workdaysAfter(date: Temporal.PlainDate, count: number): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  for (let day = date.add({ days: 1 }); days.length < count; day = day.add({ days: 1 })) if (day.dayOfWeek < SATURDAY) days.push(day);
  return days;
}

const mina = { ...holder('Mina', 'mina@example.org', 'Europe/Madrid'), customer_id: 64 };
const noor = { ...holder('Noor', 'noor@example.org', 'Asia/Tokyo'), customer_id: 65 };
const pia = holder('Pia', 'pia@example.org', 'Europe/Madrid');
const raj = holder('Raj', 'raj@example.org', 'Europe/Madrid');
const ana = organizer('Ana', 'ana@example.com', 'Europe/Madrid');
const ben = attendee('Ben', 'ben@example.com', 'America/New_York');
const chie = attendee('Chie', 'chie@example.com', 'Asia/Tokyo');
const omar = organizer('Omar', 'omar@example.org', 'Europe/London');
const jane = { ...attendee('Jane', 'jane@example.net', 'America/New_York'), contact_id: DEMO_CONTACT };
const kenji = attendee('Kenji', 'kenji@example.net', 'Asia/Tokyo');

/** Somebody with a ticket: taking one is accepting. */
function holder(name: string, email: string, zone: string): Seat {
  return { name, email, zone, zone_source: 'person', role: 'attendee', participation_status: 'accepted' };
}

function organizer(name: string, email: string, zone: string): Seat {
  return { name, email, zone, zone_source: 'contact', role: 'organizer', participation_status: 'accepted' };
}

function attendee(name: string, email: string, zone: string): Seat {
  return { name, email, zone, zone_source: 'contact', role: 'attendee', participation_status: 'needs-action' };
}

function attendees(firstId: number, people: Seat[]): [number, Seat][] {
  return people.map((person, index) => [firstId + index, person]);
}
