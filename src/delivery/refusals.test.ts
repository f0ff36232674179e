import { expect, test } from 'vitest';
import { watchRefusals } from './refusals.ts';

const refusal = (n: number, words = `550 rejected <raj+${n}@example.org>`) => ({
  words,
  recipient: `raj+${n}@example.org`,
  tenantId: 1,
  deliveryId: n,
});

test('issue 9 B6: three people in a row in the same words are the relay’s refusal, and whoever was refused before is named', () => {
  const refusals = watchRefusals(() => 0);
  expect([refusals.refused(refusal(1)), refusals.refused(refusal(2))]).toEqual([null, null]);
  expect(refusals.refused(refusal(3))).toEqual([
    { tenantId: 1, id: 1 },
    { tenantId: 1, id: 2 },
  ]);
});

test('somebody whose mail is taken in between, other words, the same person again, or a long time make no row', () => {
  let now = 0;
  const refusals = watchRefusals(() => now);
  refusals.refused(refusal(1));
  refusals.refused(refusal(2));
  refusals.taken();
  expect(refusals.refused(refusal(3))).toBeNull();
  expect(refusals.refused(refusal(4, '452 other words'))).toBeNull();
  expect(refusals.refused(refusal(5, '452 other words'))).toBeNull();
  expect(refusals.refused(refusal(5, '452 other words'))).toBeNull();
  now += 11 * 60_000;
  expect(refusals.refused(refusal(6, '452 other words'))).toBeNull();
});
