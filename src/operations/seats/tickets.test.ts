import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type World, addCustomer, addEvent, addTicketType, ledgerOf, markSent, openWorld, request } from '../../../test/harness/world.ts';
import type { Event } from '../../domain/events/event.ts';
import type { Recipient } from '../../domain/people/people.ts';
import type { Ticket } from '../../domain/seats/ticket.ts';
import { cancelEvent } from '../events/cancel-event.ts';
import { cancelTicket } from './cancel-ticket.ts';
import { issueTicket } from './issue-ticket.ts';
import { rescheduleEvent } from '../events/reschedule-event.ts';
import { sendTicket } from './send-ticket.ts';

let world: World;
let mina: Recipient & { id: number };
let noor: Recipient & { id: number };
let event: Event;
beforeAll(async () => {
  world = await openWorld();
  mina = await addCustomer(world, { name: 'Mina', email: 'mina@example.org', zone: 'Europe/Madrid' });
  noor = await addCustomer(world, { name: 'Noor', email: 'noor@example.org', zone: 'Asia/Tokyo' });
});
beforeEach(async () => {
  event = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity: 3 });
});
afterAll(() => world.close());

async function buy(
  customer: Recipient & { id: number },
  holder: Recipient = customer,
  ticketTypeId: number | null = null,
): Promise<Ticket> {
  const { email, name, zone, zoneSource, language } = holder;
  const outcome = await issueTicket(
    world.context,
    world.tenant,
    { id: event.id },
    { ticketTypeId, customerId: customer.id, holder: { email, name, zone, zoneSource, language } },
    request,
  );
  if (outcome.outcome !== 'issued') throw new Error(outcome.outcome);
  return outcome.ticket;
}

async function liveTickets(): Promise<unknown> {
  const found = await sql<{ counted: number; rows: number }>`select live_tickets as counted,
    (select count(*) from tickets t where t.event_id = e.id and released_revision is null) as rows from events e where id = ${event.id}`.execute(
    world.db,
  );
  return found.rows[0];
}

describe('issue-ticket', () => {
  test('a ticket starts at SEQUENCE 0 with a UID of its own, wherever the event has got to', async () => {
    await rescheduleEvent(
      world.context,
      world.tenant,
      { id: event.id },
      { startsAt: event.startsAt.add({ hours: 1 }), endsAt: event.endsAt.add({ hours: 1 }) },
      request,
    );
    const first = await buy(mina);
    const second = await buy(mina);
    expect(first.uid).not.toBe(second.uid);
    const ledger = await ledgerOf(world, event.id);
    expect(ledger.map((row) => [row.purpose, row.sequence, row.recipient])).toEqual([
      ['ticket', 0, 'mina@example.org'],
      ['ticket', 0, 'mina@example.org'],
    ]);
  });

  test('ten buyers at once for three seats: three tickets, seven told it is sold out', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        issueTicket(world.context, world.tenant, { id: event.id }, { ticketTypeId: null, customerId: mina.id, holder: mina }, request),
      ),
    );
    expect(outcomes.map((one) => one.outcome).toSorted()).toEqual([...Array(3).fill('issued'), ...Array(7).fill('sold_out')]);
    expect(await liveTickets()).toEqual({ counted: 3, rows: 3 });
  });

  test('a freed seat can be taken again, and only once', async () => {
    const tickets = [await buy(mina), await buy(noor), await buy(noor)];
    const released = tickets[0]!;
    const twice = await Promise.all([1, 2].map(() => cancelTicket(world.context, world.tenant, mina.id, released.id, request)));
    expect(twice.map((one) => one.outcome).toSorted()).toEqual(['already_cancelled', 'cancelled']);
    await buy(mina);
    await expect(buy(mina)).rejects.toThrow('sold_out');
    expect(await liveTickets()).toEqual({ counted: 3, rows: 3 });
  });

  test('the database itself refuses an oversell and a second release', async () => {
    const ticket = await buy(mina);
    await buy(mina);
    await buy(mina);
    const oversell = sql`insert into tickets (tenant_id, event_id, zone, zone_source, language, code, uid, issued_revision, issued_at, updated_at)
      values (${world.tenant.id}, ${event.id}, 'UTC', 'fallback', 'en', 'OVERSOLD', 'x', 1, now(), now())`;
    await expect(oversell.execute(world.db)).rejects.toThrow('seats_add_up');
    await cancelTicket(world.context, world.tenant, mina.id, ticket.id, request);
    await expect(sql`update tickets set released_revision = null where id = ${ticket.id}`.execute(world.db)).rejects.toThrow(
      'released already',
    );
  });

  test('no more of one type than a person may have, and none outside its sale', async () => {
    const typeId = await addTicketType(world, event.id, { maxPerAttendee: 1, capacity: 2 });
    await buy(mina, mina, typeId);
    await expect(buy(mina, mina, typeId)).rejects.toThrow('limit_reached');
    await buy(noor, noor, typeId);
    await expect(buy(noor, { ...noor, email: 'raj@example.org' }, typeId)).rejects.toThrow('sold_out');
    await sql`update ticket_types set capacity = null, sale_ends_at = ${world.clock.now()} where id = ${typeId}`.execute(world.db);
    await expect(buy(noor, { ...noor, email: 'raj@example.org' }, typeId)).rejects.toThrow('not_on_sale');
    await expect(buy(noor, noor, typeId + 1000)).rejects.toThrow('type_not_found');
  });

  test('no ticket for what is cancelled or over', async () => {
    await cancelEvent(world.context, world.tenant, { id: event.id }, request);
    await expect(buy(mina)).rejects.toThrow('event_cancelled');
    event = await addEvent(world, { uidScope: 'ticket', invitees: [] });
    await sql`update events set starts_at = ${world.clock.now().subtract({ hours: 2 })}, ends_at = ${world.clock.now()} where id = ${event.id}`.execute(
      world.db,
    );
    await expect(buy(mina)).rejects.toThrow('event_over');
  });
});

