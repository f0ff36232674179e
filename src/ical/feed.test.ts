import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type FeedEntry, feedCalendar } from './feed.ts';

const entry: FeedEntry = {
  uid: '5f0c@adjourn.example',
  title: 'Rooftop Breakfast',
  description: 'Coffee, fruit\nand the view',
  location: 'Roof terrace, Pier 3',
  startsAt: Temporal.Instant.from('2030-05-01T14:00:00Z'),
  endsAt: Temporal.Instant.from('2030-05-01T16:00:00Z'),
  status: 'scheduled',
  sequence: 2,
  createdAt: Temporal.Instant.from('2030-04-01T10:00:00Z'),
  updatedAt: Temporal.Instant.from('2030-04-02T10:00:00.9Z'),
};
const cancelled: FeedEntry = {
  ...entry,
  uid: '77aa@adjourn.example',
  status: 'cancelled',
  description: 'Off. "The roof leaks", they wrote.',
  sequence: 3,
};

function eventsOf(text: string): { [name: string]: unknown }[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar
    .getAllSubcomponents('vevent')
    .map((event) => Object.fromEntries(event.getAllProperties().map((property) => [property.name, property.getFirstValue()?.toString()])));
}

describe('the feed', () => {
  test('a scheduled event is confirmed, in UTC, with the time of its last change as DTSTAMP', () => {
    expect(eventsOf(feedCalendar('Harbour Loft', 'en', [entry]))).toEqual([
      {
        uid: '5f0c@adjourn.example',
        dtstamp: '2030-04-02T10:00:00Z',
        dtstart: '2030-05-01T14:00:00Z',
        dtend: '2030-05-01T16:00:00Z',
        sequence: '2',
        status: 'CONFIRMED',
        summary: 'Rooftop Breakfast',
        description: 'Coffee, fruit\nand the view',
        location: 'Roof terrace, Pier 3',
        transp: 'TRANSPARENT',
        created: '2030-04-01T10:00:00Z',
        'last-modified': '2030-04-02T10:00:00Z',
      },
    ]);
  });

  test.each([
    ['en', 'Cancelled: Rooftop Breakfast'],
    ['de', 'Abgesagt: Rooftop Breakfast'],
    ['es', 'Cancelado: Rooftop Breakfast'],
    ['fr', 'Annulé\u00a0: Rooftop Breakfast'],
  ] as const)(
    'itip Q8: a cancelled event stays, by STATUS and by a mark in its title (%s), and keeps its reason to itself',
    (language, summary) => {
      const text = feedCalendar('Harbour Loft', language, [entry, cancelled]);
      expect(eventsOf(text)).toMatchObject([
        { status: 'CONFIRMED' },
        { uid: '77aa@adjourn.example', status: 'CANCELLED', summary, sequence: '3' },
      ]);
      expect(text).not.toContain('leaks');
    },
  );

  test('itip Q8: it has no METHOD, no ORGANIZER, no ATTENDEE and no alarm', () => {
    expect(feedCalendar('Harbour Loft', 'en', [entry, cancelled])).not.toMatch(/METHOD|ORGANIZER|ATTENDEE|VALARM/);
  });

  test('an empty calendar is a calendar, named after the house', () => {
    expect(feedCalendar('Harbour Loft', 'en', []).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Adjourn//Adjourn 1//EN',
      'CALSCALE:GREGORIAN',
      'NAME;VALUE=TEXT:Harbour Loft',
      'X-WR-CALNAME;VALUE=TEXT:Harbour Loft',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'END:VCALENDAR',
      '',
    ]);
  });

  test("strangers' words are inert: no property, no component, no line longer than 75 octets", () => {
    const hostile = 'Tea\r\nATTENDEE:mailto:jane@example.net\nEND:VEVENT, "quoted"; \\ 🎫 é\u202e ' + '🎫'.repeat(200);
    const text = feedCalendar(hostile, 'en', [{ ...entry, title: hostile, description: hostile, location: hostile }]);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.split('\r\n').filter((line) => /^(ATTENDEE|END:VEVENT)/.test(line))).toEqual(['END:VEVENT']);
    expect(eventsOf(text)).toHaveLength(1);
  });

  test('the same entries give the same bytes, and an event without length has no end', () => {
    expect(feedCalendar('Harbour Loft', 'en', [entry])).toBe(feedCalendar('Harbour Loft', 'en', [{ ...entry }]));
    expect(eventsOf(feedCalendar('Harbour Loft', 'en', [{ ...entry, endsAt: entry.startsAt, location: null }]))[0]).not.toHaveProperty(
      'dtend',
    );
  });
});
