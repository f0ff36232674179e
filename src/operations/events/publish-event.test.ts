import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type World, addTicketType, ana, ben, ledgerOf, openWorld, request } from '../../../test/harness/world.ts';
import { issueTicket } from '../seats/issue-ticket.ts';
import { createEvent } from './create-event.ts';
import { publishEvent } from './publish-event.ts';
import { rescheduleEvent } from './reschedule-event.ts';
import { unpublishEvent } from './unpublish-event.ts';
import { updateEvent } from './update-event.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function draftOf(uidScope: 'event' | 'ticket', details = {}) {
  const startsAt = world.clock.now().add({ hours: 48 });
  const made = await createEvent(
    world.context,
    world.tenant,
    {
      calendar: { id: world.calendarId },
      uidScope,
      title: 'Site visit',
      description: '',
      location: 'Pier 3',
      zone: null,
      startsAt,
      endsAt: startsAt.add({ hours: 1 }),
      capacity: null,
      organizerName: 'Ana',
      replyTo: null,
      invitees: uidScope === 'event' ? [ana, ben] : [],
      draft: true,
      details,
    },
    request,
  );
  if (made.outcome !== 'created') throw new Error(made.outcome);
  return made.event;
}

const tally = (outcomes: { outcome: string }[]) =>
  Object.fromEntries(
    Map.groupBy(outcomes, ({ outcome }) => outcome)
      .entries()
      .map(([key, all]) => [key, all.length]),
  );

test('P2: of many who publish a draft at once one does, and everybody is told once', async () => {
  const draft = await draftOf('event');
  const done = await Promise.all(Array.from({ length: 8 }, () => publishEvent(world.context, world.tenant, draft.id, request)));
  expect(tally(done)).toEqual({ published: 1, already_published: 7 });
  expect((await ledgerOf(world, draft.id)).map(({ purpose, recipient, sequence }) => [purpose, recipient, sequence])).toEqual([
    ['invitation', 'ana@example.com', 0],
    ['invitation', 'ben@example.com', 0],
  ]);
});

test('P8: whoever takes a seat while an event is made a draft again is told of it, then or once it is published', async () => {
  for (let round = 0; round < 6; round += 1) {
    const { id } = await draftOf('ticket', { isPublic: true });
    const ticketTypeId = await addTicketType(world, id);
    await publishEvent(world.context, world.tenant, id, request);
    const holder = { email: 'noor@example.org', name: 'Noor', zone: 'UTC', zoneSource: 'person' as const, language: 'en' };
    const [taken, hidden] = await Promise.all([
      issueTicket(world.context, world.tenant, { id }, { ticketTypeId, customerId: null, holder }, request),
      unpublishEvent(world.context, world.tenant, id, request),
    ]);
    expect([taken.outcome, ['unpublished', 'has_tickets'].includes(hidden.outcome)]).toEqual(['issued', true]);
    const stored = await sql<{ status: string; isPublished: boolean }>`
      select status, published_at is not null as is_published from events where id = ${id}`.execute(world.db);
    expect(stored.rows[0]).toEqual(
      hidden.outcome === 'unpublished' ? { status: 'draft', isPublished: false } : { status: 'scheduled', isPublished: true },
    );
    await publishEvent(world.context, world.tenant, id, request);
    expect((await ledgerOf(world, id)).map(({ purpose, recipient }) => [purpose, recipient])).toEqual([['ticket', 'noor@example.org']]);
  }
});

test('issue 10: of two who edit the same revision one does, and the other is told what changed', async () => {
  const { id } = await draftOf('event');
  const title = (name: string) => updateEvent(world.context, world.tenant, { id, expected: 1 }, { title: name }, request);
  const startsAt = world.clock.now().add({ hours: 72 });
  const done = await Promise.all([
    title('One'),
    title('Two'),
    rescheduleEvent(world.context, world.tenant, { id, expected: 1 }, { startsAt, endsAt: startsAt.add({ hours: 1 }) }, request),
  ]);
  const lost = done.filter((one) => one.outcome === 'changed_meanwhile');
  expect(lost).toHaveLength(2);
  for (const one of lost) expect(one).toMatchObject({ event: { revision: 2 }, edits: [{ actorKind: 'system' }] });
});
