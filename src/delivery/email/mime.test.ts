import fc from 'fast-check';
import { encode, wrap } from 'nodemailer/lib/qp';
import { expect, test } from 'vitest';
import { quotedPrintable } from './mime.ts';
import { remembered } from './remembered.ts';

test('8: a text that is encoded line by line, each line once, has the bytes of one that is encoded whole', () => {
  const line = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '=', '.', 'é', '🎉', '\r', 'x'.repeat(40), '<p>'), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.map((each) => `${each}\n`).join('');
      expect(quotedPrintable(text)).toBe(wrap(encode(text.replaceAll('\n', '\r\n')), 76));
    }),
    { numRuns: 2_000, seed: 8 },
  );
});

test('8: what comes again is made once, whatever comes once in between, and no more is kept than twice as told', () => {
  const made: string[] = [];
  const shout = remembered(3, (key) => (made.push(key), key.toUpperCase()));
  for (let n = 0; n < 50; n += 1) expect([shout('again'), shout(`once ${n}`)]).toEqual(['AGAIN', `ONCE ${n}`]);
  expect(made.filter((key) => key === 'again')).toHaveLength(1);
  expect(shout('once 0')).toBe('ONCE 0');
  expect(made.filter((key) => key === 'once 0')).toHaveLength(2);
});
