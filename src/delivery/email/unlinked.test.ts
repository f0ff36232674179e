import { expect, test } from 'vitest';
import { unlinked } from './unlinked.ts';

/** What mail programs look for: schemes, www, bare domains, mail addresses. Words with a zero-width space are cut there. */
const LINK = /\b[a-z][a-z0-9+.-]*:(?=[^\s\u200B])|\/\/|[^\s\u200B]@[^\s\u200B]|[\p{L}\d-]+[.。．][\p{L}][\p{L}\d-]*/iu;

test.each([
  'http://evil.example/path?x=1',
  'HTTPS://EVIL.EXAMPLE',
  'see www.evil.example now',
  'evil.example',
  'mail phish@evil.example',
  'mailto:phish@evil.example',
  'tel:+4912345',
  'javascript:alert(1)',
  '//evil.example/x',
  'пример.рф',
  'evil。example',
  'http://10.0.0.1/',
  '(https://a.b.c.example)',
])('no link is found in %j', (text) => {
  expect(text).toMatch(LINK);
  expect(unlinked(text)).not.toMatch(LINK);
  expect(unlinked(text).replaceAll('\u200B', '')).toBe(text);
});

test.each(['We open at 10:30. Sorry.', 'It costs 3.50 or 4.50 at 14.30', 'Regen, Sturm … und so fort.', 'a / b'])(
  'plain words are left alone: %j',
  (text) => {
    expect(unlinked(text)).toBe(text);
  },
);
