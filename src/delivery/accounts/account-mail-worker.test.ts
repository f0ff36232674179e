import { sql } from 'kysely';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type SmtpServer, at, startSmtpServer } from '../../../test/harness/smtp.ts';
import { hashSecret } from '../../crypto/secret.ts';
import { unseal } from '../../crypto/sealed-text.ts';
import { aboutAccountMail } from '../../domain/people/account-mail.ts';
import { askPasswordReset } from '../../operations/access/ask-password-reset.ts';
import { resetPassword } from '../../operations/access/reset-password.ts';
import { readMailbox } from '../../operations/ledger/read-mailbox.ts';
import { invitePerson } from '../../operations/people/invite-person.ts';
import { createCaptureTransport } from '../capture-transport.ts';
import { createSmtpTransport } from '../smtp-transport.ts';
import type { Transport } from '../transport.ts';
import { createAccountMailWorker } from './account-mail-worker.ts';

const asking = { actor: { kind: 'system', id: 'test' }, cause: 'test' } as const;

let demo: TestDemo;
let server: SmtpServer;
let transport: Transport;
beforeAll(async () => {
  demo = await openDemo();
  server = await startSmtpServer();
  transport = createSmtpTransport({ url: server.url, connections: 2 });
});
afterAll(async () => {
  await transport.close();
  await server.close();
  await demo.close();
});
beforeEach(() => {
  server.behave(() => 'accept');
  server.received.length = 0;
  demo.clock.advance({ hours: 2 });
});

const workerOver = (given: Transport = transport) =>
  createAccountMailWorker({
    db: demo.db,
    clock: demo.clock,
    chance: () => 0,
    transport: given,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    publicUrl: 'https://events.example.org',
    unseal: ({ tenantId, userId, tokenSealed }) => unseal(demo.context, tokenSealed, aboutAccountMail(tenantId, userId)),
  });

const mails = async () =>
  (
    await sql<{ state: string; attempts: number; sealed: boolean; lastReply: string }>`
      select state, attempts, token_sealed is not null as sealed, last_reply from account_mails order by id`.execute(demo.db)
  ).rows;

const tokenIn = (text: string | undefined) => /https:\/\/events\.example\.org\/password\/([\w-]{43})\s/.exec(text ?? '')?.[1] ?? '';

test('issue 10: who is invited gets one mail, whose link sets a password once and within a week', async () => {
  const given = { email: 'omar@example.org', fullName: 'Omar <b>', role: 'front_desk', calendarIds: [] } as const;
  expect(await invitePerson(demo.context, demo.tenant, { ...given, calendarIds: [] }, asking)).toMatchObject({ outcome: 'invited' });
  expect(await workerOver().round()).toBe(1);
  expect(await workerOver().round()).toBe(0);
  const [received] = server.received;
  expect(received).toMatchObject({ from: 'events@harbour-loft.example', to: ['omar@example.org'] });
  const mail = await simpleParser(received?.raw ?? '', { skipTextToHtml: true });
  expect([mail.subject, mail.from?.text, mail.headers.get('auto-submitted')]).toEqual([
    'Your account at Harbour Loft',
    '"Harbour Loft" <events@harbour-loft.example>',
    'auto-generated',
  ]);
  expect(mail.text).toContain('Hello Omar <b>,');
  expect(mail.html).toContain('Hello Omar &lt;b&gt;,');
  expect(mail.html).not.toContain('<b>');
  const token = tokenIn(mail.text);
  const kept = await sql<{ text: string }>`select m::text || t::text as text from account_mails m, one_time_tokens t`.execute(demo.db);
  expect(kept.rows[0]?.text).not.toContain(token);
  expect(kept.rows[0]?.text).toContain(hashSecret(token).toString('hex'));
  expect(await mails()).toEqual([{ state: 'sent', attempts: 1, sealed: false, lastReply: expect.stringMatching(/^250/) }]);

  demo.clock.advance({ hours: 24 * 6 });
  expect(await resetPassword(demo.context, token, 'a-new-password', asking)).toEqual({ outcome: 'reset', tenantId: 1 });
  expect(await resetPassword(demo.context, token, 'a-new-password', asking)).toEqual({ outcome: 'wrong_token' });
});

test('issue 10: a mail that is put off is tried again with the same bytes, and given up when its link is over', async () => {
  await askPasswordReset(demo.context, demo.tenant, 'MINA@example.org', asking);
  server.behave(at('reply', { code: 451, text: '4.3.0 later' }));
  const worker = workerOver();
  expect(await worker.round()).toBe(1);
  expect((await mails()).at(-1)).toMatchObject({ state: 'awaiting_retry', attempts: 1, sealed: true });
  // Not before its time.
  expect(await worker.round()).toBe(0);
  server.behave(() => 'accept');
  demo.clock.advance({ seconds: 10 });
  expect(await worker.round()).toBe(1);
  expect(server.received).toHaveLength(1);
  const first = server.received[0]?.raw.toString() ?? '';
  expect((await simpleParser(first)).messageId).toMatch(/^<[0-9a-f]{32}@harbour-loft\.example>$/);

  // Three an hour, whoever asks, and the link of an earlier mail is void.
  const earlier = tokenIn((await simpleParser(first, { skipTextToHtml: true })).text);
  for (let time = 0; time < 4; time++) await askPasswordReset(demo.context, demo.tenant, 'mina@example.org', asking);
  expect((await mails()).filter(({ state }) => state === 'queued')).toHaveLength(1);
  expect(await resetPassword(demo.context, earlier, 'a-new-password', asking)).toEqual({ outcome: 'wrong_token' });
  const count = (await mails()).length;
  expect(count).toBe(4);
  demo.clock.advance({ hours: 1 });
  expect(await worker.round()).toBe(1);
  expect((await mails()).at(-1)).toMatchObject({ state: 'failed', sealed: false, lastReply: 'not sent: its link is over' });
  expect(server.received).toHaveLength(1);
});

test('issue 10: nobody learns whether there is an account, and no mail goes where there is none or it is suspended', async () => {
  const before = (await mails()).length;
  for (const email of ['kenji@example.net', 'no address', 'noor@example.org']) {
    if (email.startsWith('noor')) await sql`update users set active = false where id = 3`.execute(demo.db);
    expect(await askPasswordReset(demo.context, demo.tenant, email, asking)).toBeUndefined();
  }
  expect((await mails()).length).toBe(before);
});

test('issue 10: two workers send a mail once, one that dies leaves it to another, and the development mailbox keeps it', async () => {
  await askPasswordReset(demo.context, demo.tenant, 'mina@example.org', asking);
  const kept = createCaptureTransport({ db: demo.db, clock: demo.clock });
  await sql`update account_mails set state = 'sending', leased_until = ${demo.clock.now().add({ seconds: 900 })}, attempts = 1 where state = 'queued'`.execute(
    demo.db,
  );
  expect(await workerOver(kept).round()).toBe(0);
  demo.clock.advance({ minutes: 16 });
  expect((await Promise.all([workerOver(kept).round(), workerOver(kept).round()])).toSorted()).toEqual([0, 1]);
  const { mails: box } = await readMailbox(demo.context, { before: null, to: 'mina' });
  expect(box).toMatchObject([{ recipient: 'mina@example.org', deliveryId: null, purpose: null, method: null }]);
});
