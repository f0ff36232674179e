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

test.each([
  ['en', 'Please choose a time that is still to come, up to the year 2199.'],
  ['de', 'Bitte wählen Sie eine Zeit, die noch kommt, bis zum Jahr 2199.'],
  ['es', 'Elija una hora futura, hasta el año 2199.'],
  ['fr', 'Veuillez choisir un horaire à venir, jusqu’à l’année 2199.'],
])('issue 9 B9: a link moves nothing into the past or out of the calendar, and says so in %s', async (language, sentence) => {
  const event = await addEvent({ ...demo, calendarId: 12 }, { invitees: [ana, { ...ben, language }] });
  await sql`update events set attendee_links = true where id = ${event.id}`.execute(demo.db);
  const seat = await sql<{ id: number }>`select id from tickets where event_id = ${event.id} and email = 'ben@example.com'`.execute(
    demo.db,
  );
  const claims = { tenantId: event.tenantId, subjectId: seat.rows[0]?.id ?? 0, startsAt: event.startsAt, expiresAt: event.startsAt };
  const path = `/l/${demo.context.links.sign({ ...claims, action: 'reschedule' })}`;
  for (const date of ['2020-06-01', '2030-03-31', '0001-01-01', '9999-12-31', '2200-01-01']) {
    const answer = await pages.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ date, time: '10:00', minutes: '30' }).toString(),
    });
    expect([date, answer.status, await answer.text()]).toEqual([date, 400, expect.stringContaining(sentence)]);
  }
  const after = await sql`select revision, starts_at from events where id = ${event.id}`.execute(demo.db);
  expect(after.rows).toEqual([{ revision: 1, startsAt: event.startsAt }]);
});
