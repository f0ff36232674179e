import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestWorker, attemptsOf, becomes, startTestWorker, statesOf } from '../../test/harness/delivery.ts';
import { type SmtpServer, startSmtpServer } from '../../test/harness/smtp.ts';
import { type World, addCalendar, addEvent, addTenant, ana, ben, chie, ledgerOf, openWorld, request } from '../../test/harness/world.ts';
import { cancelEvent } from '../operations/events/cancel-event.ts';
import { findReach } from '../operations/ledger/find-reach.ts';
import { listSuppressions } from '../operations/ledger/list-suppressions.ts';
import { removeSuppression } from '../operations/ledger/remove-suppression.ts';
import { rescheduleEvent } from '../operations/events/reschedule-event.ts';
import { claimDeliveries } from '../ledger/claim.ts';
import { recordUnsent } from '../ledger/record.ts';

let world: World;
let smtp: SmtpServer;
let worker: TestWorker | undefined;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await sql`delete from suppressions`.execute(world.db);
  smtp = await startSmtpServer();
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await smtp.close();
});

/** From now on the server refuses Ben's address in these words. */
const refuseBen = (code: number, text: string) =>
  smtp.behave(({ stage, to }) => (stage === 'rcpt' && to.at(-1) === ben.email ? { code, text } : 'accept'));

/** An event of a world whose mails the worker has handed over: how they ended. */
async function sentEvent(of: World = world) {
  const event = await addEvent(of, { invitees: [ben, chie] });
  worker ??= startTestWorker(world, smtp.url);
  worker.wake();
  const states = await becomes(
    () => statesOf(world, event.id),
    (found) => !('queued' in found) && !('sending' in found),
  );
  return { event, states };
}

const NO_SUCH = '550 5.1.1 no such user';
const NOT_SENT = `not sent: this address was refused before (${NO_SUCH})`;

test('zyntro §12-29: an address that a server says is none gets no invitation, move or cancel more, the others do: not counted, not tried, and listed as not reached with the reason', async () => {
  const { event: told } = await sentEvent();
  refuseBen(550, '5.1.1 no such user');
  expect((await sentEvent()).states).toEqual({ bounced: 1, sent: 1 });
  smtp.behave(() => 'accept');
  expect((await sentEvent()).states).toEqual({ bounced: 1, sent: 1 });

  const later = { startsAt: told.startsAt.add({ hours: 1 }), endsAt: told.endsAt.add({ hours: 1 }) };
  expect(await rescheduleEvent(world.context, world.tenant, { id: told.id }, later, request)).toMatchObject({
    outcome: 'rescheduled',
    notices: 1,
  });
  worker?.wake();
  await becomes(
    () => statesOf(world, told.id),
    (found) => JSON.stringify(found) === '{"bounced":1,"sent":3}',
  );
  expect(await cancelEvent(world.context, world.tenant, { id: told.id }, request)).toMatchObject({ outcome: 'cancelled', notices: 1 });
  worker?.wake();
  await becomes(
    () => statesOf(world, told.id),
    (found) => JSON.stringify(found) === '{"bounced":2,"sent":4}',
  );
  expect(smtp.received.filter(({ to }) => to[0] === ben.email)).toHaveLength(1);
  expect((await findReach(world.context, world.tenant, { id: told.id }, { limit: 10 }))?.reach).toMatchObject({
    people: 2,
    reached: 1,
    nothingOwed: 0,
    counts: { bounced: 0, suppressed: 1 },
    unreached: [
      { recipient: ben.email, why: 'suppressed', purpose: 'event_cancelled', state: 'bounced', attempts: 0, lastReply: NOT_SENT },
    ],
  });
});

test('what waited for the address when it was refused ends without an attempt', async () => {
  const holder = randomUUID();
  const events = [await addEvent(world, { invitees: [ben] }), await addEvent(world, { invitees: [{ ...ben, email: 'BEN@example.com' }] })];
  const now = world.clock.now();
  const [first] = await claimDeliveries(world.db, holder, 0, 1, now);
  const ended = {
    tenantId: first!.tenantId,
    id: first!.id,
    attempt: first!.attempts,
    startedAt: now,
    endedAt: now,
    words: NO_SUCH,
    sha256: null,
  };
  await recordUnsent(
    world.db,
    holder,
    [{ ...ended, outcome: 'refused', state: 'bounced', possiblySent: false, dueAt: null, addressGone: true }],
    { templateVersion: 1, tzVersion: 'test' },
  );
  expect(await claimDeliveries(world.db, holder, 0, 10, now)).toEqual([]);
  expect((await ledgerOf(world, events[1]!.id)).map(({ state, lastReply }) => [state, lastReply])).toEqual([['bounced', NOT_SENT]]);
  expect(await attemptsOf(world, events[1]!.id)).toEqual([]);
});

