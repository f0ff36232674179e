import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { addEvent, ana, ben } from '../../../test/harness/world.ts';
import { portal } from './routes.ts';

let demo: TestDemo;
let pages: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  pages = openDoor(portal({ root: '/nowhere', mailbox: false }), demo, { last: true, throttled: false });
});
afterAll(() => demo.close());

/** The path of Ben's link to cancel a meeting of two, in his language. */
async function linkOf(language: string): Promise<string> {
  const event = await addEvent({ ...demo, calendarId: 12 }, { invitees: [ana, { ...ben, language }] });
  await sql`update events set attendee_links = true where id = ${event.id}`.execute(demo.db);
  const found = await sql<{ id: number }>`select id from tickets where event_id = ${event.id} and email = 'ben@example.com'`.execute(
    demo.db,
  );
  const claims = { tenantId: event.tenantId, subjectId: found.rows[0]?.id ?? 0, startsAt: event.startsAt, expiresAt: event.endsAt };
  return `/l/${demo.context.links.sign({ ...claims, action: 'cancel' })}`;
}

const textOf = async (path: string, init?: RequestInit) => (await pages.request(path, init)).text();

test('issue 9 E31: every page of a link carries the name of the house, also of one that leads nowhere', async () => {
  const path = await linkOf('en');
  const post = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: '' };
  for (const html of [await textOf(path), await textOf(path, post), await textOf(path), await textOf('/l/forged')]) {
    expect(html).toContain('<header class="house" dir="auto">Harbour Loft</header>');
    expect(html).toMatch(/<title>[^<]+ · Harbour Loft<\/title>/);
  }
});
