import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { becomes, startTestWorker, statesOf } from '../../test/harness/delivery.ts';
import { type TestDemo, openDemo } from '../../test/harness/demo.ts';
import { addCalendar, addEvent, addTenant, ana, ben, chie, request } from '../../test/harness/world.ts';
import { linesOf } from '../cli/explain.ts';
import { createCaptureTransport } from '../delivery/capture-transport.ts';
import { cancelEvent } from '../operations/events/cancel-event.ts';
import { rescheduleEvent } from '../operations/events/reschedule-event.ts';
import { findDelivery } from '../operations/ledger/find-delivery.ts';
import { explain } from '../operations/ledger/explain.ts';
import { FIRST_PLACE, findReach } from './unreached.ts';

let demo: TestDemo;
let worker: ReturnType<typeof startTestWorker>;
beforeAll(async () => {
  demo = await openDemo();
  const world = { ...demo, calendarId: 12 };
  worker = startTestWorker(world, '', { transport: createCaptureTransport(demo) });
});
afterAll(async () => {
  await worker.stop();
  await demo.close();
});

/** An event of three at a tenant, whose invitations the development mailbox has kept. */
async function kept(tenant: TestDemo['tenant'], calendarId: number) {
  const event = await addEvent({ ...demo, tenant, calendarId }, { invitees: [ana, ben, chie] });
  worker.wake();
  await becomes(
    () => statesOf(demo, event.id),
    (states) => states['captured'] === 3,
  );
  return event;
}

test('issue 10: what only the development mailbox kept is called captured; of the demo it reached its people, of a real house nobody', async () => {
  const real = await addTenant(demo.context, 'Harbour');
  const [ofDemo, ofHouse] = [await kept(demo.tenant, 12), await kept(real, await addCalendar(demo.context, real))];
  const page = { after: FIRST_PLACE, limit: 10 };
  expect(await findReach(demo.db, demo.tenant.id, ofDemo.id, page)).toMatchObject({ people: 3, reached: 3, counts: { captured: 0 } });
  const reach = await findReach(demo.db, real.id, ofHouse.id, page);
  expect(reach).toMatchObject({ people: 3, reached: 0, nothingOwed: 0, counts: { captured: 3 } });
  expect(reach.unreached.map(({ why, state }) => [why, state])).toEqual(Array(3).fill(['captured', 'captured']));

  const delivery = await findDelivery(demo.context, real, reach.unreached[0]?.deliveryId ?? 0);
  expect(delivery).toMatchObject({ state: 'captured', possiblySent: false, attempts: 1, tries: [{ number: 1, outcome: 'captured' }] });
  const told = (await explain(demo.context, String(ofHouse.id))).flatMap(linesOf).join('\n');
  expect(told).toContain('0 reached, 0 owed nothing, 3 not reached:\n  3 captured\n');
  expect(told).toMatch(/ben@example\.com: invitation NOT SENT, kept in the development mailbox/);
  const [person] = (await explain(demo.context, 'ben@example.com')).filter(({ tenant }) => tenant.id === real.id);
  expect(person && linesOf(person).join('\n')).toContain('kept in the development mailbox, not sent');
});

test('issue 10: whom nothing left for was told nothing: they hear of a move by an invitation, and of a cancel not at all', async () => {
  const real = await addTenant(demo.context, 'Pier');
  const event = await kept(real, await addCalendar(demo.context, real));
  const startsAt = event.startsAt.add({ hours: 3 });
  await rescheduleEvent(demo.context, real, { id: event.id }, { startsAt, endsAt: startsAt.add({ hours: 1 }) }, request);
  await becomes(
    () => statesOf(demo, event.id),
    (states) => states['captured'] === 6,
  );
  const purposes = await sql`select distinct purpose from deliveries where event_id = ${event.id}`.execute(demo.db);
  expect(purposes.rows).toEqual([{ purpose: 'invitation' }]);
  await cancelEvent(demo.context, real, { id: event.id }, request);
  expect(await statesOf(demo, event.id)).toMatchObject({ captured: 6, aborted: 3 });
  expect(await findReach(demo.db, real.id, event.id, { after: FIRST_PLACE, limit: 10 })).toMatchObject({
    people: 3,
    reached: 0,
    nothingOwed: 3,
  });
});
