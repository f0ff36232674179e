import { lookup } from 'node:dns';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createResolve } from './resolve-name.ts';

/** A resolver that answers when it is told, and what it was asked. */
function slowResolver() {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const never = (name: string) =>
    new Promise<string[]>((_, refuse) => (asked.push(name), answers.push(() => refuse(new Error('ETIMEOUT')))));
  return { asked, answers, resolver: { resolve4: never, resolve6: () => Promise.resolve([]) } as never };
}

test('issue 9 A1: names that do not resolve are looked up few at once, and the next when one has given up', async () => {
  const { asked, answers, resolver } = slowResolver();
  const resolve = createResolve(resolver);
  const all = Array.from({ length: 24 }, (_, n) => resolve(`n${n}.example.org`).catch((error: Error) => error.message));
  await new Promise(setImmediate);
  expect(asked).toHaveLength(10);
  answers[0]?.();
  expect(await all[0]).toBe('ETIMEOUT');
  expect(asked).toHaveLength(11);
  for (let n = 1; n < 24; n += 1) {
    answers[n]?.();
    await all[n];
  }
  expect(asked).toHaveLength(24);
});

test('issue 9 A1: names of tenants take no thread of those that files and connections share', async () => {
  const { asked, resolver } = slowResolver();
  const resolve = createResolve(resolver);
  for (let n = 0; n < 24; n += 1) void resolve(`n${n}.example.org`).catch(() => {});
  // Both of these need such a thread.
  expect((await readFile(import.meta.filename, 'utf8')).length).toBeGreaterThan(0);
  await new Promise<void>((done, fail) => lookup('127.0.0.1', (error) => (error ? fail(error) : done())));
  expect(asked.length).toBeGreaterThan(0);
});
