import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { authenticateAccessKey } from './authenticate-access-key.ts';
import { hashSecret } from '../../crypto/secret.ts';

let demo: TestDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

test.each([
  ['a right pair', 'MBP-demo', 'demo-secret', 'authenticated'],
  ['a wrong secret', 'MBP-demo', 'demo-secre', 'refused'],
  ['an unknown id', 'MBP-nobody', 'demo-secret', 'refused'],
])('meetbit §12-23: %s takes one comparison of hashes, in constant time', async (_what, keyId, secret, outcome) => {
  const comparison = vi.spyOn(crypto, 'timingSafeEqual');
  syncBuiltinESMExports();
  expect((await authenticateAccessKey(demo.context, undefined, { keyId, secret }, true)).outcome).toBe(outcome);
  // The driver compares in constant time as well where it signs in to the database.
  const ours = comparison.mock.calls.filter(([shown]) => hashSecret(secret).equals(shown as Buffer));
  expect(ours.map((sides) => sides.map(({ byteLength }) => byteLength))).toEqual([[32, 32]]);
});
