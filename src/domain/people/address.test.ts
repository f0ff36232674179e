import { domainToASCII, domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hosts, locals } from '../../../test/harness/addresses.ts';
import { addressOf, canonical, folded, isSameAddress, needsSmtpUtf8 } from './address.ts';

const SEED = 14;

test.each([
  ['ben@example.org', 'ben@example.org'],
  ['Ben@Example.ORG', 'Ben@Example.ORG'],
  ['ben@büro.example', 'ben@xn--bro-hoa.example'],
  ['ivan@xn--80a1acny.xn--p1ai', 'ivan@xn--80a1acny.xn--p1ai'],
  ['ivan@почта.рф', 'ivan@xn--80a1acny.xn--p1ai'],
  ['ana@straße.example', 'ana@xn--strae-oqa.example'],
  ['chie@例え。テスト', 'chie@xn--r8jz45g.xn--zckzah'],
  ['a&b@example.org', 'a&b@example.org'],
  ['sales/eu@example.org', 'sales/eu@example.org'],
  ["!#$%&'*+-/=?^_`{|}~@example.org", "!#$%&'*+-/=?^_`{|}~@example.org"],
  ['jürgen@example.org', 'jürgen@example.org'],
  ['मीना@example.org', 'मीना@example.org'],
  ['a.b.c@a-b.example', 'a.b.c@a-b.example'],
  [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
])('issue 9 C14: %s is an address, and goes to %s', (written, sentTo) => {
  expect(addressOf(written)).toBe(written.replace('。', '.'));
  expect(canonical(written)).toBe(sentTo);
});

test.each([
  '',
  'ben',
  '@example.org',
  'ben@',
  'ben@localhost',
  '.ben@example.org',
  'ben.@example.org',
  'b..n@example.org',
  'b en@example.org',
  '"ben"@example.org',
  'ben@ana@example.org',
  'ben(him)@example.org',
  'ben@[192.0.2.1]',
  'ben@192.0.2.1',
  'ben@0x7f.1',
  'ben@example.123',
  'ben@-a.example',
  'ben@a-.example',
  'ben@a_b.example',
  'ben@example..org',
  'ben@example.org.',
  'ben@example.org:25',
  'ben@example.org/x',
  'ben@ü.xn--a',
  `ben@${'a'.repeat(64)}.example`,
  `${'a'.repeat(65)}@example.org`,
  `${'ü'.repeat(33)}@example.org`,
  `ben@${`${'a'.repeat(60)}.`.repeat(4)}example`,
  ' ben@example.org',
  'ben@example.org\n',
  'ben\u0000@example.org',
  'ben\ud800@example.org',
  'ben@\ud800.example',
  'ben\u200f@example.org',
  'ben\u00ad@example.org',
  'ben\u3000@example.org',
  'ben\u0085@example.org',
])('issue 9 C14: %j is none', (written) => {
  expect(addressOf(written)).toBeNull();
});

test('issue 9 C14: hosts are those of the URL standard, in both spellings the same address', () => {
  let valid = 0;
  fc.assert(
    fc.property(locals, hosts, (before, after) => {
      const address = addressOf(`${before}@${after}`);
      if (address === null) return;
      valid++;
      const isAscii = !/[^\p{ASCII}]/u.test(after);
      const ascii = isAscii ? after : domainToASCII(after);
      const sentTo = `${before.normalize('NFC')}@${ascii}`;
      expect(canonical(address)).toBe(sentTo);
      expect(address.endsWith(`@${isAscii ? after : domainToUnicode(ascii)}`)).toBe(true);
      // What was shown may be sent back, in any spelling, and is the same to every comparison.
      expect(addressOf(address)).toBe(address);
      expect(canonical(sentTo)).toBe(sentTo);
      for (const spelling of [sentTo, `${before}@${after}`, `${before}@${domainToUnicode(ascii)}`])
        expect(isSameAddress(address, spelling)).toBe(true);
    }),
    { seed: SEED, numRuns: 3_000 },
  );
  expect(valid).toBeGreaterThan(500);
});

test('issue 9 D19: A to Z are folded and no other letter is', () => {
  expect(folded('MINA@Example.ORG')).toBe('mina@example.org');
  expect(isSameAddress('mİna@example.org', 'mina@example.org')).toBe(false);
  expect(isSameAddress('mina@example.org', 'MINA@EXAMPLE.ORG')).toBe(true);
  expect(isSameAddress('ro\u017fa@example.org', 'rosa@example.org')).toBe(false);
  // NFC and NFD are one spelling to every reader.
  expect(isSameAddress('ju\u0308rgen@example.org', 'jürgen@example.org')).toBe(true);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(folded(folded(text))).toBe(folded(text));
    }),
    { seed: SEED },
  );
});

test('only a local part beyond ASCII needs SMTPUTF8', () => {
  expect(needsSmtpUtf8('ben@büro.example')).toBe(false);
  expect(needsSmtpUtf8('jürgen@example.org')).toBe(true);
});
