import { connect } from 'node:net';
import { expect, test } from 'vitest';

test('a test cannot reach another machine, by any way of asking', async () => {
  expect(() => connect(25, 'mail.example.org')).toThrow('a test tried to reach mail.example.org');
  expect(() => connect({ port: 25, host: '192.0.2.1' })).toThrow('192.0.2.1');
  await expect(fetch('http://192.0.2.1/')).rejects.toThrow('fetch failed');
  const refused = await fetch('https://mail.example.org/').catch((error: Error) => error.cause);
  expect(String(refused)).toContain('a test tried to reach mail.example.org');
});
