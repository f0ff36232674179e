import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { type DeliveryRow, addEvent, ana, ben, ledgerOf, markSent } from '../../../test/harness/world.ts';
import type { TenantSettings } from '../../domain/tenants/settings.ts';
import { composeEmail } from '../../delivery/email/compose-email.ts';
import { findReach } from '../../operations/ledger/find-reach.ts';
import { claimDeliveries } from '../../ledger/claim.ts';
import { createNoticeReader } from '../../ledger/notices.ts';
import { zyntro } from './routes.ts';

const WORKER = '00000000-0000-4000-8000-000000000001';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(zyntro, demo, { throttled: false });
  await sql`insert into workers (id, started_at, alive_until) values (${WORKER}, now(), now() + interval '1 hour')`.execute(demo.db);
});
beforeEach(() => settle({}));
afterAll(() => demo.close());

const settle = (settings: TenantSettings) => sql`update tenants set settings = ${JSON.stringify(settings)}::jsonb`.execute(demo.db);

/** A meeting that Ana runs and Ben attends, both told of it. */
async function make(invitees = [ana, ben]) {
  const event = await addEvent({ ...demo, calendarId: 14 }, { invitees });
  await markSent(demo, event.id);
  return event;
}
async function ask(action: string, body: object): Promise<{ status: string; data: unknown }> {
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user_id: '32', ...body }),
    from: '198.51.100.7',
  };
  return (await (await door.request(`/public/calendar/${action}`, init)).json()) as { status: string; data: unknown };
}
const cancel = (event_id: string, more = {}) => ask('processCancel', { event_id, cancel_reason: 'Host is ill', ...more });
const move = (event_id: string) =>
  ask('processReschedule', { event_id, new_date: '2030-06-03', new_time: '10:00', target_timezone: 'UTC' });
const serviceMails = async (eventId: number): Promise<DeliveryRow[]> =>
  (await ledgerOf(demo, eventId)).filter(({ purpose }) => purpose === 'bare_pair_used');

test('zyntro §13-5b: whoever runs a meeting is told of each change that ids alone made, once, at their own address; no number counts it', async () => {
  const { id, publicId } = await make();
  expect(await move(publicId)).toMatchObject({ status: 'success', data: { notifications_sent: 2 } });
  expect(await move(publicId)).toMatchObject({ status: 'success', data: { notifications_sent: 0 } });
  await markSent(demo, id);
  expect(await cancel(publicId)).toMatchObject({ status: 'success', data: { notifications_sent: 2 } });
  expect(await cancel(publicId)).toMatchObject({ status: 'error' });
  expect((await serviceMails(id)).map(({ recipient, revision, state }) => [recipient, revision, state])).toEqual([
    ['ana@example.com', 2, 'sent'],
    ['ana@example.com', 3, 'queued'],
  ]);
});

test('zyntro §13-5b §13-S9: the mail says what was done, from which network and with which words, in its reader’s zone, and has no calendar part', async () => {
  await sql`update deliveries set state = 'aborted', leased_by = null, finished_at = due_at where state = 'queued'`.execute(demo.db);
  await cancel((await make([{ ...ana, zone: 'Asia/Tokyo', language: 'es' }, ben])).publicId);
  const claimed = await claimDeliveries(demo.db, WORKER, 0, 10, demo.clock.now());
  const notices = await createNoticeReader(demo.db, 'https://events.example.org', demo.context.links).read(claimed);
  const service = notices.filter(({ purpose }) => purpose === 'bare_pair_used');
  expect(service).toMatchObject([
    {
      reason: 'Host is ill',
      service: { verb: 'cancelled', network: '198.51.100.0/24' },
      recipient: { email: 'ana@example.com', zone: 'Asia/Tokyo', zoneSource: 'contact', language: 'es' },
      links: [],
    },
  ]);
  const mail = service.map((notice) => composeEmail(notice).raw.toString()).join('\n');
  expect(mail).toContain('198.51.100.0/24');
  expect(mail).not.toContain('text/calendar');
});

test('zyntro §13-5b: nobody is told where more was shown, the tenant does not want it, or the meeting has no such address', async () => {
  const keyed = await make();
  await cancel(keyed.publicId, { api_key: 'demo-api-key' });
  const unaddressed = await make();
  await sql`update events set reply_to = null where id = ${unaddressed.id}`.execute(demo.db);
  await cancel(unaddressed.publicId);
  await settle({ tellsBarePairs: false });
  const unwanted = await make();
  await cancel(unwanted.publicId);
  for (const { id } of [keyed, unaddressed, unwanted]) {
    expect(await serviceMails(id)).toEqual([]);
    expect((await ledgerOf(demo, id)).filter(({ purpose }) => purpose === 'event_cancelled')).toHaveLength(2);
  }
});

test('zyntro §12-28: whoever runs a meeting without a seat at it is told in the calendar’s zone, not the event’s', async () => {
  const { id, publicId } = await make([ben]);
  await sql`update events set zone = 'Asia/Tokyo' where id = ${id}`.execute(demo.db);
  await cancel(publicId);
  const told = await sql`select zone, zone_source from deliveries where event_id = ${id} and purpose = 'bare_pair_used'`.execute(demo.db);
  expect(told.rows).toEqual([{ zone: 'Europe/London', zoneSource: 'calendar' }]);
});

test('zyntro §13-5b §12-13: the change and the mail about it are one transaction', async () => {
  const { id, publicId } = await make();
  await sql`create function no_mail() returns trigger language plpgsql as 'begin raise exception ''full''; end'`.execute(demo.db);
  await sql`create trigger no_mail before insert on outbox for each row when (new.purpose = 'bare_pair_used') execute function no_mail()`.execute(
    demo.db,
  );
  expect(await cancel(publicId)).toEqual({ data: ['Failed to cancel event'], status: 'error' });
  await sql`drop trigger no_mail on outbox`.execute(demo.db);
  expect(await ledgerOf(demo, id)).toHaveLength(2);
  expect(await cancel(publicId)).toMatchObject({ status: 'success' });
});

test('a service mail that bounced makes nobody of the event unreached, and one that waits keeps no notice waiting', async () => {
  const { id, publicId } = await make([{ ...ana, email: 'ana.home@example.com' }, ben]);
  await move(publicId);
  const claimed = await claimDeliveries(demo.db, WORKER, 0, 100, demo.clock.now());
  expect(claimed.filter(({ eventId }) => eventId === id)).toHaveLength(3);
  await sql`update deliveries set state = case purpose when 'bare_pair_used' then 'bounced' else 'sent' end, leased_by = null, finished_at = due_at where state = 'sending'`.execute(
    demo.db,
  );
  expect((await findReach(demo.context, demo.tenant, { id }, { limit: 10 }))?.reach).toMatchObject({
    people: 2,
    reached: 2,
    nothingOwed: 0,
    unreached: [],
  });
});
