import { parseOptions } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { hashPassword } from '../../crypto/password.ts';

let demo: TestDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

test('an unknown address costs the same hashing as a known one, so that timing tells nobody who has an account', async () => {
  const verified: string[] = [];
  vi.doMock('../../crypto/password.ts', async (original) => {
    const password = await original<typeof import('../../crypto/password.ts')>();
    const isPassword = (hash: string, text: string, tenantId: number) => (verified.push(hash), password.isPassword(hash, text, tenantId));
    return { ...password, isPassword };
  });
  vi.resetModules();
  const { signIn } = await import('./sign-in.ts');
  for (const email of ['mina@example.org', 'kenji@example.net']) {
    expect(await signIn(demo.context, demo.tenant, { email, password: 'wrong', code: '', clientId: null, network: '192.0.2.1' })).toEqual({
      outcome: 'wrong_credentials',
    });
  }
  vi.doUnmock('../../crypto/password.ts');
  vi.resetModules();
  const costs = parseOptions(await hashPassword('wrong'));
  expect(verified.map((hash) => parseOptions(hash))).toEqual([costs, costs]);
  expect(new Set(verified).size).toBe(2);
});
