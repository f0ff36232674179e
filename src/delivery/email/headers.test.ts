import fc from 'fast-check';
import { foldLines } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import { expect, test } from 'vitest';
import { mailboxHeader, textHeader } from './headers.ts';

const library = new MimeNode('text/plain', { baseBoundary: 'none' });
const byLibrary = (key: string, value: string | { name: string; address: string }): string =>
  `${foldLines(`${key}: ${library.encodeHeaderValue(key, value)}`, 76)}\r\n`;

const words = fc
  .array(fc.constantFrom('Mina', 'Noor', ' ', '"', "'", '.', ',', '(', '@', '\\', 'é', '東京', '🎉', '=', '?', 'word '.repeat(8)), {
    maxLength: 12,
  })
  .map((parts) => parts.join('').replace(/\s+/g, ' ').trim());

test('headers are those of the library, also where they are written without it', () => {
  fc.assert(
    fc.property(words, fc.constantFrom('ben@example.com', 'b.o-n+x@xn--bro-hoa.example', "o'x&y@example.com"), (text, address) => {
      fc.pre(!text.includes('=?'));
      expect(textHeader('Subject', text)).toBe(byLibrary('Subject', text));
      expect(mailboxHeader('To', text, address)).toBe(byLibrary('To', { name: text, address }));
    }),
    { seed: 1, numRuns: 500 },
  );
});