test('a result that came too late suppresses nobody', async () => {
  const event = await addEvent(world, { invitees: [ben] });
  const now = world.clock.now();
  const [claimed] = await claimDeliveries(world.db, randomUUID(), 0, 1, now);
  const ended = { tenantId: claimed!.tenantId, id: claimed!.id, attempt: 1, startedAt: now, endedAt: now, words: NO_SUCH, sha256: null };
  await recordUnsent(
    world.db,
    randomUUID(),
    [{ ...ended, outcome: 'refused', state: 'bounced', possiblySent: false, dueAt: null, addressGone: true }],
    { templateVersion: 1, tzVersion: 'test' },
  );
  expect(await listSuppressions(world.context, world.tenant)).toEqual([]);
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at where event_id = ${event.id}`.execute(world.db);
});

test.each([
  [550, '5.7.1 your server is not welcome'],
  [554, '5.7.1 relay access denied'],
  [552, '5.2.2 mailbox full'],
])('%i %s is about this mail or us, so the next mail is tried', async (code, text) => {
  refuseBen(code, text);
  expect((await sentEvent()).states).toEqual({ bounced: 1, sent: 1 });
  smtp.behave(() => 'accept');
  expect((await sentEvent()).states).toEqual({ sent: 2 });
});

test('another tenant goes on mailing the address, and this one does once it is lifted', async () => {
  refuseBen(550, '5.1.1 no such user');
  const { event } = await sentEvent();
  smtp.behave(() => 'accept');
  const tenant = await addTenant(world.context, 'Quay House');
  const other = { ...world, tenant, calendarId: await addCalendar(world.context, tenant) };
  expect((await sentEvent(other)).states).toEqual({ sent: 2 });
  const [bounced] = await ledgerOf(world, event.id);
  expect(await listSuppressions(world.context, world.tenant)).toEqual([
    { address: ben.email, reason: NO_SUCH, deliveryId: bounced!.id, createdAt: world.clock.now() },
  ]);
  expect(await removeSuppression(world.context, tenant, ben.email!, request)).toBe(false);
  expect(await removeSuppression(world.context, world.tenant, 'Ben@Example.com', request)).toBe(true);
  expect(await removeSuppression(world.context, world.tenant, ben.email!, request)).toBe(false);
  expect((await sentEvent()).states).toEqual({ sent: 2 });
});

test('issue 9 B6: a relay that refuses everybody is left alone: nobody is suppressed, all come again, and the log says so once without an address', async () => {
  smtp.behave(({ stage }) => (stage === 'rcpt' ? { code: 550, text: '5.1.1 user unknown, relay is being moved' } : 'accept'));
  const event = await addEvent(world, { invitees: [ben, chie, ana, { ...ben, email: 'omar@example.org' }] });
  worker = startTestWorker(world, smtp.url, { concurrency: 1 });
  worker.wake();
  await becomes(
    () => statesOf(world, event.id),
    (found) => (found['awaiting_retry'] ?? 0) >= 3 && found['bounced'] === undefined,
  );
  expect((await sql`select from suppressions`.execute(world.db)).rows).toEqual([]);
  const said = worker.lines.filter(({ message }) => message.includes('refuses everybody'));
  expect([said.length, JSON.stringify(said).includes('@')]).toEqual([1, false]);
  // The relay is well again: everybody is told, once.
  smtp.behave(() => 'accept');
  world.clock.advance({ minutes: 5 });
  await becomes(
    () => statesOf(world, event.id),
    (found) => (worker?.wake(), found['sent'] === 4),
  );
  expect(smtp.received.map(({ to }) => to[0]).toSorted()).toEqual([
    'ana@example.com',
    'ben@example.com',
    'chie@example.com',
    'omar@example.org',
  ]);
});

test('issue 9 B6: three people in a row of whom one is mailed in between are three people', async () => {
  smtp.behave(({ stage, to }) =>
    stage === 'rcpt' && to.at(-1) !== 'chie@example.com' ? { code: 550, text: '5.1.1 user unknown' } : 'accept',
  );
  worker = startTestWorker(world, smtp.url, { concurrency: 1 });
  for (const who of [ana, ben, chie, { ...ben, email: 'omar@example.org' }]) {
    const event = await addEvent(world, { invitees: [who] });
    worker.wake();
    await becomes(
      () => statesOf(world, event.id),
      (found) => 'sent' in found || 'bounced' in found,
    );
  }
  const kept = await sql<{ address: string }>`select address from suppressions order by address`.execute(world.db);
  expect(kept.rows.map(({ address }) => address)).toEqual(['ana@example.com', 'ben@example.com', 'omar@example.org']);
});
