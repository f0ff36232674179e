import { expect, test } from 'vitest';
import { refusalOfTimes } from './times.ts';

const now = Temporal.Instant.from('2030-04-01T10:00:00Z');
const times = (startsAt: string, endsAt: string) => ({ startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) });
const coming = times('2030-05-01T10:00:00Z', '2030-05-01T11:00:00Z');
const running = times('2030-04-01T09:00:00Z', '2030-04-01T11:00:00Z');
const over = times('2020-04-01T09:00:00Z', '2020-04-01T11:00:00Z');
const ancient = times('0001-01-01T00:00:00Z', '0001-01-01T01:00:00Z');

test.each([
  ['now', times('2030-04-01T10:00:00Z', '2030-04-01T10:30:00Z'), null, null],
  ['a second ago', times('2030-04-01T09:59:59Z', '2030-04-01T10:30:00Z'), null, 'starts_in_past'],
  ['2020', over, null, 'starts_in_past'],
  ['2020, of an event that is to come', over, coming, 'starts_in_past'],
  ['the year 1', ancient, coming, 'outside_calendar'],
  ['the last evening before 1970', times('1969-12-31T23:59:59Z', '1970-01-01T01:00:00Z'), coming, 'outside_calendar'],
  ['the last second of 2199', times('2199-12-31T22:00:00Z', '2199-12-31T23:59:59Z'), coming, null],
  ['into 2200', times('2199-12-31T23:00:00Z', '2200-01-01T00:00:00Z'), coming, 'outside_calendar'],
  ['the year 9999', times('9999-12-31T22:00:00Z', '9999-12-31T23:00:00Z'), coming, 'outside_calendar'],
  ['an end at its start', times('2030-05-01T10:00:00Z', '2030-05-01T10:00:00Z'), null, 'ends_before_start'],
  ['an end before its start, in the past', times('2020-05-01T10:00:00Z', '2020-05-01T09:00:00Z'), null, 'ends_before_start'],
  ['the same times, over', over, over, null],
  ['the same times, of an old row', ancient, ancient, null],
  ['longer while it runs', { ...running, endsAt: coming.endsAt }, running, null],
  ['shorter while it runs, over at once', { ...running, endsAt: Temporal.Instant.from('2030-04-01T09:30:00Z') }, running, 'starts_in_past'],
  ['longer, of an event that is over and stays so', { ...over, endsAt: running.startsAt }, over, 'starts_in_past'],
  ['an event that is over, held again', coming, over, null],
] as const)('issue 9 B9: %s', (_what, asked, before, refusal) => {
  expect(refusalOfTimes(asked, before, now)).toBe(refusal);
});
