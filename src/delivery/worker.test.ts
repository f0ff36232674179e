import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestWorker, attemptsOf, becomes, startTestWorker, statesOf } from '../../test/harness/delivery.ts';
import { type SmtpServer, at, startSmtpServer } from '../../test/harness/smtp.ts';
import { type World, addEvent, ledgerOf, openWorld, request } from '../../test/harness/world.ts';
import type { Invitee } from '../domain/events/create-event.ts';
import { cancelEvent } from '../operations/events/cancel-event.ts';
import { TEMPLATE_VERSION, createComposer } from './email/compose-email.ts';

let world: World;
let smtp: SmtpServer;
let worker: TestWorker | undefined;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  // The same three people in every test: what a server said of them in one is not the next one's.
  await sql`delete from suppressions`.execute(world.db);
  smtp = await startSmtpServer();
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await smtp.close();
});

/** Waits until the event's deliveries stand in just these states. */
async function comesTo(eventId: number, states: Record<string, number>): Promise<void> {
  const wanted = JSON.stringify(states);
  await becomes(
    () => statesOf(world, eventId),
    (found) => JSON.stringify(found) === wanted,
  );
}

test('each of an event is mailed once, and the ledger holds the server’s words and what made the bytes', async () => {
  const event = await addEvent(world);
  worker = startTestWorker(world, smtp.url);
  await comesTo(event.id, { sent: 3 });
  expect(smtp.received.map((mail) => mail.to).toSorted()).toEqual([['ana@example.com'], ['ben@example.com'], ['chie@example.com']]);
  const rows = await sql<{
    lastReply: string;
    attempts: number;
    possiblySent: boolean;
    contentSha256: string;
    templateVersion: number;
    tzVersion: string;
  }>`
    select last_reply, attempts, possibly_sent, content_sha256, template_version, tz_version from deliveries where event_id = ${event.id}
    `.execute(world.db);
  for (const row of rows.rows) {
    expect(row).toEqual({
      lastReply: expect.stringMatching(/^250 /),
      attempts: 1,
      possiblySent: true,
      contentSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      templateVersion: TEMPLATE_VERSION,
      tzVersion: process.versions.tz,
    });
  }
  expect((await attemptsOf(world, event.id)).map((one) => [one.number, one.outcome])).toEqual([
    [1, 'sent'],
    [1, 'sent'],
    [1, 'sent'],
  ]);
});

test('what a server defers is sent again later, byte for byte the same', async () => {
  const deferred: string[] = [];
  smtp.behave((moment) => {
    if (moment.stage !== 'reply' || deferred.includes(moment.to[0]!)) return 'accept';
    deferred.push(moment.to[0]!);
    return 'keep-and-drop';
  });
  const event = await addEvent(world);
  worker = startTestWorker(world, smtp.url);
  await comesTo(event.id, { awaiting_retry: 3 });
  world.clock.advance({ seconds: 10 });
  worker.wake();
  await comesTo(event.id, { sent: 3 });
  const byRecipient = Map.groupBy(smtp.received, (mail) => mail.to[0]);
  expect(byRecipient.size).toBe(3);
  for (const [first, second, ...more] of byRecipient.values()) {
    expect(more).toEqual([]);
    expect(second!.raw.equals(first!.raw)).toBe(true);
  }
  expect((await attemptsOf(world, event.id)).map((one) => one.outcome)).toEqual(['lost', 'sent', 'lost', 'sent', 'lost', 'sent']);
});

test.each([
  ['rcpt', 550, '5.1.1 no such user', 'bounced'],
  ['reply', 550, '5.2.1 mailbox disabled', 'bounced'],
  ['reply', 554, '5.6.0 we do not like this', 'failed'],
  ['mail', 553, '5.1.8 sender refused', 'failed'],
] as const)('%s %i %s ends as %s at once, with the words kept', async (stage, code, text, state) => {
  // Of each in words of their own: the same of everybody would be the relay's refusal, not theirs.
  const said = (to: string) => `${text} ${to.split('@')[0]}`.trimEnd();
  smtp.behave((moment) => (moment.stage === stage ? { code, text: said(moment.to.at(-1) ?? '') } : 'accept'));
  const event = await addEvent(world);
  worker = startTestWorker(world, smtp.url);
  await comesTo(event.id, { [state]: 3 });
  const [row] = await ledgerOf(world, event.id);
  expect(row!.lastReply).toBe(`${code} ${said(stage === 'mail' ? '' : (row!.recipient ?? ''))}`);
  expect((await attemptsOf(world, event.id)).map((one) => one.outcome)).toEqual(['refused', 'refused', 'refused']);
});

