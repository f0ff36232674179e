import { describe, expect, test } from 'vitest';
import { eventOrderOf, parseId, parsePaging, parseSwitch, ticketOrderOf } from './schema.ts';

const paging = (query: string) => {
  const given = new URLSearchParams(query);
  return parsePaging((name) => given.get(name) ?? undefined);
};

describe('ids in paths', () => {
  test('positive integers up to 2^53 - 1 are ids', () => {
    expect(['1', '9021', '9007199254740991'].map(parseId)).toEqual([1, 9021, 9_007_199_254_740_991]);
  });

  test.each(['0', '-1', '+1', '1.0', '1e3', '01', '9007199254740992', '9'.repeat(400), '', ' 1', '0x1f', '１', 'my', 'null'])(
    '%j is none',
    (text) => expect(parseId(text)).toBeNull(),
  );
});

describe('switches (choice 13)', () => {
  test('nexudus §11-13: missing is false; true, false, 1 and 0 count in any case; anything else is refused', () => {
    expect([undefined, 'false', 'False', '0'].map(parseSwitch)).toEqual([false, false, false, false]);
    expect(['true', 'TRUE', '1'].map(parseSwitch)).toEqual([true, true, true]);
    expect(['', 'yes', '2', 'truee', ' true'].map(parseSwitch)).toEqual([null, null, null, null, null]);
  });
});

describe('paging (choices 14 and 16)', () => {
  test('starts at page 1 with 25, in the order of the route', () => {
    expect(paging('')).toEqual({ page: 1, pageSize: 25, orderBy: undefined, direction: null });
  });

  test('nexudus §5c §11-16: every spelling is understood, and the underscored one wins', () => {
    expect(paging('page=3&top=7&orderBy=Id&dir=asc')).toEqual({ page: 3, pageSize: 7, orderBy: 'Id', direction: 'asc' });
    expect(paging('size=8').pageSize).toBe(8);
    expect(paging('page=3&_page=4&top=7&size=8&_pageSize=9&orderBy=Id&_orderBy=Email&dir=desc&_sortDirection=ASC')).toEqual({
      page: 4,
      pageSize: 9,
      orderBy: 'Email',
      direction: 'asc',
    });
  });

  test.each([
    ['_pageSize=0', 1, 1],
    ['_pageSize=-5', 1, 1],
    ['_pageSize=101', 1, 100],
    ['_pageSize=1e400', 1, 25],
    ['_page=0', 1, 25],
    ['_page=-1', 1, 25],
    ['_page=two', 1, 25],
    [`_page=${'9'.repeat(400)}`, 1_000_000_000, 25],
  ])('nexudus §11-14: %s is clamped, not refused', (query, page, pageSize) => {
    expect(paging(query)).toMatchObject({ page, pageSize });
  });
});

describe('_orderBy (choice 15)', () => {
  test('a field of the list is taken and named in the answer', () => {
    expect(ticketOrderOf('CalendarEvent.StartDate')).toEqual({ field: 'CalendarEvent.StartDate', order: 'event_starts_at' });
    expect(ticketOrderOf('EventProductPrice')).toEqual({ field: 'EventProductPrice', order: 'price' });
  });

  test('nexudus §11-15: anything else, SQL and names of the language too, is CreatedOn, of events StartDate', () => {
    for (const unknown of [undefined, '', 'createdon', 'id; drop table tickets', 'constructor', '__proto__']) {
      expect(ticketOrderOf(unknown)).toEqual({ field: 'CreatedOn', order: 'issued_at' });
      expect(eventOrderOf(unknown)).toEqual({ field: 'StartDate', order: 'starts_at' });
    }
  });
});
