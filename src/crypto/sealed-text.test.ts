import { expect, test } from 'vitest';
import { seededRandom } from '../../test/harness/random.ts';
import { seal, sealingKeyOf, unseal } from './sealed-text.ts';

const SECRET_KEY = 'a secret key of at least 32 characters';
const context = { random: seededRandom('seal'), sealingKey: sealingKeyOf(SECRET_KEY) };

test('what is sealed is read again under the same SECRET_KEY, and looks different each time', () => {
  const sealed = [seal(context, 'JBSWY3DPEHPK3PXP', 'totp 1 2'), seal(context, 'JBSWY3DPEHPK3PXP', 'totp 1 2')];
  expect(sealed.map((one) => unseal({ sealingKey: sealingKeyOf(SECRET_KEY) }, one, 'totp 1 2'))).toEqual([
    'JBSWY3DPEHPK3PXP',
    'JBSWY3DPEHPK3PXP',
  ]);
  expect(sealed[0]).not.toEqual(sealed[1]);
  expect(sealed[0]?.includes('JBSWY3DPEHPK3PXP')).toBe(false);
});

test('another SECRET_KEY, another owner, a changed, cut or empty seal open nothing', () => {
  const sealed = seal(context, 'JBSWY3DPEHPK3PXP', 'totp 1 2');
  expect(() => unseal({ sealingKey: sealingKeyOf(`${SECRET_KEY}.`) }, sealed, 'totp 1 2')).toThrow('cannot be opened');
  expect(() => unseal(context, sealed, 'totp 1 3')).toThrow('cannot be opened');
  for (const index of sealed.keys()) {
    const changed = Uint8Array.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => unseal(context, changed, 'totp 1 2')).toThrow('cannot be opened');
  }
  for (const length of [0, 11, 12, 27, sealed.length - 1])
    expect(() => unseal(context, sealed.subarray(0, length), 'totp 1 2')).toThrow('cannot be opened');
});
