import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { addEvent, ana, ben, chie, ledgerOf, markSent } from '../../../test/harness/world.ts';
import type { Invitee } from '../../domain/events/create-event.ts';
import { zyntro } from './routes.ts';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(zyntro, demo, { throttled: false });
});
afterAll(() => demo.close());

async function countOfCancel(event_id: string): Promise<number> {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ user_id: '32', event_id }) };
  const answer = (await (await door.request('/public/calendar/processCancel', init)).json()) as { data: { notifications_sent: number } };
  return answer.data.notifications_sent;
}
async function told(invitees: Invitee[]) {
  const event = await addEvent({ ...demo, calendarId: 14 }, { invitees });
  await markSent(demo, event.id);
  return event;
}
const queuedFor = async (eventId: number) =>
  (await ledgerOf(demo, eventId))
    .filter(({ purpose, state }) => purpose === 'event_cancelled' && state === 'queued')
    .map(({ recipient }) => recipient);

const jane: Invitee = { name: 'Jane', email: 'jane@example.net', zone: null, language: null, role: 'attendee' };
const nobody: Invitee = { ...jane, name: 'Kenji', email: null };

test('zyntro §12-11: a notice is counted once for an address, and not for somebody without one', async () => {
  const { id, publicId } = await told([jane, { ...jane, email: 'JANE@example.net' }, nobody]);
  expect(await countOfCancel(publicId)).toBe(1);
  expect(await queuedFor(id)).toEqual(['jane@example.net']);
});

test('zyntro §12-11: exact for 50 people; of more it is the number of seats', async () => {
  const people = (count: number) => Array.from({ length: count }, (_, index) => ({ ...jane, email: `mina+${index}@example.org` }));
  const small = await told([...people(49), nobody]);
  expect(await countOfCancel(small.publicId)).toBe(49);
  expect(await queuedFor(small.id)).toHaveLength(49);
  expect(await countOfCancel((await told([...people(50), nobody])).publicId)).toBe(51);
});

test('zyntro §12-11b: whose invitation is still to be sent gets neither it nor the cancel, and is not counted', async () => {
  const { id, publicId } = await told([ana, ben, chie]);
  await sql`update deliveries set state = 'queued', finished_at = null, leased_by = null, possibly_sent = false where event_id = ${id} and recipient = 'ben@example.com'`.execute(
    demo.db,
  );
  expect(await countOfCancel(publicId)).toBe(2);
  expect(await queuedFor(id)).toEqual(['ana@example.com', 'chie@example.com']);
  expect((await ledgerOf(demo, id)).filter(({ recipient }) => recipient === 'ben@example.com').map(({ state }) => state)).not.toContain(
    'queued',
  );
});
