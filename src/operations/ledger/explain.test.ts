import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { addEvent, ben, openWorld, request } from '../../../test/harness/world.ts';
import { linesOf } from '../../cli/explain.ts';
import { cancelEvent } from '../events/cancel-event.ts';
import { explain } from './explain.ts';

let demo: TestDemo;
beforeAll(async () => {
  demo = await openDemo();
  await cancelEvent(demo.context, demo.tenant, { id: 345 }, request);
});
afterAll(() => demo.close());

async function said(subject: string): Promise<string> {
  return (await explain(demo.context, subject)).flatMap(linesOf).join('\n');
}

test('a person: every notice owed to them, and nobody else’s address', async () => {
  const story = await said('Ben@example.com');
  expect(story).toContain('event cancelled “Site visit” waits to be sent');
  expect(story).not.toContain('chie@');
});

test.each(['345', 'its UID'])('an event named by %s: what happened, by whom, why, and who does not know yet', async (name) => {
  const [found] = await explain(demo.context, '345');
  const uid = found?.about === 'event' ? found.event.uid : '';
  const story = await said(name === '345' ? name : uid);
  expect(story).toContain('“Site visit”, cancelled');
  expect(story).toContain('event cancelled by system test (revision 2), because: The roof leaks');
  expect(story).toContain('Who knows, of 3 people: 0 reached, 0 owed nothing, 3 not reached:\n  3 queued\n');
  expect(story).toMatch(/chie@example\.com: event cancelled waits to be sent$/m);
});

test('of a crowd the counts are whole, a thousand are listed, and how many more there are is said', async () => {
  const world = await openWorld();
  const event = await addEvent(world, { invitees: Array.from({ length: 1_003 }, (_, n) => ({ ...ben, email: `ben+${n}@example.com` })) });
  const lines = (await explain(world.context, String(event.id))).flatMap(linesOf);
  await world.close();
  const from = lines.indexOf('Who knows, of 1003 people: 0 reached, 0 owed nothing, 1003 not reached:');
  expect(lines.slice(from + 1, from + 3)).toEqual(['  1003 not written', '  ben+0@example.com: invitation is being written']);
  expect(lines.slice(from + 2)).toHaveLength(1_001);
  expect(lines.at(-1)).toBe('  … and 3 more');
});

test('what strangers wrote stands in one line and does not steer the terminal', async () => {
  await sql`update deliveries set last_reply = ${'550 \u001b]0;gone\u0007\u202eno\nBen: sent'} where event_id = 345 and recipient = 'ben@example.com'`.execute(
    demo.db,
  );
  expect((await explain(demo.context, '345')).flatMap(linesOf)).toContain(
    '  ben@example.com: event cancelled waits to be sent: 550  ]0;gone no Ben: sent',
  );
});

test('what nobody knows of is an empty story', async () => {
  expect(await said('999999')).toBe('');
  expect(await said('kenji@example.org')).toBe('');
});
