import { expect, test } from 'vitest';
import { createPace } from './pace.ts';

test('issue 8: a worker goes on at once while nobody calls, and in steps of 25 ms while somebody does', () => {
  let [now, calls] = [0, 0];
  const pace = createPace(
    () => calls > 0,
    () => now,
  );
  expect([pace.step(), pace.step()]).toEqual([0, 0]);
  calls = 1;
  now = 5.5;
  expect(pace.step()).toBe(20);
  now = 24;
  expect(pace.step()).toBe(1);
  now = 25;
  expect([pace.step(), pace.step()]).toEqual([0, 25]);
  calls = 0;
  expect(pace.step()).toBe(0);
});
