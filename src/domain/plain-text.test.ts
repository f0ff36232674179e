import { expect, test } from 'vitest';
import { isBlank, plainLine, plainText } from './plain-text.ts';

/** One of each kind of what nobody sees. */
const UNSEEN = [
  ' ',
  '\t',
  '\n',
  '\u0000',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u034f',
  '\u061c',
  '\u115f',
  '\u1680',
  '\u17b4',
  '\u180e',
  '\u2003',
  '\u200b',
  '\u200d',
  '\u200f',
  '\u2028',
  '\u202e',
  '\u2060',
  '\u2066',
  '\u2800',
  '\u3000',
  '\u3164',
  '\ufe0f',
  '\ufeff',
  '\uffa0',
  '\ufff9',
  '\u{16fe4}',
  '\u{1d159}',
  '\u{1d173}',
  '\u{e0001}',
  '\u{e0041}',
  '\u{e0100}',
];

test('issue 9 C17: a text of nothing that can be seen is empty', () => {
  for (const one of [...UNSEEN, '', UNSEEN.join('')]) {
    expect([one, isBlank(one), plainText(one), plainLine(one)]).toEqual([one, true, '', '']);
    expect([one, isBlank(`${one}Tea${one}`), plainLine(`${one}Tea${one}`).includes('Tea')]).toEqual([one, false, true]);
  }
});

test.each(['.', '-', 'é', 'e\u0301', '日', '👩\u200d🚀', '\ud800', '\u2801', '♪', '؟'])('issue 9 C17: %s can be seen', (one) => {
  expect(isBlank(one)).toBe(false);
  expect(plainLine(one)).not.toBe('');
});
