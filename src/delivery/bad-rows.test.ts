import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestWorker, becomes, startTestWorker, statesOf } from '../../test/harness/delivery.ts';
import { type SmtpServer, startSmtpServer } from '../../test/harness/smtp.ts';
import { type World, addEvent, addTenant, ben, openWorld } from '../../test/harness/world.ts';
import { claimDeliveries } from '../ledger/claim.ts';
import { listAttempts } from '../ledger/delivery-attempts.ts';
import { recordSent } from '../ledger/record.ts';

let world: World;
let smtp: SmtpServer;
let worker: TestWorker | undefined;

beforeEach(async () => {
  world = await openWorld();
  smtp = await startSmtpServer();
});
afterEach(async () => {
  await worker?.stop();
  await smtp.close();
  await world.close();
});

test.each([
  ['whose plan says no start', `update outbox set facts = facts - 'startsAt'`],
  ['whose plan says no place for its calendar part', `update outbox set method = null`],
  ['with a purpose that a newer version knows', `update deliveries set purpose = 'postponed'`],
])('9 A3: a notice %s waits alone, its id in the log, and keeps nobody else from being told', async (_which, spoil) => {
  const bad = await addEvent(world, { invitees: [ben] });
  await sql.raw(`${spoil} where event_id = ${bad.id}`).execute(world.db);
  const other = await addTenant(world.context, 'Elsewhere');
  const sound = [await addEvent(world), await addEvent(world)];
  worker = startTestWorker(world, smtp.url);
  for (const { id } of sound)
    expect(
      await becomes(
        () => statesOf(world, id),
        (states) => states['sent'] === 3,
      ),
    ).toEqual({ sent: 3 });
  const [row] = (
    await becomes(
      () =>
        sql<{ id: number; state: string; attempts: number; setbacks: number; lastReply: string }>`
        select id, state, attempts, setbacks, last_reply from deliveries where event_id = ${bad.id}`.execute(world.db),
      ({ rows }) => rows[0]?.state === 'awaiting_retry',
    )
  ).rows;
  expect(row).toMatchObject({ attempts: 1, setbacks: 1, lastReply: expect.stringMatching(/^could not be composed \(\w+\)$/) });
  expect(worker.lines.filter(({ level, deliveryId }) => level === 'error' && deliveryId === row!.id)).toHaveLength(1);
  expect(await listAttempts(world.db, other.id, row!.id)).toEqual([]);
  // Mended, for instance by the newer version, it goes.
  await sql`update outbox set facts = facts || jsonb_build_object('startsAt', '2030-03-03T10:00:00Z'), method = 'REQUEST' where event_id = ${bad.id}`.execute(
    world.db,
  );
  await sql`update deliveries set purpose = 'invitation' where event_id = ${bad.id}`.execute(world.db);
  world.clock.advance({ seconds: 11 });
  await worker.stop();
  worker = startTestWorker(world, smtp.url);
  expect(
    await becomes(
      () => statesOf(world, bad.id),
      (states) => states['sent'] === 1,
    ),
  ).toEqual({ sent: 1 });
});

test('9 A3: words of a server that the database cannot hold are written as it can, with the results beside them', async () => {
  const event = await addEvent(world);
  const id = '00000000-0000-4000-8000-000000000001';
  const now = world.clock.now();
  const claimed = await claimDeliveries(world.db, id, 0, 10, now);
  const results = claimed.map(({ tenantId, id: deliveryId, attempts }, index) => ({
    tenantId,
    id: deliveryId,
    attempt: attempts,
    startedAt: now,
    endedAt: now,
    words: ['250 taken', '250 \0 taken', '250 \ud800 taken'][index]!,
    sha256: null,
    outcome: 'sent' as const,
  }));
  await recordSent(world.db, id, results, { templateVersion: 1, tzVersion: 'test' });
  expect(await statesOf(world, event.id)).toEqual({ sent: 3 });
  const words = await sql<{ lastReply: string }>`select last_reply from deliveries where event_id = ${event.id} order by id`.execute(
    world.db,
  );
  expect(words.rows.map(({ lastReply }) => lastReply)).toEqual(['250 taken', '250 \ufffd taken', '250 \ufffd taken']);
});
