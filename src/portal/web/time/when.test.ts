import { describe, expect, it } from 'vitest';
import { offsetAt, pageLocale, placeOf, whenIn, whenThere } from './when.ts';

const at = (text: string): Date => new Date(text);
const breakfast = {
  StartDate: '2030-05-02T09:00:00',
  EndDate: '2030-05-02T11:00:00',
  StartDateUtc: '2030-05-02T07:00:00Z',
  EndDateUtc: '2030-05-02T09:00:00Z',
};

describe('whenIn', () => {
  it('says day, hours, zone and the offset in force on that day', () => {
    expect(whenIn('Europe/Madrid', at(breakfast.StartDateUtc), at(breakfast.EndDateUtc), 'en-GB')).toEqual({
      day: 'Thursday, 2 May 2030',
      hours: '09:00\u00a0–\u2060\u00a011:00',
      zone: 'Madrid time',
      offset: 'UTC+02:00',
    });
  });

  it('names the last day when the event ends on another one, and its year when that is another too', () => {
    expect(whenIn('Asia/Tokyo', at('2030-05-02T13:00:00Z'), at('2030-05-02T17:30:00Z'), 'en-GB').hours).toBe(
      '22:00\u00a0–\u2060\u00a0Friday 3 May, 02:30',
    );
    expect(whenIn('UTC', at('2030-12-31T22:00:00Z'), at('2031-01-01T01:00:00Z'), 'en-GB').hours).toBe(
      '22:00\u00a0–\u2060\u00a0Wednesday, 1 January 2031, 01:00',
    );
  });

  it('gives both ends their offset across a clock change, where wall clocks alone would lie about the length', () => {
    expect(whenIn('Europe/Madrid', at('2030-10-27T00:30:00Z'), at('2030-10-27T01:30:00Z'), 'en-GB').hours).toBe(
      '02:30\u00a0(UTC+02:00)\u00a0–\u2060\u00a002:30\u00a0(UTC+01:00)',
    );
  });

  it('writes twelve-hour clocks for those who read them, without a break before AM', () => {
    expect(whenIn('America/New_York', at(breakfast.StartDateUtc), at(breakfast.EndDateUtc), 'en-US').hours).toBe(
      '3:00\u00a0AM\u00a0–\u2060\u00a05:00\u00a0AM',
    );
  });
});

describe('whenThere', () => {
  it('is silent while the reader shares the clock of the place, whatever their zone is called', () => {
    expect(whenThere(breakfast, 'Europe/Paris', 'Europe/Madrid', 'en-GB')).toBeNull();
  });

  it('tells a reader elsewhere the clock of the place, with the tenant zone as its name', () => {
    expect(whenThere(breakfast, 'Asia/Tokyo', 'Europe/Madrid', 'en-GB')).toEqual({
      day: 'Thursday, 2 May 2030',
      hours: '09:00\u00a0–\u2060\u00a011:00',
      zone: 'Madrid time',
      offset: 'UTC+02:00',
    });
  });

  it('does not lend the tenant zone to an event whose clock differs from it', () => {
    const inKolkata = { ...breakfast, StartDate: '2030-05-02T12:30:00', EndDate: '2030-05-02T14:30:00' };
    expect(whenThere(inKolkata, 'Asia/Tokyo', 'Europe/Madrid', 'en-GB')).toMatchObject({
      hours: '12:30\u00a0–\u2060\u00a014:30',
      zone: null,
      offset: 'UTC+05:30',
    });
  });

  it('is not misled by a false Z on the local time', () => {
    const withFalseZ = { ...breakfast, StartDate: `${breakfast.StartDate}Z`, EndDate: `${breakfast.EndDate}Z` };
    expect(whenThere(withFalseZ, 'Asia/Tokyo', 'Europe/Madrid', 'en-GB')).toEqual(
      whenThere(breakfast, 'Asia/Tokyo', 'Europe/Madrid', 'en-GB'),
    );
  });

  it('writes offsets west of Greenwich and on it', () => {
    const inNewYork = { ...breakfast, StartDate: '2030-05-02T03:00:00', EndDate: '2030-05-02T05:00:00' };
    const inUtc = { ...breakfast, StartDate: '2030-05-02T07:00:00', EndDate: '2030-05-02T09:00:00' };
    expect(whenThere(inNewYork, 'Asia/Tokyo', undefined, 'en-GB')?.offset).toBe('UTC-04:00');
    expect(whenThere(inUtc, 'Asia/Tokyo', undefined, 'en-GB')?.offset).toBe('UTC');
  });
});

it('writes the offset of half-hour zones in full', () => {
  expect(offsetAt(at('2030-01-01T00:00:00Z'), 'Asia/Kathmandu')).toBe('UTC+05:45');
});

it('names a zone by its place, and a zone that has none not at all', () => {
  expect(placeOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires time');
  expect(placeOf('Etc/GMT+5')).toBeNull();
  expect(placeOf('UTC')).toBeNull();
});

it('keeps dates in the language of the page when the reader has no English', () => {
  expect(pageLocale(['es-ES', 'en-US'])).toBe('en-US');
  expect(pageLocale(['ja-JP'])).toBe('en-GB');
});
