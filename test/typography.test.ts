import { html } from 'hono/html';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { composeEmail } from '../src/delivery/email/compose-email.ts';
import { PLAIN_VECTORS, VECTORS } from '../src/delivery/email/golden/vectors.ts';
import { textsOf } from '../src/delivery/email/texts/catalogue.ts';
import type { Notice, PlainNotice } from '../src/domain/notices/notice.ts';
import { LANGUAGES } from '../src/domain/people/people.ts';
import { unbroken } from '../src/domain/unbroken.ts';
import { cancelledTitle } from '../src/ical/cancelled-word.ts';
import type { MeetingLink } from '../src/operations/access/follow-link.ts';
import { details, frame } from '../src/portal/server/link-frame.ts';
import { LINK_TEXTS } from '../src/portal/server/link-texts.ts';
import { OFFER_TEXTS } from '../src/portal/server/offer-texts.ts';
import { SETUP_TEXTS } from '../src/portal/server/setup-texts.ts';
import { sampleNotice } from './harness/sample-notice.ts';

/** Every sentence of a catalogue, its functions called. */
function sentencesOf(texts: unknown): string[] {
  if (typeof texts === 'string') return [texts];
  if (typeof texts === 'function') return [String((texts as (...given: string[]) => string)('Ana', 'Ben', 'Chie'))];
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(sentencesOf) : [];
}

/** Double punctuation of French that stands without its no-break space, with what is around it. A colon within a time or an address is none. */
function faultsOf(text: string): string[] {
  return [...text.matchAll(/.{0,12}(?:(?<!\u00a0)(?::(?!\S)|»)|(?<!\u202f)[;!?]|«(?!\u00a0)).{0,12}/gu)].map(([found]) => found);
}

test('issue 9 E31: French sets a no-break space before double punctuation, in every sentence of every catalogue', () => {
  const sentences = [textsOf('fr'), LINK_TEXTS.fr, OFFER_TEXTS.fr, SETUP_TEXTS.fr, cancelledTitle('Site visit', 'fr')].flatMap(sentencesOf);
  expect(sentences.length).toBeGreaterThan(100);
  expect(sentences.flatMap(faultsOf)).toEqual([]);
});

type Read = { name: string; subject: string; text: string; visible: string };

/** Every golden mail, as if its reader had this language. */
function mailsIn(language: string): Promise<Read[]> {
  const notices: [string, Notice | PlainNotice][] = [...Object.entries(VECTORS), ...Object.entries(PLAIN_VECTORS)];
  return Promise.all(
    notices.map(async ([name, notice]) => {
      const { recipient, event } = notice;
      // Strangers' words are left as they are; here there are none but the names.
      const calm = {
        ...notice,
        reason: null,
        recipient: { ...recipient, language, name: 'Ben' },
        event: { ...event, title: 'Visite', description: '' },
        ...('message' in notice && { message: { ...notice.message, subject: 'Portes', text: 'Entrée nord' } }),
      };
      const { subject = '', text = '', html: markup = '' } = await PostalMime.parse(composeEmail(calm as Notice).raw);
      const visible = markup.replace(/<head>.*<\/head>|<[^>]+>/gs, '').replace(/&[a-z\d#]+;/gi, ' ');
      return { name, subject, text, visible };
    }),
  );
}

test('issue 9 E31: no French mail has a colon without its space, in subject, text or HTML', async () => {
  for (const { name, subject, text, visible } of await mailsIn('fr')) {
    expect([name, ...[subject, text, visible].flatMap(faultsOf)]).toEqual([name]);
  }
});

const wordsOf = (markup: { toString(): string }): string => markup.toString().replaceAll(/<[^>]+>/g, '');

const link = (language: string, minutes: number): MeetingLink => {
  const { event } = sampleNotice();
  const whole = { ...event, endsAt: event.startsAt.add({ minutes }) } as unknown as MeetingLink['event'];
  return {
    action: 'cancel',
    event: whole,
    reader: { zone: 'Europe/Madrid', language },
    tenant: { name: 'Example House' },
  } as unknown as MeetingLink;
};

test('issue 9 E31: a time range does not break at its dash, in any language, in mails and on the pages of links', async () => {
  for (const language of LANGUAGES) {
    const mails = (await mailsIn(language)).flatMap(({ text, visible }) => [text, visible]);
    const pages = await Promise.all([45, 60 * 30].map(async (minutes) => wordsOf(await details(link(language, minutes)))));
    for (const text of [...mails, ...pages]) {
      const dashes = [...text.matchAll(/(.)–(.)/gsu)].map(([, before, after]) => [before, after]);
      // Before a dash no line ends but at a space; after it, only a word joiner keeps one from ending (UAX #14, LB21 and LB11).
      expect(dashes.filter(([before, after]) => after !== '\u2060' || (before !== '\u00a0' && /\s/u.test(before ?? '')))).toEqual([]);
    }
    expect([...mails, ...pages].join('').match(/–/g)?.length).toBeGreaterThan(20);
  }
});

test('issue 9 E31: spaces around a dash become such that do not break', () => {
  expect(unbroken('15:00–16:00')).toBe('15:00–\u206016:00');
  expect(unbroken('5 May, 15:00\u2009–\u20096 May')).toBe('5 May, 15:00\u00a0–\u2060\u00a06 May');
});

test('issue 9 E31: the title of a link’s page has its colon as its language sets it', async () => {
  expect((await frame(link('fr', 45), 'Annuler', html``)).toString()).toContain('<title>Annuler\u00a0: Site visit · Example House</title>');
  expect((await frame(link('de', 45), 'Absagen', html``)).toString()).toContain('<title>Absagen: Site visit · Example House</title>');
});
