import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

/** Turns whose work ends when it is told to. */
function open(limits: Partial<Parameters<typeof createTurns>[0]> = {}) {
  const turns = createTurns({ atOnce: 2, waiting: 6, waitingOfOne: 4, ...limits });
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (whose: string) =>
    turns.take(whose, () => {
      begun.push(whose);
      const { promise, resolve } = Promise.withResolvers<string>();
      ends.push(() => resolve(whose));
      return promise;
    });
  return { begun, ends, ask };
}

test('issue 9 A5: so much is done at once, the rest waits, and beyond that the answer is no', async () => {
  const { begun, ends, ask } = open();
  const asked = Array.from({ length: 8 }, () => ask('one'));
  expect(begun).toHaveLength(2);
  expect(asked.map((promise) => promise === undefined)).toEqual([false, false, false, false, false, false, true, true]);
  for (let done = 0; done < 6; done += 1) {
    ends[done]!();
    await asked[done];
    await Promise.resolve();
  }
  expect(begun).toHaveLength(6);
  expect(ask('one')).toBeDefined();
});

test('issue 9 A5: however long the line of one is, another has the next turn but one', async () => {
  const { begun, ends, ask } = open({ atOnce: 1 });
  const first = ask('one');
  for (let count = 0; count < 4; count += 1) void ask('one');
  void ask('other');
  ends[0]!();
  await first;
  await expect.poll(() => begun).toEqual(['one', 'one']);
  ends[1]!();
  await expect.poll(() => begun).toEqual(['one', 'one', 'other']);
});

test('issue 9 A5: the line of one cannot take the room of all', () => {
  const { ask } = open();
  for (let count = 0; count < 10; count += 1) void ask('one');
  expect(ask('other')).toBeDefined();
});

test('work that fails gives its turn on', async () => {
  const turns = createTurns({ atOnce: 1, waiting: 1, waitingOfOne: 1 });
  const failing = turns.take('one', () => Promise.reject(new Error('broken')));
  const next = turns.take('one', async () => 'done');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
});
