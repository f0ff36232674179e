import { expect, test } from 'vitest';
import { cleanLine, cleanText } from './plain-text.ts';

test('every kind of line break becomes one line feed', () => {
  expect(cleanText('a\r\nb\rc\u2028d\u0085e\vf', 100)).toBe('a\nb\nc\nd\ne\nf');
});

test('control characters vanish and a tab becomes a space', () => {
  expect(cleanText('a\u0000b\u0007c\u001B[31md\te\u009Bf\u007F\uFEFF', 100)).toBe('abc[31md ef');
});

test('bidirectional controls cannot reorder what a reader sees', () => {
  expect(cleanText('\u202Egnp.exe\u202C \u2066x\u2069 \u200F\u061C', 100)).toBe('gnp.exe x');
});

test('right-to-left letters themselves stay', () => {
  expect(cleanText('שלום, مرحبا', 100)).toBe('שלום, مرحبا');
});

test('a lone surrogate cannot reach an encoder', () => {
  expect(cleanText('a\uD83Db', 100)).toBe('a\uFFFDb');
});

test('a long text is cut at the limit with an ellipsis, not inside a character', () => {
  expect(cleanText(`${'x'.repeat(8)}🎉🎉`, 10)).toBe(`${'x'.repeat(8)}…`);
  expect(cleanText('x'.repeat(10), 10)).toBe('x'.repeat(10));
  expect(cleanLine('y'.repeat(10_000), 200)).toHaveLength(200);
});

test('a line has no line breaks and no runs of white space', () => {
  expect(cleanLine('  Mina\r\nBcc: raj@example.org \t x ', 100)).toBe('Mina Bcc: raj@example.org x');
});
