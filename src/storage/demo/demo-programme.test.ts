import { expect, test } from 'vitest';
import { demoProgramme } from './demo-programme.ts';

const MOVABLE = [76, 79, 80, 346, 347, 348, 349, 350, 351, 352, 353, 354, 355];

test.each(Array.from({ length: 14 }, (_, day) => day))(
  'issue 9 E31: whenever the demo is loaded (day %i of a fortnight), its events stand on days and at hours that suit them',
  (day) => {
    const now = Temporal.Instant.from('2030-03-18T23:30:00Z').add({ hours: 24 * day });
    const events = new Map(demoProgramme(now).map((one) => [one.id, one]));
    const begins = now.toZonedDateTimeISO('UTC').add({ days: 30 }).withPlainTime('14:00').toInstant();
    const local = (id: number) => {
      const at = events.get(id)!.startsAt.toZonedDateTimeISO('Europe/Madrid');
      return { weekday: at.dayOfWeek, time: at.toPlainTime().toString({ smallestUnit: 'minute' }), at };
    };
    const fixed = [...events.values()].filter(({ id }) => !MOVABLE.includes(id));
    expect(new Set(fixed.map(({ startsAt }) => startsAt.toString()))).toEqual(new Set([begins.toString()]));
    const ahead = MOVABLE.slice(1).map((id) => events.get(id)!.startsAt.since(now).total({ unit: 'hours' }) / 24);
    expect(Math.min(...ahead)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...ahead)).toBeLessThanOrEqual(45);
    expect(local(79)).toMatchObject({ weekday: 6, time: '10:00' });
    expect(local(80)).toMatchObject({ weekday: 6, time: '19:00' });
    const visits = MOVABLE.slice(3).map(local);
    for (const { weekday, time } of visits) expect([weekday <= 5, ['09:30', '11:00', '16:30'].includes(time)]).toEqual([true, true]);
    expect(new Set(visits.map(({ at }) => at.toPlainDate().toString())).size).toBe(10);
    expect(visits.map(({ at }) => at.epochMilliseconds)).toEqual(
      visits.map(({ at }) => at.epochMilliseconds).toSorted((one, other) => one - other),
    );
    const ended = now.since(events.get(76)!.startsAt).total({ unit: 'hours' }) / 24;
    expect([ended > 6 && ended < 8, local(76).time]).toEqual([true, '11:00']);
  },
);
