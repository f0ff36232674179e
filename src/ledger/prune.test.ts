import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type World, addEvent, ledgerOf, openWorld } from '../../test/harness/world.ts';
import { pruneLedger } from '../operations/ledger/prune-ledger.ts';
import { insertCapturedMail } from './captured-mails.ts';
import { claimDeliveries } from './claim.ts';
import { listAttempts } from './delivery-attempts.ts';
import { recordSent, recordUnsent } from './record.ts';
import { FIRST_PLACE, findReach } from './unreached.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const made = { templateVersion: 1, tzVersion: 'test' };
const worker = randomUUID();

/** A meeting whose mails were put off once, then, where `ends`, taken; each is in the mailbox. */
async function meeting(ends: boolean): Promise<number> {
  const { id } = await addEvent(world);
  const claim = async () => {
    const now = world.clock.now();
    const claimed = (await claimDeliveries(world.db, worker, 0, 100, now)).filter(({ eventId }) => eventId === id);
    return claimed.map(({ tenantId, id: deliveryId, attempts }) => ({
      tenantId,
      id: deliveryId,
      attempt: attempts,
      startedAt: now,
      endedAt: now,
      words: '451 later',
      sha256: null,
    }));
  };
  const dueAt = world.clock.now().add({ seconds: 7 });
  const deferred = { outcome: 'deferred', state: 'awaiting_retry', possiblySent: false, dueAt } as const;
  const first = await claim();
  await recordUnsent(
    world.db,
    worker,
    first.map((one) => ({ ...one, ...deferred })),
    made,
  );
  for (const { tenantId, id: deliveryId } of first)
    await insertCapturedMail(
      world.db,
      {
        tenantId,
        deliveryId,
        messageId: `${deliveryId}@adjourn.example`,
        sender: 'events@adjourn.example',
        recipient: 'ben@example.com',
        raw: Buffer.from('mail'),
      },
      world.clock.now(),
    );
  if (!ends) return id;
  world.clock.advance({ seconds: 10 });
  await recordSent(
    world.db,
    worker,
    (await claim()).map((one) => ({ ...one, words: '250 taken', outcome: 'sent' as const })),
    made,
  );
  return id;
}

const attemptsOf = async (eventId: number) => {
  const [row] = await ledgerOf(world, eventId);
  return (await listAttempts(world.db, world.tenant.id, row!.id)).map(({ outcome, reply }) => `${outcome} ${reply}`);
};

test('8: prune lets go bytes and failed attempts of what ended before, and never that somebody was told', async () => {
  const [ended, open] = [await meeting(true), await meeting(false)];
  world.clock.advance({ hours: 24 });
  const between = world.clock.now();
  world.clock.advance({ hours: 24 });
  const later = await meeting(true);
  const context = { db: world.db, clock: world.clock };
  expect(await pruneLedger(context, between)).toEqual({ outcome: 'too_recent' });
  world.clock.advance({ hours: 24 * 8 });
  const before = await findReach(world.db, world.tenant.id, ended, { after: FIRST_PLACE, limit: 10 });
  expect(await pruneLedger(context, between)).toEqual({ outcome: 'pruned', pruned: { mails: 6, attempts: 3 } });
  expect(await pruneLedger(context, between)).toEqual({ outcome: 'pruned', pruned: { mails: 0, attempts: 0 } });
  expect(await attemptsOf(ended)).toEqual(['sent 250 taken']);
  expect(await attemptsOf(open)).toEqual(['deferred 451 later']);
  expect(await attemptsOf(later)).toEqual(['deferred 451 later', 'sent 250 taken']);
  expect(await findReach(world.db, world.tenant.id, ended, { after: FIRST_PLACE, limit: 10 })).toEqual(before);
  const kept = await sql<{ event: number }>`
    select distinct d.event_id as event from captured_mails m join deliveries d on d.id = m.delivery_id`.execute(world.db);
  expect(kept.rows).toEqual([{ event: later }]);
});
