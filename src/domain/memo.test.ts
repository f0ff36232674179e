import { expect, test } from 'vitest';
import { createMemo } from './memo.ts';

test('a value is made once, also when it is undefined, and as long as it is asked for', () => {
  const made: string[] = [];
  const memo = createMemo<string | undefined>(2);
  const ask = (key: string): string | undefined => memo(key, (of) => (made.push(of), of === 'none' ? undefined : `${of}!`));
  for (const key of ['a', 'none', 'a', 'none', 'b', 'a', 'c', 'a', 'd', 'a']) ask(key);
  expect(made).toEqual(['a', 'none', 'b', 'c', 'd']);
  expect(ask('a')).toBe('a!');
});

test('no more is kept than twice the capacity', () => {
  let made = 0;
  const memo = createMemo<number>(3);
  const ask = (key: string): number => memo(key, () => (made += 1));
  for (let n = 0; n < 7; n += 1) ask(String(n));
  // Of seven at least one is forgotten, and made again.
  const before = made;
  for (let n = 0; n < 7; n += 1) ask(String(n));
  expect(made).toBeGreaterThan(before);
});

test('what could not be made is tried again', () => {
  const memo = createMemo<number>(3);
  const fail = (): number => {
    throw new RangeError('no');
  };
  expect(() => memo('a', fail)).toThrow(RangeError);
  expect(memo('a', () => 1)).toBe(1);
});
