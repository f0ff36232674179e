import fc from 'fast-check';
import { encode, wrap } from 'nodemailer/lib/qp';
import { expect, test } from 'vitest';
import { quotedPrintable, quotedPrintableOnce } from './mime.ts';

test('8: a text that is encoded line by line, each line once, has the bytes of one that is encoded whole', () => {
  const line = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '=', '.', 'é', '🎉', '\r', 'x'.repeat(40), '<p>'), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.map((each) => `${each}\n`).join('');
      expect(quotedPrintable(text)).toBe(wrap(encode(text.replaceAll('\n', '\r\n')), 76));
      expect(quotedPrintableOnce(text)).toBe(quotedPrintable(text));
    }),
    { numRuns: 2_000, seed: 8 },
  );
});
