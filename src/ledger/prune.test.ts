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
  expect(await pruneLedger(context, between)).toEqual({ outcome: 'pruned', pruned: { mails: 6, attempts: 3, webhookTries: 0 } });
  expect(await pruneLedger(context, between)).toEqual({ outcome: 'pruned', pruned: { mails: 0, attempts: 0, webhookTries: 0 } });
  expect(await attemptsOf(ended)).toEqual(['sent 250 taken']);
  expect(await attemptsOf(open)).toEqual(['deferred 451 later']);
  expect(await attemptsOf(later)).toEqual(['deferred 451 later', 'sent 250 taken']);
  expect(await findReach(world.db, world.tenant.id, ended, { after: FIRST_PLACE, limit: 10 })).toEqual(before);
  const kept = await sql<{ event: number }>`
    select distinct d.event_id as event from captured_mails m join deliveries d on d.id = m.delivery_id`.execute(world.db);
  expect(kept.rows).toEqual([{ event: later }]);
});

test('issue 10: prune lets go what was sent to other programs and answered, of messages that ended before; what is sent again keeps it', async () => {
  const now = world.clock.now();
  const webhook = randomUUID();
  await sql`insert into webhooks (tenant_id, id, dialect, name, url, topics, secret_sealed, timeout_seconds, created_at, updated_at)
    values (${world.tenant.id}, ${webhook}, 'meetbit', 'CRM', 'https://crm.example.net/hook', '{moved}', '', 10, ${now}, ${now})`.execute(
    world.db,
  );
  const message = async (state: string, finishedAt: Temporal.Instant | null) => {
    const made = await sql<{ id: string }>`
      insert into webhook_deliveries (tenant_id, webhook_id, topics, facts, state, due_at, created_at, finished_at)
      values (${world.tenant.id}, ${webhook}, '{moved}', '{}', ${state}, ${now}, ${now}, ${finishedAt}) returning id`.execute(world.db);
    const { id } = made.rows[0]!;
    await sql`insert into webhook_attempts (tenant_id, message_id, url, payload, ended_at)
      select ${world.tenant.id}, ${id}::uuid, 'https://crm.example.net/hook', '{}', ${now}::timestamptz from generate_series(1, 3)`.execute(
      world.db,
    );
    return id;
  };
  const ended = await message('delivered', now);
  const again = await message('awaiting_retry', null);
  world.clock.advance({ hours: 24 * 9 });
  const late = await message('failed', world.clock.now());
  const pruned = await pruneLedger({ db: world.db, clock: world.clock }, world.clock.now().subtract({ hours: 24 * 8 }));
  expect(pruned).toMatchObject({ outcome: 'pruned', pruned: { webhookTries: 3 } });
  const kept = await sql<{ id: string }>`select distinct message_id as id from webhook_attempts`.execute(world.db);
  expect(new Set(kept.rows.map(({ id }) => id))).toEqual(new Set([again, late]));
  expect((await sql`select 1 from webhook_deliveries where id = ${ended}`.execute(world.db)).rows).toHaveLength(1);
});
