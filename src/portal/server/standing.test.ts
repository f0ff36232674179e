import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { nexudus } from '../../api/nexudus/routes.ts';
import { cancelEvent } from '../../operations/events/cancel-event.ts';
import { rescheduleEvent } from '../../operations/events/reschedule-event.ts';
import { cancelTicket } from '../../operations/seats/cancel-ticket.ts';
import type { MyChanges, Standing } from '../web/api/wire.ts';
import { itipObject } from '../../ical/itip-object.ts';
import { claimDeliveries } from '../../ledger/claim.ts';
import { createNoticeReader } from '../../ledger/notices.ts';
import { sendTicket } from '../../operations/seats/send-ticket.ts';
import { portal } from './routes.ts';

let demo: TestDemo;
let pages: TestDoor;
let door: TestDoor;
beforeEach(async () => {
  demo = await openDemo();
  pages = openDoor(portal({ root: '/nowhere', mailbox: false }), demo, { last: true, throttled: false });
  door = openDoor(nexudus, demo, { throttled: false });
  return () => demo.close();
});

const request = { actor: { kind: 'system' as const, id: 'test' }, cause: 'test', reason: 'The roof leaks' };
const of = (person: 'mina' | 'noor') => ({ kind: 'customer' as const, id: person === 'mina' ? '64' : '65' });

async function tokenOf(person: 'mina' | 'noor'): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'password', username: `${person}@example.org`, password: 'demo-password' });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const granted = await door.request('/api/token', { method: 'POST', headers, body: body.toString() });
  return ((await granted.json()) as { access_token: string }).access_token;
}

async function read(path: string, person?: 'mina' | 'noor'): Promise<{ status: number; body: Standing & MyChanges }> {
  const headers: Record<string, string> = person ? { authorization: `Bearer ${await tokenOf(person)}` } : {};
  const response = await pages.request(path, { headers });
  expect(response.headers.get('cache-control')).toBe('no-store');
  return { status: response.status, body: (await response.json()) as Standing & MyChanges };
}

