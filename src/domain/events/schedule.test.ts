import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Schedule, type Slot, WEEKDAYS, slotsOf } from './schedule.ts';

const schedule = (given: Partial<Schedule> = {}): Schedule => ({
  id: '33333333-3333-4333-8333-333333333333',
  openBlocks: { sunday: [{ start: '01:00', end: '05:00' }] },
  slotMinutes: 60,
  gapMinutes: 0,
  maxPerDay: null,
  ...given,
});

const clocks = (slots: Slot[]) =>
  slots.map(({ startsAt }) => startsAt.toZonedDateTimeISO('Europe/Madrid').toPlainTime().toString({ smallestUnit: 'minute' }));
const day = (date: string) => ({
  zone: 'Europe/Madrid',
  from: Temporal.PlainDate.from(date).toZonedDateTime('Europe/Madrid').toInstant(),
  days: 1,
  mode: 'free' as const,
});

test('on the days when clocks change a slot keeps its length: one fewer, one more', () => {
  expect(clocks(slotsOf(schedule(), [], day('2030-03-24')))).toEqual(['01:00', '02:00', '03:00', '04:00']);
  expect(clocks(slotsOf(schedule(), [], day('2030-03-31')))).toEqual(['01:00', '03:00', '04:00']);
  expect(clocks(slotsOf(schedule(), [], day('2030-10-27')))).toEqual(['01:00', '02:00', '02:00', '03:00', '04:00']);
});

test('a block until 24:00 ends with its day', () => {
  const night = schedule({ openBlocks: { sunday: [{ start: '22:30', end: '24:00' }] } });
  expect(clocks(slotsOf(night, [], day('2030-03-24')))).toEqual(['22:30']);
});

const START = Temporal.Instant.from('2030-03-25T00:00:00Z');
const minutes = (count: number) => START.add({ minutes: count });

test('free and busy together are the schedule; free slots touch nothing that is taken, and lie within open hours, in order', () => {
  const interval = fc
    .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 600 }))
    .map(([from, length]) => ({ startsAt: minutes(from), endsAt: minutes(from + length) }));
  const blocks = fc
    .uniqueArray(fc.constantFrom(8, 11, 15, 19), { minLength: 1 })
    .map((hours) => hours.map((hour) => ({ start: `${String(hour).padStart(2, '0')}:00`, end: `${hour + 2}:30` })));
  fc.assert(
    fc.property(
      fc.array(interval, { maxLength: 20 }),
      blocks,
      fc.integer({ min: 5, max: 180 }),
      fc.integer({ min: 0, max: 45 }),
      fc.integer({ min: 1, max: 12 }),
      (busy, open, slotMinutes, gapMinutes, days) => {
        const week = schedule({ openBlocks: Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, open])), slotMinutes, gapMinutes });
        const query = { zone: 'UTC', from: START, days, mode: 'free' as const };
        const all = slotsOf(week, [], query);
        const free = slotsOf(week, busy, query);
        const taken = slotsOf(week, busy, { ...query, mode: 'busy' });
        const key = ({ startsAt, endsAt }: Slot) => `${startsAt.toString()} ${endsAt.toString()}`;
        expect([...free, ...taken].map(key).toSorted()).toEqual(all.map(key).toSorted());
        expect(free.map(key)).toEqual(free.map(key).toSorted());
        for (const slot of free) {
          expect(
            busy.some(
              (one) =>
                one.startsAt.epochMilliseconds < slot.endsAt.epochMilliseconds &&
                one.endsAt.epochMilliseconds > slot.startsAt.epochMilliseconds,
            ),
          ).toBe(false);
          expect(slot.endsAt.since(slot.startsAt).total('minutes')).toBe(slotMinutes);
          const hour = slot.startsAt.toZonedDateTimeISO('UTC').hour;
          expect(open.some(({ start, end }) => hour >= Number(start.slice(0, 2)) && hour <= Number(end.split(':')[0]))).toBe(true);
        }
        const capped = slotsOf({ ...week, maxPerDay: 2 }, busy, query);
        const perDay = Map.groupBy(capped, ({ startsAt }) => startsAt.toString().slice(0, 10));
        expect(Math.max(0, ...[...perDay.values()].map((list) => list.length))).toBeLessThanOrEqual(2);
      },
    ),
    { seed: 7, numRuns: 150 },
  );
});
