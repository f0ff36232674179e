import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { type World, openWorld } from '../../../test/harness/world.ts';
import { countRequests } from './count-requests.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => {
  world.clock.advance({ seconds: 60 });
});
afterAll(() => world.close());

const many = (count: number, ask: () => { allowed: boolean }) => Array.from({ length: count }, ask).filter(({ allowed }) => allowed).length;

test('issue 10: two processes let through no more than the limit once they heard of each other, and at most twice before', async () => {
  const [one, two] = [countRequests(world.context, 60), countRequests(world.context, 60)];
  expect([many(6, () => one.count('key 7', 10)), many(3, () => two.count('key 7', 10))]).toEqual([6, 3]);
  await one.settle();
  await two.settle();
  await one.settle();
  // Nine are known to the second; the first hears of them with the next that it tells.
  expect(two.count('key 7', 10)).toEqual({ allowed: true, remaining: 0, secondsLeft: 60 });
  expect(two.count('key 7', 10).allowed).toBe(false);
  expect(many(10, () => one.count('key 7', 10))).toBe(4);
  await one.settle();
  expect([one.count('key 7', 10).allowed, two.count('key 7', 10).allowed, two.count('key 8', 10).allowed]).toEqual([false, false, true]);
});

test('issue 10: the next minute counts anew, and what ended is let go', async () => {
  const counter = countRequests(world.context, 60);
  expect(many(5, () => counter.count('192.0.2.1', 3))).toBe(3);
  world.clock.advance({ seconds: 20 });
  expect(counter.count('192.0.2.1', 3)).toEqual({ allowed: false, remaining: 0, secondsLeft: 40 });
  await counter.settle();
  world.clock.advance({ seconds: 40 });
  expect(counter.count('192.0.2.1', 3)).toEqual({ allowed: true, remaining: 2, secondsLeft: 60 });
  world.clock.advance({ minutes: 10 });
  counter.count('192.0.2.1', 3);
  await counter.settle();
  const kept = await sql<{ counted: Buffer; count: number }>`select counted, count from request_counts`.execute(world.db);
  expect(kept.rows).toMatchObject([{ count: 1 }]);
  expect(kept.rows[0]?.counted.toString()).not.toContain('192.0.2.1');
});

test('issue 10: while the database does not answer each counts alone, and tells it later', async () => {
  let answers = false;
  const db = new Proxy(world.db, {
    get(target, name) {
      if (!answers) throw new Error('gone');
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
  const alone = countRequests({ ...world.context, db }, 60);
  expect(many(4, () => alone.count('key 9', 3))).toBe(3);
  await alone.settle();
  expect(alone.count('key 9', 3).allowed).toBe(false);
  answers = true;
  await alone.settle();
  const other = countRequests(world.context, 60);
  other.count('key 9', 3);
  await other.settle();
  expect(other.count('key 9', 3).allowed).toBe(false);
});