test('a server that defers for three days is given up on, its last words kept', async () => {
  smtp.behave(at('rcpt', { code: 451, text: '4.7.1 come again' }));
  const event = await addEvent(world);
  worker = startTestWorker(world, smtp.url);
  for (let tries = 1; tries <= 3; tries += 1) {
    await becomes(
      () => attemptsOf(world, event.id),
      (attempts) => attempts.length === tries * 3,
    );
    world.clock.advance({ hours: 24, minutes: 1 });
    worker.wake();
  }
  expect(
    await becomes(
      () => statesOf(world, event.id),
      (states) => 'failed' in states && !states['sending'],
    ),
  ).toEqual({ failed: 3 });
  expect((await ledgerOf(world, event.id)).map((row) => row.lastReply)).toEqual(Array(3).fill('451 4.7.1 come again'));
});

test('a mail that may have arrived is not sent again with other bytes; one that cannot have is', async () => {
  smtp.behave((moment) =>
    moment.to[0] === 'ana@example.com' ? at('reply', 'keep-and-drop')(moment) : at('rcpt', { code: 451, text: 'later' })(moment),
  );
  const event = await addEvent(world);
  worker = startTestWorker(world, smtp.url);
  await comesTo(event.id, { awaiting_retry: 3 });
  await worker.stop();
  smtp.behave(() => 'accept');
  world.clock.advance({ seconds: 10 });
  const compose = createComposer();
  worker = startTestWorker(world, smtp.url, {
    compose: (notice) => {
      const email = compose(notice);
      return { ...email, raw: Buffer.concat([email.raw, Buffer.from('\r\n')]), sha256: `other ${email.sha256}` };
    },
    composedWith: { templateVersion: TEMPLATE_VERSION + 1, tzVersion: 'other' },
  });
  await comesTo(event.id, { failed: 1, sent: 2 });
  expect(worker.lines.filter((line) => line.level === 'error').map((line) => line.message)).toEqual([
    'composes other bytes than those that may have arrived; not sent again',
  ]);
});

test('a notice that cannot be composed is retried and keeps no other back', async () => {
  const compose = createComposer();
  const event = await addEvent(world);
  worker = startTestWorker(world, smtp.url, {
    compose: (notice) => {
      if (notice.recipient.email === 'ben@example.com') throw new RangeError('no such zone');
      return compose(notice);
    },
  });
  await comesTo(event.id, { awaiting_retry: 1, sent: 2 });
  expect((await ledgerOf(world, event.id)).find((row) => row.state === 'awaiting_retry')!.lastReply).toBe(
    'could not be composed (RangeError)',
  );
});

const guests = (count: number): Invitee[] =>
  Array.from({ length: count }, (_, n) => ({ name: null, email: `guest${n}@example.org`, zone: null, language: null, role: 'attendee' }));

test('while the server is away a few mails ask for it and the rest stay queued, to go as soon as it is back', async () => {
  smtp.behave(at('connect', 'drop'));
  const event = await addEvent(world, { invitees: guests(40) });
  worker = startTestWorker(world, smtp.url);
  const away = await becomes(
    () => statesOf(world, event.id),
    (states) => 'awaiting_retry' in states && !states['sending'],
  );
  expect(away['awaiting_retry']).toBeLessThanOrEqual(10);
  smtp.behave(() => 'accept');
  await becomes(
    () => statesOf(world, event.id),
    (states) => !('queued' in states) && !('sending' in states),
  );
  world.clock.advance({ minutes: 1 });
  worker.wake();
  await comesTo(event.id, { sent: 40 });
});

test.each([
  ['away', 'connect', 'drop'],
  ['stuck', 'connect', 'stall'],
  ['stuck in the middle', 'reply', 'stall'],
  ['refusing', 'rcpt', { code: 550, text: '5.7.1 no' }],
] as const)('a server that is %s does not keep a cancel from its answer', async (_, stage, verdict) => {
  smtp.behave(at(stage, verdict));
  const before = await addEvent(world, { invitees: guests(20) });
  worker = startTestWorker(world, smtp.url, { drainMs: 50 });
  await smtp.reached(stage);
  const outcome = await cancelEvent(world.context, world.tenant, { id: before.id }, request);
  expect(outcome.outcome).toBe('cancelled');
  expect(Object.values(await statesOf(world, before.id)).reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(20);
});

test('log lines name deliveries and tenants, never an address or the server’s words', async () => {
  // One of the three, so that it is not the relay that refuses; the mails of the tests before may still come.
  smtp.behave(({ stage, to }) =>
    stage === 'rcpt' && to.at(-1) === 'ben@example.com' ? { code: 550, text: '5.1.1 <ben@example.com> who?' } : 'accept',
  );
  const event = await addEvent(world);
  worker = startTestWorker(world, smtp.url);
  await comesTo(event.id, { bounced: 1, sent: 2 });
  const logged = JSON.stringify(worker.lines);
  expect(logged).toContain('"deliveryId"');
  expect(logged).toContain('"tenantId"');
  expect(logged).not.toMatch(/@|who/);
});
