import fc from 'fast-check';
import { foldLines } from 'nodemailer/lib/mime-funcs';
import { simpleParser } from 'mailparser';
import MimeNode from 'nodemailer/lib/mime-node';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { mailboxHeader, textHeader, transportAddress } from './headers.ts';

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

test('issue 9 C14: a domain is in ASCII in headers and envelope, also behind a local part that is not, and parsers read it', async () => {
  for (const [given, sent] of [
    ['ben@BÜRO.example', 'ben@xn--bro-hoa.example'],
    ['jörg@büro.example', 'jörg@xn--bro-hoa.example'],
    ['ivan@xn--80a1acny.xn--p1ai', 'ivan@xn--80a1acny.xn--p1ai'],
    ['a&b@example.com', 'a&b@example.com'],
    ['sales/eu@example.com', 'sales/eu@example.com'],
  ] as const) {
    const header = mailboxHeader('To', 'Jörg "J" \\', given);
    expect([transportAddress(given), header.includes(`<${sent}>`)]).toEqual([sent, true]);
    const parsed = await PostalMime.parse(`${header}\r\nx`);
    expect(parsed.to).toEqual([{ name: 'Jörg "J" \\', address: sent }]);
    const { to } = await simpleParser(`${header}\r\nx`);
    expect([to].flat()[0]?.value.map(({ name }) => name)).toEqual(['Jörg "J" \\']);
  }
});