describe('cancel-ticket', () => {
  test('its holder gets a CANCEL one above everything sent for that UID; nobody else hears of it', async () => {
    const ticket = await buy(mina);
    await buy(noor);
    await markSent(world, event.id);
    await rescheduleEvent(
      world.context,
      world.tenant,
      { id: event.id },
      { startsAt: event.startsAt.add({ hours: 1 }), endsAt: event.endsAt.add({ hours: 1 }) },
      request,
    );
    await markSent(world, event.id);
    expect(await cancelTicket(world.context, world.tenant, mina.id, ticket.id, request)).toEqual({ outcome: 'cancelled', notices: 1 });
    const queued = (await ledgerOf(world, event.id)).filter((row) => row.state === 'queued');
    expect(queued.map((row) => [row.purpose, row.recipient, row.sequence])).toEqual([['ticket_cancelled', 'mina@example.org', 2]]);
    await cancelEvent(world.context, world.tenant, { id: event.id }, request);
    const all = await ledgerOf(world, event.id);
    expect(all.filter((row) => row.purpose === 'event_cancelled').map((row) => row.recipient)).toEqual(['noor@example.org']);
  });

  test("a stranger's ticket is a missing one, and keeps its seat", async () => {
    const ticket = await buy(mina);
    expect(await cancelTicket(world.context, world.tenant, noor.id, ticket.id, request)).toEqual({ outcome: 'not_found' });
    expect(await cancelTicket(world.context, world.tenant, noor.id, 999_999_999, request)).toEqual({ outcome: 'not_found' });
    expect(await liveTickets()).toEqual({ counted: 1, rows: 1 });
  });

  test('where customers may not cancel, or the event is over, the ticket stays', async () => {
    const ticket = await buy(mina);
    const strict = { ...world.tenant, settings: { canCancelTickets: false } };
    expect(await cancelTicket(world.context, strict, mina.id, ticket.id, request)).toEqual({ outcome: 'not_permitted' });
    await sql`update events set starts_at = ${world.clock.now().subtract({ hours: 2 })}, ends_at = ${world.clock.now()} where id = ${event.id}`.execute(
      world.db,
    );
    expect(await cancelTicket(world.context, world.tenant, mina.id, ticket.id, request)).toEqual({ outcome: 'event_over' });
    expect(await liveTickets()).toEqual({ counted: 1, rows: 1 });
  });

  test('a tenant that does not tell holders of their own cancel plans no notice', async () => {
    const ticket = await buy(mina);
    await markSent(world, event.id);
    const quiet = { ...world.tenant, settings: { tellHolderOfOwnCancel: false } };
    expect(await cancelTicket(world.context, quiet, mina.id, ticket.id, request)).toEqual({ outcome: 'cancelled', notices: 0 });
    expect(await ledgerOf(world, event.id)).toHaveLength(1);
  });
});

describe('send-ticket', () => {
  test('a resend is one more mail with the same SEQUENCE and a later DTSTAMP', async () => {
    const ticket = await buy(mina);
    await markSent(world, event.id);
    expect(await sendTicket(world.context, world.tenant, mina, ticket.id, request)).toEqual({ outcome: 'planned' });
    const [first, second] = await ledgerOf(world, event.id);
    expect(second).toMatchObject({ purpose: 'ticket', occurrence: 1, sequence: 0, state: 'queued', inReplyTo: first?.messageId });
    expect(Temporal.Instant.compare(second!.dtstamp, first!.dtstamp)).toBe(1);
    expect(second?.messageId).not.toBe(first?.messageId);
  });

  test('the buyer who asked for a guest’s ticket is told of its cancel, too: their calendar holds it', async () => {
    const ticket = await buy(mina, { ...noor });
    await markSent(world, event.id);
    await sendTicket(world.context, world.tenant, mina, ticket.id, request);
    await markSent(world, event.id);
    await cancelTicket(world.context, world.tenant, mina.id, ticket.id, request);
    const cancels = (await ledgerOf(world, event.id)).filter((row) => row.purpose === 'ticket_cancelled');
    expect(cancels.map((row) => [row.recipient, row.state, row.sequence])).toEqual([
      ['mina@example.org', 'queued', 1],
      ['noor@example.org', 'queued', 1],
    ]);
  });

  test('asked for too often, it says when to come back; an hour later it is sent', async () => {
    const ticket = await buy(mina);
    for (let resend = 0; resend < 5; resend += 1) {
      expect(await sendTicket(world.context, world.tenant, mina, ticket.id, request)).toEqual({ outcome: 'planned' });
      world.clock.advance({ minutes: 1 });
    }
    expect(await sendTicket(world.context, world.tenant, mina, ticket.id, request)).toEqual({
      outcome: 'sent_too_often',
      retryAfterSeconds: 55 * 60,
    });
    world.clock.advance({ minutes: 56 });
    expect(await sendTicket(world.context, world.tenant, mina, ticket.id, request)).toEqual({ outcome: 'planned' });
  });

  test('no ticket is sent for what is cancelled, and none of a stranger', async () => {
    const ticket = await buy(mina);
    expect(await sendTicket(world.context, world.tenant, noor, ticket.id, request)).toEqual({ outcome: 'not_found' });
    await cancelTicket(world.context, world.tenant, mina.id, ticket.id, request);
    expect(await sendTicket(world.context, world.tenant, mina, ticket.id, request)).toEqual({ outcome: 'cancelled' });
  });
});
