import { describe, expect, test } from 'vitest';
import { written } from '../court/mail.fixture.ts';
import { REPORTS } from './corpus/reports.fixture.ts';
import { OTHERS, UNSTRUCTURED } from './corpus/words.fixture.ts';
import { judgeMail } from './judge-mail.ts';

const CORPUS = [...REPORTS, ...UNSTRUCTURED, ...OTHERS];

const crlf = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'));

test('the corpus is large enough to mean something', () => {
  expect(CORPUS.length).toBeGreaterThanOrEqual(30);
});

describe('issue 11: what came back is judged rightly', () => {
  test.each(CORPUS)('$name', async ({ raw, expected }) => {
    // As it comes by a pipe, and with bare line feeds, as some pipes hand it over.
    for (const bytes of [crlf(raw), Buffer.from(raw)]) {
      const judged = await judgeMail(bytes);
      const { words = '', ...rest } = { words: undefined, ...expected };
      expect(judged).toMatchObject(rest);
      expect('words' in judged ? judged.words : '').toContain(words);
    }
  });

  test('whom it came to is told, for the token in the address', async () => {
    expect((await judgeMail(crlf(CORPUS[0]!.raw))).to).toEqual(['bounces+12.a1b2c3@events.example.org']);
  });

  test('a complaint says whose, and of which mail', async () => {
    const complaint = await judgeMail(crlf(CORPUS.find(({ expected }) => expected.kind === 'complaint')!.raw));
    expect(complaint).toMatchObject({ recipient: 'ben@example.com', original: '0005.event_cancelled.7c6a180b@events.example.org' });
  });
});

describe('issue 11: answers to invitations', () => {
  const answer = (status: string, method = 'REPLY') => ({
    from: 'ben@example.com',
    to: 'loft+t.1@events.example.org',
    method,
    event: { STATUS: null, SEQUENCE: '2', ATTENDEE: `PARTSTAT=${status}:mailto:Ben@Example.com` },
  });

  test.each(['nested', 'flat', 'late'] as const)('%s: a REPLY says who, what, to which version and when', async (shape) => {
    for (const [status, read] of Object.entries({ ACCEPTED: 'accepted', DECLINED: 'declined', TENTATIVE: 'tentative' })) {
      expect(await judgeMail(written({ ...answer(status), shape }))).toMatchObject({
        kind: 'reply',
        uid: '5d41402abc4b2a76@events.example.org',
        attendee: 'ben@example.com',
        status: read,
        sequence: 2,
        dtstamp: Date.UTC(2026, 9, 1, 9),
        proposed: null,
      });
    }
  });

  test('a COUNTER says which times they would rather have', async () => {
    const proposed = { startsAt: Date.UTC(2026, 10, 5, 14), endsAt: Date.UTC(2026, 10, 5, 15, 30) };
    expect(await judgeMail(written(answer('TENTATIVE', 'COUNTER')))).toMatchObject({ kind: 'counter', status: 'tentative', proposed });
  });

  test('what answers for nobody, for several, or is no answer, is none', async () => {
    const none = { ...answer('ACCEPTED'), event: { ...answer('ACCEPTED').event, ATTENDEE: null } };
    const several = {
      ...answer('ACCEPTED'),
      event: { ATTENDEE: ['PARTSTAT=ACCEPTED:mailto:ben@example.com', 'PARTSTAT=DECLINED:mailto:ana@example.com'] },
    };
    for (const mail of [none, several, answer('DELEGATED'), answer('ACCEPTED', 'REQUEST'), answer('ACCEPTED', 'PUBLISH')])
      expect((await judgeMail(written(mail))).kind).toBe('other');
  });
});
