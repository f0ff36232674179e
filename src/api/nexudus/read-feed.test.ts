import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type NexudusClient, openNexudus } from '../../../test/harness/nexudus.ts';
import { cancelEvent } from '../../operations/events/cancel-event.ts';
import { rescheduleEvent } from '../../operations/events/reschedule-event.ts';

const request = { actor: { kind: 'user', id: '1' }, cause: 'test', reason: 'The roof leaks' } as const;

let client: NexudusClient;
beforeAll(async () => {
  client = await openNexudus();
});
beforeEach(() => client.demo.clock.advance({ minutes: 1 }));
afterAll(() => client.demo.close());

const fetchFeed = (headers: Record<string, string> = {}) => client.request('/en/events/feed.ics', { headers });

/** Titles in their order. */
async function titles(): Promise<string[]> {
  return Array.from((await (await fetchFeed()).text()).matchAll(/^SUMMARY:(.*)\r$/gm), ([, title]) => title ?? '');
}

const settings = (given: object) => sql`update tenants set settings = ${JSON.stringify(given)}::jsonb`.execute(client.demo.db);

describe('GET /en/events/feed.ics', () => {
  test('nexudus §4.4e §11-25: the published events as a calendar, soonest first, no meetings', async () => {
    const response = await fetchFeed();
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'no-cache',
    ]);
    expect(await titles()).toEqual(['Open Studios', 'Rooftop Breakfast', 'Talks by the Water', 'Letterpress Workshop', 'Evening Sail']);
    expect(await response.text()).toContain('LOCATION:Roof terrace\r\n');
  });

  test('nexudus §4.4e: itip Q8: a cancelled event stays with STATUS:CANCELLED and its UID, in every language of the path', async () => {
    const { context, tenant } = client.demo;
    const uidOf = (text: string) =>
      /UID:(.*)\r\n(?:(?!END:VEVENT)[^])*?Evening Sail/.exec(text.slice(text.lastIndexOf('BEGIN:VEVENT')))?.[1];
    const before = await (await fetchFeed()).text();
    await cancelEvent(context, tenant, { id: 80 }, request, '\n\nCancelled: The roof leaks');
    const after = await (await client.request('/de/events/feed.ics')).text();
    expect(await titles()).toContain('Cancelled: Evening Sail');
    expect(after.match(/STATUS:CANCELLED/g)).toHaveLength(1);
    expect(uidOf(after)).toBe(uidOf(before));
    expect(uidOf(after)).toMatch(/@/);
    expect(after).not.toMatch(/leaks|ATTENDEE|METHOD/);
  });

  test('a client that holds the present bytes is answered 304; a move changes them, a ticket does not', async () => {
    const etag = (await fetchFeed()).headers.get('etag') ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const response = await fetchFeed({ 'if-none-match': known });
      expect([response.status, await response.text(), response.headers.get('etag')]).toEqual([304, '', etag]);
    }
    const noor = await client.signIn('noor@example.org');
    expect((await client.as(noor, 'DELETE', '/api/public/events/my/9031')).status).toBe(200);
    expect((await fetchFeed({ 'if-none-match': etag })).status).toBe(304);
    const { context, tenant } = client.demo;
    const startsAt = Temporal.Instant.from('2030-05-01T15:00:00Z');
    await rescheduleEvent(context, tenant, { id: 79 }, { startsAt, endsAt: startsAt.add({ hours: 2 }) }, request);
    const moved = await fetchFeed({ 'if-none-match': etag });
    expect([moved.status, moved.headers.get('etag') === etag]).toEqual([200, false]);
    expect(await moved.text()).toContain('DTSTART:20300501T150000Z');
  });

  test('nexudus §4.4e: what the public never saw is not in it: unpublished, not yet published, open to fewer, cancelled before it was published', async () => {
    const { db, clock, context, tenant } = client.demo;
    await sql`update events set published_at = ${clock.now().add({ hours: 1 })} where id in (77, 78)`.execute(db);
    await cancelEvent(context, tenant, { id: 78 }, request);
    await sql`update events set open_to = 'members' where id = 79`.execute(db);
    expect(await titles()).toEqual(['Open Studios', 'Cancelled: Evening Sail']);
    clock.advance({ hours: 1 });
    expect(await titles()).toEqual(['Open Studios', 'Rooftop Breakfast', 'Cancelled: Evening Sail']);
  });

  test('nexudus §4.4e §9d: it is there where the settings let it: IncludeEventsInFeed, the section of events, its access level', async () => {
    await settings({ eventsInFeed: false });
    expect((await fetchFeed()).status).toBe(404);
    await settings({ eventsEnabled: false });
    expect((await fetchFeed()).status).toBe(400);
    await settings({ eventsOpenTo: 'signed_in' });
    expect((await fetchFeed()).status).toBe(401);
    await settings({});
    expect((await fetchFeed()).status).toBe(200);
  });

  test('an event leaves it 30 days after its end, cancelled or not', async () => {
    const { clock } = client.demo;
    const leaves = async (endsAt: string, before: string[], after: string[]) => {
      const day30 = Temporal.Instant.from(endsAt).add({ hours: 30 * 24 });
      clock.advance({ seconds: clock.now().until(day30).total('seconds') - 1 });
      expect(await titles()).toEqual(before);
      clock.advance({ seconds: 1 });
      expect(await titles()).toEqual(after);
    };
    await leaves('2030-05-01T16:00:00Z', ['Rooftop Breakfast', 'Cancelled: Evening Sail'], ['Cancelled: Evening Sail']);
    await leaves('2030-05-11T19:00:00Z', ['Cancelled: Evening Sail'], []);
    expect(client.faults).toEqual([]);
  });
});
