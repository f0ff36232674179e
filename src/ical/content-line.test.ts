import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentLine, foldLine } from './content-line.ts';

const octets = (line: string): number => Buffer.byteLength(line);
const unfolded = (text: string): string => text.replaceAll('\r\n ', '');

/** Text as it comes out of cleaning, of every width in UTF-8. */
const anyText = fc.string({ unit: fc.constantFrom('a', ' ', ',', 'é', '高', '🎉', '👩‍👩‍👧', 'e\u0301'), maxLength: 400 });

test('no physical line is longer than 75 octets, the folding space counted', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(Math.max(...foldLine(`X:${text}`).split('\r\n').map(octets))).toBeLessThanOrEqual(75);
    }),
    { seed: 75 },
  );
});

test('unfolding gives the line back', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(unfolded(foldLine(`X:${text}`))).toBe(`X:${text}`);
    }),
    { seed: 75 },
  );
});

test('lines are filled, not broken early', () => {
  expect(foldLine('a'.repeat(300)).split('\r\n').map(octets)).toEqual([75, 75, 75, 75, 4]);
  expect(
    foldLine(`é${'a'.repeat(299)}`)
      .split('\r\n')
      .map(octets),
  ).toEqual([75, 75, 75, 75, 5]);
});

test('a fold falls between graphemes, so that one emoji is never shown as several', () => {
  const family = '👩‍👩‍👧';
  for (const line of foldLine(family.repeat(20)).split('\r\n ')) {
    expect(line.replaceAll(family, '')).toBe('');
  }
});

test('a grapheme longer than a line is still folded, between code points', () => {
  const lines = foldLine(`X:a${'\u0301'.repeat(100)}`).split('\r\n');
  expect(Math.max(...lines.map(octets))).toBeLessThanOrEqual(75);
  expect(lines.join('')).not.toContain('\uFFFD');
});

test('ical.js alone would write 76 octets: the reason why folding is ours', () => {
  const line: string = ICAL.stringify.property(['summary', {}, 'text', 'a'.repeat(200)], ICAL.design.icalendar, false);
  expect(Math.max(...line.split('\r\n').map(octets))).toBe(76);
});

test('text is escaped: backslash, comma, semicolon and line feed, but not the colon', () => {
  expect(contentLine('summary', 'text', 'a\\b,c;d:e\nf')).toBe('SUMMARY:a\\\\b\\,c\\;d:e\\nf\r\n');
});

test('addresses are not escaped and parameter values are quoted where they must be', () => {
  expect(contentLine('attendee', 'cal-address', 'mailto:a,b@example.org', { cn: 'Mina, the chef' })).toBe(
    'ATTENDEE;CN="Mina, the chef":mailto:a,b@example.org\r\n',
  );
});

/** The value of a line to a parser that, as libical and icalendar do, takes a backslash for an escape also in a parameter. */
function valueByEscapes(line: string): string {
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ':' && !quoted) return line.slice(at + 1);
  }
  return '';
}

test.each(['Ben\\', 'Ben, Chie\\', '\\', 'a\\nb', '"', 'Ben "the" \\"', 'x\u0000\u001b\u0085y', 'Ben^n', 'Ben; Chie: Omar', 'half \ud83d'])(
  'issue 9 C18: behind the common name %j every parser finds the address',
  (cn) => {
    const line = contentLine('attendee', 'cal-address', 'mailto:ben@example.com', { role: 'CHAIR', cn }).replaceAll('\r\n ', '').trim();
    expect(line).not.toMatch(/[\\^\u0000-\u001f\u007f-\u009f\ud800-\udfff]/);
    expect(valueByEscapes(line)).toBe('mailto:ben@example.com');
    const [, parameters, , value] = ICAL.parse.property(line) as [string, Record<string, string>, string, string];
    expect([value, parameters['role']]).toEqual(['mailto:ben@example.com', 'CHAIR']);
    const calendar = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n${line}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    const { attendee } = nodeIcal.sync.parseICS(calendar)['1'] as unknown as { attendee: { val: string; params: Record<string, string> } };
    expect([attendee.val, attendee.params['ROLE']]).toEqual(['mailto:ben@example.com', 'CHAIR']);
    expect(parameters['cn']).toBe(
      cn
        .toWellFormed()
        .replace(/[\u0000-\u001f\u0085^]/g, '')
        .replaceAll('"', "'")
        .replaceAll('\\', '/'),
    );
  },
);
