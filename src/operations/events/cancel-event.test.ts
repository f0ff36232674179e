import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type World, addEvent, addTenant, ledgerOf, markSent, openWorld, request } from '../../../test/harness/world.ts';
import { cancelEvent } from './cancel-event.ts';
import { rescheduleEvent } from './reschedule-event.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('cancel-event', () => {
  test('a change and the plan of its notices commit together: one history row, one CANCEL for everybody told', async () => {
    const event = await addEvent(world);
    await markSent(world, event.id);
    const outcome = await cancelEvent(world.context, world.tenant, { id: event.id }, request);
    expect(outcome).toMatchObject({ outcome: 'cancelled', notices: 3, event: { revision: 2, sequence: 1, status: 'cancelled' } });
    const cancels = (await ledgerOf(world, event.id)).filter((row) => row.purpose === 'event_cancelled');
    expect(cancels.map((row) => [row.recipient, row.sequence, row.state])).toEqual([
      ['ana@example.com', 1, 'queued'],
      ['ben@example.com', 1, 'queued'],
      ['chie@example.com', 1, 'queued'],
    ]);
    const changes = await sql`select kind, actor_id, reason, revision from changes where event_id = ${event.id} order by id`.execute(
      world.db,
    );
    expect(changes.rows).toEqual([
      { kind: 'event_created', actorId: 'test', reason: 'The roof leaks', revision: 1 },
      { kind: 'event_cancelled', actorId: 'test', reason: 'The roof leaks', revision: 2 },
    ]);
  });

  test('of 50 cancels at once one wins, the others see it cancelled, and nobody is told twice', async () => {
    const event = await addEvent(world);
    await markSent(world, event.id);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => cancelEvent(world.context, world.tenant, { publicId: event.publicId }, request)),
    );
    expect(outcomes.filter((one) => one.outcome === 'cancelled')).toHaveLength(1);
    expect(outcomes.filter((one) => one.outcome === 'already_cancelled')).toHaveLength(49);
    const cancels = (await ledgerOf(world, event.id)).filter((row) => row.purpose === 'event_cancelled');
    expect(cancels).toHaveLength(3);
  });

  test('somebody never told of an event is not told of its cancel: both notices are voided', async () => {
    const event = await addEvent(world);
    const outcome = await cancelEvent(world.context, world.tenant, { id: event.id }, request);
    expect(outcome).toMatchObject({ outcome: 'cancelled', notices: 0 });
    const ledger = await ledgerOf(world, event.id);
    expect(ledger.map((row) => [row.purpose, row.state])).toEqual([
      ...Array.from({ length: 3 }, () => ['invitation', 'aborted']),
      ...Array.from({ length: 3 }, () => ['event_cancelled', 'aborted']),
    ]);
  });

  test('a cancel of an event that is over mails everybody like any other', async () => {
    const event = await addEvent(world);
    await markSent(world, event.id);
    const over = world.clock.now().subtract({ hours: 1 });
    await sql`update events set starts_at = ${over.subtract({ hours: 2 })}, ends_at = ${over} where id = ${event.id}`.execute(world.db);
    expect(await cancelEvent(world.context, world.tenant, { id: event.id }, request)).toMatchObject({ outcome: 'cancelled', notices: 3 });
    expect((await ledgerOf(world, event.id)).filter((row) => row.state === 'queued')).toHaveLength(3);
  });

  test('a notice on its way counts as told: its recipient gets the cancel', async () => {
    const event = await addEvent(world);
    await sql`update deliveries set state = 'sending', leased_by = gen_random_uuid() where event_id = ${event.id} and recipient = 'ben@example.com'`.execute(
      world.db,
    );
    expect(await cancelEvent(world.context, world.tenant, { id: event.id }, request)).toMatchObject({ notices: 1 });
    const queued = (await ledgerOf(world, event.id)).filter((row) => row.state === 'queued');
    expect(queued.map((row) => [row.recipient, row.purpose])).toEqual([['ben@example.com', 'event_cancelled']]);
  });

  test('an event of another tenant, or of another calendar, is a missing one, and nothing changes', async () => {
    const event = await addEvent(world);
    const stranger = await addTenant(world.context, 'Elsewhere');
    expect(await cancelEvent(world.context, stranger, { id: event.id }, request)).toEqual({ outcome: 'not_found' });
    expect(await cancelEvent(world.context, world.tenant, { id: event.id, calendarId: world.calendarId + 1 }, request)).toEqual({
      outcome: 'not_found',
    });
    expect(
      await rescheduleEvent(world.context, world.tenant, { id: event.id }, { startsAt: event.startsAt, endsAt: event.endsAt }, request),
    ).toMatchObject({ outcome: 'unchanged', event: { revision: 1 } });
  });

  test('three moves in a minute are one mail with the last time, and its old time is what the recipient was last told', async () => {
    const event = await addEvent(world, { uidScope: 'event' });
    await markSent(world, event.id);
    const first = (await ledgerOf(world, event.id))[0];
    for (const hours of [1, 2, 3]) {
      const times = { startsAt: event.startsAt.add({ hours }), endsAt: event.endsAt.add({ hours }) };
      expect(await rescheduleEvent(world.context, world.tenant, { id: event.id }, times, request)).toMatchObject({
        outcome: 'rescheduled',
      });
    }
    const moved = (await ledgerOf(world, event.id)).filter((row) => row.purpose === 'moved' && row.recipient === 'ana@example.com');
    expect(moved.map((row) => [row.state, row.sequence])).toEqual([
      ['aborted', 1],
      ['aborted', 2],
      ['queued', 3],
    ]);
    expect(moved.at(-1)?.inReplyTo).toBe(first?.messageId);
    const told = await sql<{
      starts: string;
    }>`select facts->>'startsAt' as starts from outbox where id = ${moved.at(-1)?.toldOutboxId}`.execute(world.db);
    expect(told.rows[0]?.starts).toBe(event.startsAt.toString());
  });

  test('moved and moved back before anybody heard of it: nobody is told', async () => {
    const event = await addEvent(world);
    await markSent(world, event.id);
    const there = { startsAt: event.startsAt.add({ hours: 1 }), endsAt: event.endsAt.add({ hours: 1 }) };
    await rescheduleEvent(world.context, world.tenant, { id: event.id }, there, request);
    const back = await rescheduleEvent(
      world.context,
      world.tenant,
      { id: event.id },
      { startsAt: event.startsAt, endsAt: event.endsAt },
      request,
    );
    expect(back).toMatchObject({ outcome: 'rescheduled', notices: 0 });
    expect((await ledgerOf(world, event.id)).filter((row) => row.state === 'queued')).toEqual([]);
  });

  test('somebody still waiting for their invitation gets the invitation at the new time in place of a move', async () => {
    const event = await addEvent(world);
    const there = { startsAt: event.startsAt.add({ hours: 1 }), endsAt: event.endsAt.add({ hours: 1 }) };
    await rescheduleEvent(world.context, world.tenant, { id: event.id }, there, request);
    const queued = (await ledgerOf(world, event.id)).filter((row) => row.state === 'queued');
    expect(queued.map((row) => [row.purpose, row.revision])).toEqual(Array.from({ length: 3 }, () => ['invitation', 2]));
  });

  test('a cancelled event stays cancelled: it cannot be moved into life', async () => {
    const event = await addEvent(world);
    await cancelEvent(world.context, world.tenant, { id: event.id }, request);
    const there = { startsAt: event.startsAt.add({ hours: 1 }), endsAt: event.endsAt.add({ hours: 1 }) };
    expect(await rescheduleEvent(world.context, world.tenant, { id: event.id }, there, request)).toMatchObject({
      outcome: 'already_cancelled',
    });
  });

  test('DTSTAMP rises with every change, even when the clock steps back', async () => {
    const event = await addEvent(world);
    await markSent(world, event.id);
    world.clock.advance({ hours: -1 });
    await cancelEvent(world.context, world.tenant, { id: event.id }, request);
    world.clock.advance({ hours: 1 });
    const stamps = (await ledgerOf(world, event.id)).filter((row) => row.recipient === 'ben@example.com').map((row) => row.dtstamp);
    expect(stamps).toHaveLength(2);
    expect(Temporal.Instant.compare(stamps[1] ?? stamps[0]!, stamps[0]!)).toBe(1);
  });

  test('a change that fails leaves neither history nor notices', async () => {
    const event = await addEvent(world);
    await markSent(world, event.id);
    await sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`.execute(world.db);
    await sql`create trigger refuse before insert on outbox for each row execute function refuse()`.execute(world.db);
    await expect(cancelEvent(world.context, world.tenant, { id: event.id }, request)).rejects.toThrow('disk full');
    await sql`drop trigger refuse on outbox`.execute(world.db);
    const kept = await sql`select status, revision, (select count(*) from changes c where c.event_id = e.id) as changes,
      (select count(*) from outbox o where o.event_id = e.id) as plans from events e where id = ${event.id}`.execute(world.db);
    expect(kept.rows).toEqual([{ status: 'scheduled', revision: 1, changes: 1, plans: 1 }]);
  });

  test('an event with a crowd commits the plan and no list', async () => {
    const crowd = Array.from({ length: 60 }, (_, index) => ({
      name: null,
      email: `mina+${index}@example.org`,
      zone: null,
      language: null,
      role: 'attendee' as const,
    }));
    const event = await addEvent(world, { invitees: crowd });
    await sql`update outbox set state = 'expanded' where event_id = ${event.id}`.execute(world.db);
    expect(await cancelEvent(world.context, world.tenant, { id: event.id }, request)).toMatchObject({ outcome: 'cancelled', notices: 60 });
    expect(await ledgerOf(world, event.id)).toEqual([]);
    const plans = await sql`select state, lane, planned from outbox where event_id = ${event.id} order by id`.execute(world.db);
    expect(plans.rows[1]).toEqual({ state: 'pending', lane: 1, planned: 60 });
  });
});