describe('issue 9 B10: an event that changed stays to be seen', () => {
  test('a published one that is off, by anybody with its address: with the reason and the time it was to be', async () => {
    const { body: before } = await read('/portal/events/77');
    expect(before).toMatchObject({ Event: { Id: 77, Cancelled: false, CancelReason: null }, Was: null, Tickets: [] });
    await cancelEvent(demo.context, demo.tenant, { id: 77 }, request);
    expect((await door.request('/api/public/events/77')).status).toBe(404);
    expect(await read('/portal/events/77')).toMatchObject({
      status: 200,
      body: {
        Event: { Name: 'Rooftop Breakfast', Cancelled: true, CancelReason: 'The roof leaks', StartDateUtc: before.Event.StartDateUtc },
        Tickets: [],
      },
    });
    expect((await read('/portal/events/77', 'mina')).body.Tickets).toMatchObject([{ Id: 9021, Held: false }]);
  });

  test('one that moved, with the time before its latest move', async () => {
    const { body: before } = await read('/portal/events/77');
    const move = (hours: number) => {
      const startsAt = Temporal.Instant.from(before.Event.StartDateUtc).add({ hours });
      return rescheduleEvent(demo.context, demo.tenant, { id: 77 }, { startsAt, endsAt: startsAt.add({ hours: 2 }) }, request);
    };
    await move(3);
    expect((await read('/portal/events/77')).body.Was).toEqual({
      StartDate: before.Event.StartDate,
      EndDate: before.Event.EndDate,
      StartDateUtc: before.Event.StartDateUtc,
      EndDateUtc: before.Event.EndDateUtc,
    });
    await move(5);
    const { body } = await read('/portal/events/77', 'mina');
    expect(
      Temporal.Instant.from(body.Was?.StartDateUtc ?? '')
        .since(Temporal.Instant.from(before.Event.StartDateUtc))
        .total('hours'),
    ).toBe(3);
    const { body: mine } = await read('/portal/my/changes', 'mina');
    expect(mine).toMatchObject({ Lost: [], Moved: [{ EventId: 77, Was: { StartDateUtc: body.Was?.StartDateUtc } }] });
  });

  test('one that is not published, or not open to them, by its holders alone; to a stranger it is not there, as one that never was', async () => {
    await sql`update events set published_at = null where id = 79`.execute(demo.db);
    await sql`update events set open_to = 'members' where id = 80`.execute(demo.db);
    for (const id of [79, 80]) {
      expect([(await read(`/portal/events/${id}`)).status, (await read(`/portal/events/${id}`, 'noor')).status]).toEqual([404, 404]);
      expect((await read(`/portal/events/${id}`, 'mina')).body).toMatchObject({ Event: { Id: id }, Tickets: [{ Held: true }] });
    }
    await cancelTicket(demo.context, demo.tenant, 64, 9022, { ...request, actor: of('mina') });
    expect((await read('/portal/events/79', 'mina')).body.Tickets).toMatchObject([{ Id: 9022, Held: false }]);
    const stranger = await read('/portal/events/79', 'noor');
    for (const path of ['999999', '0', 'x', '99999999999999999999', '345']) expect(await read(`/portal/events/${path}`)).toEqual(stranger);
    await sql`update tenants set settings = settings || '{"eventsEnabled": false}'`.execute(demo.db);
    expect((await read('/portal/events/77')).status).toBe(404);
    expect((await read('/portal/events/77', 'mina')).status).toBe(200);
  });

  test('my tickets that are good for nothing any more: of an event that is off, and one that was given back; nobody else’s', async () => {
    await cancelEvent(demo.context, demo.tenant, { id: 79 }, request);
    await cancelTicket(demo.context, demo.tenant, 64, 9021, { ...request, actor: of('mina') });
    const { body } = await read('/portal/my/changes', 'mina');
    const lost = body.Lost.map((one) => [one.Id, one.CalendarEvent.Name, one.CalendarEvent.Cancelled, one.CalendarEvent.CancelReason]);
    expect(new Set(lost)).toEqual(
      new Set([
        [9021, 'Rooftop Breakfast', false, null],
        [9022, 'Letterpress Workshop', true, 'The roof leaks'],
      ]),
    );
    expect(body.HasNextPage).toBe(false);
    expect((await read('/portal/my/changes', 'noor')).body.Lost).toEqual([]);
    expect((await read('/portal/my/changes?show=past', 'mina')).body.Lost).toEqual([]);
    demo.clock.advance({ days: 60 });
    expect((await read('/portal/my/changes?show=past', 'mina')).body.Lost).toHaveLength(2);
  });

  test('a page of them ends, and the next begins, where it says', async () => {
    await sql`insert into tickets (tenant_id, event_id, customer_id, zone, zone_source, language, code, uid, issued_revision, released_revision, issued_at, released_at, updated_at)
      select 1, 77, 65, 'Asia/Tokyo', 'person', 'en', 'GONE' || n, 'gone' || n, 1, 1, now(), now(), now() from generate_series(1, 51) n`.execute(
      demo.db,
    );
    const pages = [await read('/portal/my/changes', 'noor'), await read('/portal/my/changes?page=2', 'noor')].map(({ body }) => body);
    expect(pages.map((page) => [page.Lost.length, page.HasNextPage])).toEqual([
      [50, true],
      [1, false],
    ]);
    expect((await read('/portal/my/changes?page=0', 'noor')).status).toBe(400);
  });

  test('issue 12: a holder, and nobody else, saves their ticket: the very object that a mail of it carries, also after a move', async () => {
    const file = async (id: number, person: 'mina' | 'noor') => {
      const headers = { authorization: `Bearer ${await tokenOf(person)}` };
      return pages.request(`/portal/my/tickets/${id}.ics`, { headers });
    };
    const saved = async () => {
      const response = await file(9021, 'mina');
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8; method=REQUEST']);
      return response.text();
    };
    const mailed = async () => {
      const worker = '00000000-0000-4000-8000-000000000001';
      await sql`insert into workers (id, started_at, alive_until) values (${worker}, now(), now() + interval '1 hour') on conflict do nothing`.execute(
        demo.db,
      );
      const claimed = await claimDeliveries(demo.db, worker, 0, 500, demo.clock.now());
      await sql`update deliveries set state = 'sent', possibly_sent = true, leased_by = null, finished_at = now() where state = 'sending'`.execute(
        demo.db,
      );
      const notices = await createNoticeReader(demo.db, 'https://events.example.org', demo.context.links).read(claimed);
      const mine = notices.find(({ recipient }) => recipient.email === 'mina@example.org');
      if (!mine?.itip) throw new Error('no mail with a calendar part');
      return itipObject(mine);
    };
    const customer = {
      id: 64,
      name: 'Mina',
      email: 'mina@example.org',
      zone: 'Europe/Madrid',
      zoneSource: 'person' as const,
      language: 'en',
    };
    await sendTicket(demo.context, demo.tenant, customer, 9021, { ...request, reason: null, actor: of('mina') });
    const resent = await mailed();
    expect(await saved()).toBe(resent);
    const startsAt = demo.clock.now().add({ hours: 24 * 40 });
    await rescheduleEvent(
      demo.context,
      demo.tenant,
      { id: 77 },
      { startsAt, endsAt: startsAt.add({ hours: 2 }) },
      { ...request, reason: null },
    );
    const moved = await mailed();
    expect(await saved()).toBe(moved);
    expect(moved).not.toBe(resent);
    expect((await pages.request('/portal/my/tickets/9021.ics')).status).toBe(401);
    for (const id of [9021, 9041, 999_999]) expect([id, (await file(id, 'noor')).status]).toEqual([id, 404]);
    await cancelTicket(demo.context, demo.tenant, 64, 9022, { ...request, actor: of('mina') });
    await cancelEvent(demo.context, demo.tenant, { id: 80 }, request);
    for (const id of [9022, 9023]) expect([id, (await file(id, 'mina')).status]).toEqual([id, 404]);
  });

  test('without a session there are no tickets of mine, and a demo that is off knows nobody', async () => {
    expect((await read('/portal/my/changes')).status).toBe(401);
    const token = await tokenOf('mina');
    const off = openDoor(portal({ root: '/nowhere', mailbox: false }), demo, { last: true, demo: false });
    const headers = { authorization: `Bearer ${token}` };
    expect((await off.request('/portal/my/changes', { headers })).status).toBe(401);
    expect(await (await off.request('/portal/events/77', { headers })).json()).toMatchObject({ Tickets: [] });
  });
});
