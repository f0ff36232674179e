import { expect, test } from 'vitest';
import { throttleKey } from './throttle-key.ts';

test('each IPv4 address counts alone, however it is written', () => {
  expect(throttleKey('203.0.113.9')).toBe('203.0.113.9');
  expect(throttleKey('::ffff:203.0.113.9')).toBe('203.0.113.9');
  expect(throttleKey('203.0.113.8')).not.toBe(throttleKey('203.0.113.9'));
});

test('a whole IPv6 /64 counts as one, its neighbours apart', () => {
  const key = throttleKey('2001:db8:1:2::1');
  expect(throttleKey('2001:DB8:1:2:ffff:0:0:9')).toBe(key);
  expect(throttleKey('2001:db8:1:3::1')).not.toBe(key);
});

test('what is no address shares one key', () => {
  expect(throttleKey('unknown')).toBe(throttleKey(''));
});
