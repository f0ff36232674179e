import { expect, test } from 'vitest';
import { describeMoment, wallClocksDiffer } from './moment.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const START = at('2026-11-05T14:00:00Z');
const END = at('2026-11-05T15:30:00Z');

test('a moment has weekday, date, clock, zone name and offset in the reader’s zone', () => {
  expect(describeMoment(START, END, 'Europe/Madrid', 'en-GB')).toEqual({
    start: { date: 'Thursday, 5 November 2026', clock: '15:00', iso: '2026-11-05T15:00:00+01:00' },
    end: { date: 'Thursday, 5 November 2026', clock: '16:30', iso: '2026-11-05T16:30:00+01:00' },
    zone: 'Central European Standard Time (Europe/Madrid, UTC+1)',
    short: 'Thu, 5 Nov 2026, 15:00 (UTC+1)',
    leaf: { month: 'NOV', day: '5', weekday: 'Thu' },
  });
});

test.each([
  ['de-DE', 'Donnerstag, 5. November 2026', 'Japanische Normalzeit (Asia/Tokyo, UTC+9)'],
  ['es-ES', 'Jueves, 5 de noviembre de 2026', 'hora estándar de Japón (Asia/Tokyo, UTC+9)'],
  ['fr-FR', 'Jeudi 5 novembre 2026', 'heure normale du Japon (Asia/Tokyo, UTC+9)'],
])('dates and zones are in the words of %s', (locale, date, zone) => {
  const moment = describeMoment(START, END, 'Asia/Tokyo', locale);
  expect([moment.start.date, moment.zone]).toEqual([date, zone]);
});

test.each([
  ['America/New_York', 'Eastern Standard Time (America/New_York, UTC-5)'],
  ['Asia/Kolkata', 'India Standard Time (Asia/Kolkata, UTC+5:30)'],
  ['UTC', 'Coordinated Universal Time (UTC)'],
  ['Etc/GMT+5', 'Etc/GMT+5, UTC-5'],
  ['Pacific/Kiritimati', 'Line Islands Time (Pacific/Kiritimati, UTC+14)'],
])('the zone line of %s has its offset once', (zone, words) => {
  expect(describeMoment(START, END, zone, 'en-GB').zone).toBe(words);
});

test('a summer instant gets the summer name and offset, whatever the season of today', () => {
  expect(describeMoment(at('2026-07-01T12:00:00Z'), at('2026-07-01T13:00:00Z'), 'Europe/Madrid', 'en-GB').zone).toBe(
    'Central European Summer Time (Europe/Madrid, UTC+2)',
  );
});

test('over the end of summer time both clocks carry their offset, for 02:30 comes twice', () => {
  const moment = describeMoment(at('2026-10-25T00:30:00Z'), at('2026-10-25T01:30:00Z'), 'Europe/Madrid', 'en-GB');
  expect([moment.start.clock, moment.end?.clock]).toEqual(['02:30\u00a0(UTC+2)', '02:30\u00a0(UTC+1)']);
  expect(moment.zone).toBe('Europe/Madrid');
});

test('an event past midnight has two dates, one without length has no end', () => {
  expect(describeMoment(START, at('2026-11-06T02:00:00Z'), 'Europe/Madrid', 'en-GB').end?.date).toBe('Friday, 6 November 2026');
  expect(describeMoment(START, START, 'Europe/Madrid', 'en-GB').end).toBeNull();
});

test('seconds are shown when there are any, for the calendar part has them too', () => {
  expect(describeMoment(at('2026-11-05T14:00:07Z'), END, 'UTC', 'en-GB').start.clock).toBe('14:00:07');
});

const differ = (startsAt: Temporal.Instant, endsAt: Temporal.Instant, here: string, there: string): boolean =>
  wallClocksDiffer(describeMoment(startsAt, endsAt, here, 'en-GB'), describeMoment(startsAt, endsAt, there, 'en-GB'));

test('wall clocks are compared at the event, not today', () => {
  // Madrid and Lagos agree in winter and differ in summer.
  expect(differ(START, END, 'Europe/Madrid', 'Africa/Lagos')).toBe(false);
  const summer = at('2026-07-01T12:00:00Z');
  expect(differ(summer, summer, 'Europe/Madrid', 'Africa/Lagos')).toBe(true);
});

test('a zone the tz database does not know is a fault', () => {
  expect(() => describeMoment(START, END, 'Mars/Base', 'en-GB')).toThrow(RangeError);
});
