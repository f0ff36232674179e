import { expect, test } from 'vitest';
import { testClock } from '../../../test/harness/clock.ts';
import { createThrottle } from './throttle.ts';

const START = '2030-04-01T10:00:00Z';

test('nexudus §6e: 120 requests a minute go through, the next waits for the minute to end, and then goes through', async () => {
  const clock = testClock(START);
  const throttle = createThrottle(clock, true);
  for (let count = 0; count < 120; count++) expect(await throttle.countRequest('user 1', false)).toBe(0);
  clock.advance({ seconds: 20 });
  expect(await throttle.countRequest('user 1', false)).toBe(40);
  expect(await throttle.countRequest('user 2', false)).toBe(0);
  clock.advance({ seconds: 40 });
  expect(await throttle.countRequest('user 1', false)).toBe(0);
});

test('nexudus §6e: 5,000 an hour go through, however they are spread, and what a minute refused is not counted among them', async () => {
  const clock = testClock(START);
  const throttle = createThrottle(clock, true);
  let passed = 0;
  for (let minute = 0; minute < 50; minute++) {
    for (let count = 0; count < 130; count++) if ((await throttle.countRequest('user 1', false)) === 0) passed++;
    clock.advance({ minutes: 1 });
  }
  expect(passed).toBe(5_000);
  expect(await throttle.countRequest('user 1', false)).toBe(600);
  expect(await throttle.countRequest('user 2', false)).toBe(0);
  clock.advance({ minutes: 10 });
  expect(await throttle.countRequest('user 1', false)).toBe(0);
});

test('nexudus §6e: 5,000 of a day may write', async () => {
  const clock = testClock('2030-04-01T00:00:00Z');
  const throttle = createThrottle(clock, true);
  for (let minute = 0; minute < 100; minute++) {
    for (let count = 0; count < 50; count++) expect(await throttle.countRequest('user 1', true)).toBe(0);
    clock.advance({ minutes: 1 });
  }
  expect(await throttle.countRequest('user 1', true)).toBe(86_400 - 6_000);
  expect(await throttle.countRequest('user 1', false)).toBe(0);
  clock.advance({ hours: 24 });
  expect(await throttle.countRequest('user 1', true)).toBe(0);
});

test('nexudus §6e: 60 of them may write', async () => {
  const throttle = createThrottle(testClock(START), true);
  for (let count = 0; count < 60; count++) expect(await throttle.countRequest('user 1', true)).toBe(0);
  expect(await throttle.countRequest('user 1', true)).toBe(60);
  expect(await throttle.countRequest('user 1', false)).toBe(0);
});

test('the wait is never zero, however late in the minute', async () => {
  const clock = testClock('2030-04-01T10:00:59.999Z');
  const throttle = createThrottle(clock, true);
  for (let count = 0; count < 120; count++) await throttle.countRequest('user 1', false);
  expect(await throttle.countRequest('user 1', false)).toBe(1);
});

/** Whose attempts were too many, and for how long they wait. */
const count = async (throttle: ReturnType<typeof createThrottle>, network: string, account: string, isKnown = false) =>
  (await throttle.countSignIn(network, account, isKnown)).refused;

test('an account can be guessed at 10 times in a quarter of an hour, from however many networks, in any case', async () => {
  const clock = testClock(START);
  const throttle = createThrottle(clock, true);
  for (let time = 0; time < 10; time++) expect(await count(throttle, `192.0.2.${time}`, 'mina@example.org')).toBeNull();
  expect(await count(throttle, '192.0.2.99', 'MINA@example.org')).toEqual({ whose: 'account', waitSeconds: 900 });
  expect(await count(throttle, '192.0.2.99', 'noor@example.org')).toBeNull();
  clock.advance({ minutes: 15 });
  expect(await count(throttle, '192.0.2.99', 'mina@example.org')).toBeNull();
});

test('issue 9 E26: a network that the account knows has 10 guesses of its own, whatever strangers did', async () => {
  const throttle = createThrottle(testClock(START), true);
  for (let time = 0; time < 11; time++) await count(throttle, `192.0.2.${time}`, 'mina@example.org');
  for (let time = 0; time < 10; time++) expect(await count(throttle, '198.51.100.7', 'mina@example.org', true)).toBeNull();
  expect(await count(throttle, '198.51.100.7', 'Mina@example.org', true)).toEqual({ whose: 'account', waitSeconds: 900 });
  expect(await count(throttle, '203.0.113.5', 'mina@example.org', true)).toBeNull();
});

test('a network can guess 30 times in a quarter of an hour, at however many accounts; what it asks beyond is no guess at them', async () => {
  const throttle = createThrottle(testClock(START), true);
  for (let time = 0; time < 30; time++) expect(await count(throttle, '192.0.2.1', `${time}@example.org`)).toBeNull();
  for (let time = 0; time < 20; time++) {
    expect(await count(throttle, '192.0.2.1', 'mina@example.org')).toEqual({ whose: 'network', waitSeconds: 900 });
  }
  expect(await count(throttle, '192.0.2.2', 'mina@example.org')).toBeNull();
});

test('a successful sign-in costs nothing', async () => {
  const throttle = createThrottle(testClock(START), true);
  for (let time = 0; time < 100; time++) {
    const attempt = await throttle.countSignIn('192.0.2.1', 'mina@example.org', false);
    expect(attempt.refused).toBeNull();
    await attempt.giveBack();
  }
});

test('switched off, it lets everything through', async () => {
  const throttle = createThrottle(testClock(START), false);
  for (let count = 0; count < 200; count++) expect(await throttle.countRequest('user 1', true)).toBe(0);
  for (let time = 0; time < 50; time++) expect(await count(throttle, '192.0.2.1', 'mina@example.org')).toBeNull();
});
