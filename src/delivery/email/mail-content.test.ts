import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { Purpose } from '../../domain/notices/notice.ts';
import { LANGUAGES } from '../../domain/people/people.ts';
import type { Language } from '../../domain/people/people.ts';
import { sampleNotice } from '../../../test/harness/sample-notice.ts';
import type { NoticeParts } from '../../../test/harness/sample-notice.ts';
import { itipObject } from '../../ical/itip-object.ts';
import { composeEmail } from './compose-email.ts';
import { textsOf } from './texts/catalogue.ts';

const PURPOSES: Purpose[] = ['invitation', 'ticket', 'moved', 'updated', 'event_cancelled', 'ticket_cancelled'];
const TICKET = { code: 'HL-9021-QX7K', typeName: 'Breakfast', holderName: 'Pia' };
const BEFORE = sampleNotice().event;
const LATER = { startsAt: BEFORE.startsAt.add({ hours: 24 }), endsAt: BEFORE.endsAt.add({ hours: 24 }) };

async function read(parts: NoticeParts): Promise<{ subject: string; text: string; html: string; visible: string }> {
  const { subject, text, html } = await PostalMime.parse(composeEmail(sampleNotice(parts)).raw);
  const visible = (html ?? '').replace(/<head>.*<\/head>|<div style="display:none[^>]*>.*?<\/div>|<[^>]+>/gs, '').replace(/\s+/g, ' ');
  return { subject: subject ?? '', text: text ?? '', html: html ?? '', visible };
}

/** The instants a plain text names: every "date, clock" of the language, with the offset given for it. */
function instantsIn(text: string, language: Language): string[] {
  const months = Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(2026, month, 15)).toLocaleString(textsOf(language).locale, { month: 'long', timeZone: 'UTC' }),
  );
  const found: string[] = [];
  const block =
    /(?<day>\d+)\.? (?:de )?(?<month>\p{L}+) (?:de )?(?<year>\d{4}), (?<clock>\d\d:\d\d)(?:\s\((?<own>UTC[^)]*)\))?(?:–\u2060(?<until>\d\d:\d\d)(?:\s\((?<untilOwn>UTC[^)]*)\))?)?/gu;
  for (const { groups, index } of text.matchAll(block)) {
    if (groups === undefined) continue;
    const { day, month, year, clock, own, until, untilOwn } = groups;
    const zoneLine = /^.*\n(?:.*[(, ])?(UTC[+-]?[\d:]*)\)?$/m.exec(text.slice(index))?.[1];
    const date = Temporal.PlainDate.from({ year: Number(year), month: months.indexOf(month ?? '') + 1, day: Number(day) });
    const instant = (time: string, offset: string | undefined): void => {
      const [, sign = '+', hours = '0', minutes = '00'] = /^UTC(?:([+-])(\d+):?(\d*))?$/.exec(offset ?? '?') ?? [];
      found.push(Temporal.Instant.from(`${date.toString()}T${time}${sign}${hours.padStart(2, '0')}:${minutes.padEnd(2, '0')}`).toString());
    };
    instant(clock ?? '', own ?? zoneLine);
    if (until !== undefined) instant(until, untilOwn ?? zoneLine);
  }
  return found;
}

test('plain text, HTML and calendar part name the same instants, in every language and zone and over changes of offset', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...LANGUAGES),
      fc.constantFrom(
        'Europe/Madrid',
        'America/New_York',
        'Asia/Kolkata',
        'Pacific/Kiritimati',
        'Australia/Lord_Howe',
        'UTC',
        'America/St_Johns',
      ),
      fc.oneof(fc.integer({ min: 0, max: 20 * 365 * 24 * 60 }), fc.integer({ min: 430_000, max: 433_000 })),
      fc.integer({ min: 1, max: 3000 }),
      async (language, zone, minute, length) => {
        const startsAt = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes: minute });
        const event = { startsAt, endsAt: startsAt.add({ minutes: length }) };
        const { text, html } = await read({ event, recipient: { language, zone } });
        const object = itipObject(sampleNotice({ event }));
        const inCalendar = ['DTSTART', 'DTEND'].map((name) =>
          Temporal.Instant.from(new RegExp(`${name}:(\\S+)`).exec(object)?.[1] ?? '').toString(),
        );
        const inHtml = [...html.matchAll(/<time datetime="([^"]+)"/g)].map((match) => Temporal.Instant.from(match[1] ?? '').toString());
        expect(new Set(instantsIn(text, language))).toEqual(new Set(inCalendar));
        expect(new Set(inHtml)).toEqual(new Set(inCalendar));
      },
    ),
    { seed: 6047, numRuns: 60 },
  );
});

describe.each(LANGUAGES)('in %s', (language) => {
  const recipient = { language };

  test.each(PURPOSES)('%s has a subject with title and time, and says the same in text and HTML', async (purpose) => {
    const { subject, text, html, visible } = await read({ purpose, ticket: TICKET, recipient, previous: { ...BEFORE, ...LATER } });
    const words = textsOf(language).kinds[purpose];
    expect(subject).toMatch(new RegExp(`^${words.label}\u00a0?: Site visit, .*2026, 10:00 \\(UTC-5\\)$`));
    expect(html).toContain(`<html lang="${language}" dir="ltr">`);
    for (const part of [text, visible]) {
      for (const said of [
        words.lead('Ana'),
        words.calendar,
        words.ticket,
        'HL-9021-QX7K',
        'Pia',
        'America/New_York, UTC-5',
        'Europe/Madrid, UTC+1',
      ]) {
        expect(part).toContain(said);
      }
    }
  });
});

