import { describe, expect, test } from 'vitest';
import { applyShape } from './shape.ts';

const list = {
  Records: [
    { Id: 9021, CalendarEvent: { Id: 77, Name: 'Rooftop Breakfast' }, EventProduct: null },
    { Id: 9022, CalendarEvent: { Id: 79, Name: 'Reading' }, EventProduct: { Id: 501, Name: 'Standard' } },
  ],
  TotalItems: 2,
  Empty: [],
};

describe('_shape', () => {
  test('nexudus §2c §11-18: walks arrays transparently and keeps only what is named, envelope fields included', () => {
    expect(applyShape(list, ['Records.Id,Records.CalendarEvent.Name'])).toEqual({
      Records: [
        { Id: 9021, CalendarEvent: { Name: 'Rooftop Breakfast' } },
        { Id: 9022, CalendarEvent: { Name: 'Reading' } },
      ],
    });
  });

  test('a path to an object keeps it whole, whatever else is named below it, in either order', () => {
    const whole = { Records: list.Records };
    expect(applyShape(list, ['Records,Records.Id'])).toEqual(whole);
    expect(applyShape(list, ['Records.Id,Records'])).toEqual(whole);
  });

  test('nexudus §11-18: without any path everything stays', () => {
    for (const shape of [undefined, [], [''], [' , ']]) expect(applyShape(list, shape)).toBe(list);
  });

  test('nexudus §11-18: unknown paths are ignored, case counts, and there are no wildcards', () => {
    expect(applyShape(list, ['TotalItems,Nope,totalitems,*,Records.*.Id,TotalItems.Deeper,Empty.Id'])).toEqual({
      TotalItems: 2,
      Records: [{}, {}],
      Empty: [],
    });
    expect(applyShape(list, ['Nope'])).toEqual({});
  });

  test('null stays null where a path goes on below it', () => {
    expect(applyShape(list, ['Records.EventProduct.Name'])).toEqual({
      Records: [{ EventProduct: null }, { EventProduct: { Name: 'Standard' } }],
    });
  });

  test('names of the language itself name nothing', () => {
    expect(JSON.stringify(applyShape(list, ['__proto__.polluted,constructor.name,Records.toString,TotalItems']))).toBe(
      '{"Records":[{},{}],"TotalItems":2}',
    );
  });

  test('spaces and repeated parameters do not matter, nor does a path of thousands of steps', () => {
    expect(applyShape(list, [' TotalItems ', 'Empty', 'a.'.repeat(20_000)])).toEqual({ TotalItems: 2, Empty: [] });
  });
});