test.each(['de', 'es', 'fr'] as const)('in %s no sentence is left in English', (language) => {
  const sentences = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'function'
        ? [String(value('A', 'B', 'C'))]
        : Object.values(value ?? {}).flatMap(sentences);
  const english = new Set(sentences(textsOf('en')).filter((sentence) => /[a-z] [a-z]/.test(sentence)));
  expect(english.size).toBeGreaterThan(30);
  expect(sentences(textsOf(language)).filter((sentence) => english.has(sentence))).toEqual([]);
});

test('a moved mail shows the old time struck through and the new one', async () => {
  const { text, html } = await read({ purpose: 'moved', event: LATER, previous: BEFORE });
  expect(text).toMatch(/When \(before\):\n {2}Thursday, 5 November 2026, 10:00–\u206011:00/);
  expect(text).toMatch(/When \(now\):\n {2}Friday, 6 November 2026, 10:00–\u206011:00/);
  expect(html).toMatch(/Before: <s [^>]*>Thursday, 5 November 2026/);
  expect(html).not.toMatch(/<s [^>]*>Friday/);
});

test('a moved mail to somebody told nothing before shows only the new time', async () => {
  const { text, html } = await read({ purpose: 'moved', event: LATER });
  expect(text).not.toContain('before');
  expect(html).not.toContain('<s ');
});

test('an update names title and place before and now', async () => {
  const { text } = await read({ purpose: 'updated', event: { title: 'New', location: null }, previous: BEFORE });
  expect(text).toContain('Title (before): Site visit\nTitle (now): New');
  expect(text).toContain('Where (before):\n  Pier 4\n\nWhere (now):\n  no place given');
});

test('a cancelled ticket says that the event goes on; a cancelled event says that it does not', async () => {
  expect((await read({ purpose: 'ticket_cancelled', ticket: TICKET })).text).toContain('Your ticket is cancelled');
  expect((await read({ purpose: 'ticket_cancelled', ticket: TICKET })).text).toContain('The event itself goes on as planned.');
  expect((await read({ purpose: 'event_cancelled' })).text).toContain('It will not take place.');
});

test('somebody taken off a meeting reads about the list, not about a ticket', async () => {
  const { subject, text } = await read({ purpose: 'ticket_cancelled' });
  expect(subject).toMatch(/^No longer attending: /);
  expect(text).toContain('You are no longer on the list of attendees. The event itself goes on');
  expect(text).not.toMatch(/ticket/i);
});

test('a cancel reads well where the calendar does nothing: it tells to remove the entry oneself', async () => {
  for (const purpose of ['event_cancelled', 'ticket_cancelled'] as const) {
    const { text, visible } = await read({ purpose });
    expect(text).toContain('please remove it from your calendar yourself');
    expect(visible).toContain('please remove it from your calendar yourself');
  }
});

test('the event’s own clock is named where it differs from the reader’s, and only there', async () => {
  expect((await read({})).text).toMatch(/Local time at the event:\n.*16:00–\u206017:00\n.*Europe\/Madrid/);
  expect((await read({ recipient: { zone: 'Europe/Paris' } })).text).not.toContain('Local time at the event');
});

test.each(['calendar', 'tenant', 'fallback'] as const)('a zone inferred from the %s is owned up to', async (zoneSource) => {
  const { text, visible } = await read({ recipient: { zoneSource } });
  for (const part of [text, visible]) expect(part).toContain('We do not know your own time zone');
  expect((await read({ recipient: { zoneSource: 'contact' } })).text).not.toContain('We do not know');
});

test('a reason stands in quotes, lines kept, and leads nowhere', async () => {
  const { text, html, visible } = await read({
    purpose: 'event_cancelled',
    reason: 'Storm.\nSee http://evil.example or phish@evil.example',
  });
  expect(text.replaceAll('\u200B', '')).toContain('“Storm.\n  See http://evil.example or phish@evil.example”');
  for (const part of [text, html]) expect(part).not.toMatch(/http:\/\/evil|evil\.example|phish@/);
  expect(html).not.toContain('<a ');
  expect(visible).toContain('Reason given');
});

test('the organizer reads that it is their own event', async () => {
  expect((await read({ purpose: 'event_cancelled', recipient: { role: 'organizer' } })).text).toContain('Your event has been cancelled.');
});

test('the only link is the page, as a plain address in the text too', async () => {
  const pageUrl = 'https://loft.example.org/e/1?a=b&c=d';
  const { text, html } = await read({ pageUrl });
  expect(text).toContain(`View event page:\n${pageUrl}\n`);
  expect([...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([pageUrl.replace('&', '&amp;')]);
});

test('a holder is named only when it is somebody else', async () => {
  const { text } = await read({ purpose: 'ticket', ticket: { ...TICKET, holderName: 'Ben' } });
  expect(text).not.toContain('Issued to');
});
