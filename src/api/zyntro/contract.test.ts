import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { composeEmail } from '../../delivery/email/compose-email.ts';
import { claimDeliveries } from '../../storage/deliveries-claim.ts';
import { createNoticeReader } from '../../storage/notices.ts';
import { zyntro } from './routes.ts';

const WORKER = '00000000-0000-4000-8000-000000000001';
let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(zyntro, demo, { throttled: false });
  await sql`insert into workers (id, started_at, alive_until) values (${WORKER}, now(), now() + interval '1 hour')`.execute(demo.db);
});
beforeEach(async () => {
  await sql`update tenants set settings = '{}'`.execute(demo.db);
});
afterAll(() => demo.close());

type Body = Record<string, unknown>;

function ask(action: string, body: Body | string, { base = '/public/calendar', method = 'POST', type = 'application/json' } = {}) {
  const given = method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  return door.request(`${base}/${action}`, { method, headers: { 'Content-Type': type }, ...given });
}
async function act(action: string, body: Body, options = {}): Promise<{ status: string; data: unknown }> {
  return (await (await ask(action, body, options)).json()) as { status: string; data: unknown };
}

const account = { api_key: 'demo-api-key', org_id: '11111111-1111-4111-8111-111111111111', member_id: '22222222-2222-4222-8222-222222222222', contact_id: 'a1b2c3d4-e5f6-4890-abcd-ef1234567890' };
const data = {
  calendar_id: '3d21426f-9042-40d9-a0b2-94037f551d51',
  event_title: 'Discovery Call',
  event_description: 'About the pier',
  event_start_time: '2031-06-03 10:00:00',
  event_end_time: '2031-06-03 11:00:00',
  event_timezone: 'Europe/Madrid',
  attendee_data: [{ contact_email: 'chie@example.com', contact_fname: 'Chie', contact_timezone: 'Asia/Tokyo' }],
};

/** A meeting whose invitations are sent; its id. */
async function make(changed: Body = {}): Promise<string> {
  const made = await act('createEvent', { ...account, event_data: { ...data, ...changed } });
  expect(made.status).toBe('success');
  await mails();
  return (made.data as { event_id: string }).event_id;
}

/** The mails that wait, sent, by address. */
async function mails(): Promise<Map<string, string>> {
  const claimed = await claimDeliveries(demo.db, WORKER, 0, 500, demo.clock.now());
  await sql`update deliveries set state = 'sent', possibly_sent = true, leased_by = null where state = 'sending'`.execute(demo.db);
  const notices = await createNoticeReader(demo.db, 'https://events.example.org', demo.context.links).read(claimed);
  return new Map(notices.map((notice) => [notice.recipient.email, composeEmail(notice).raw.toString().replaceAll('=\r\n', '')]));
}
const pair = (event_id: string) => ({ user_id: '32', event_id });
const storedOf = async (id: string) => (await sql<{ description: string; location: string | null; publicId: string }>`select description, location, public_id from events where public_id = ${id}`.execute(demo.db)).rows[0];

test('zyntro §1a §2c §12-3 §13-S8: POST of JSON alone: failures the vendor knows are 200, another verb is 405, another type 415, each in the envelope', async () => {
  const answers = [
    await ask('processCancel', {}),
    await ask('processCancel', pair('x')),
    await ask('processCancel', '', { method: 'GET' }),
    await ask('processCancel', 'user_id=32', { type: 'application/x-www-form-urlencoded' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 405, 415]);
  for (const answer of answers) {
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(await answer.json()).toEqual({ data: [expect.any(String)], status: 'error' });
  }
});

test('zyntro §1c: unknown fields are not looked at', async () => {
  expect(await act('processCancel', { ...pair(await make()), notify: false, dry_run: true, '': 1 })).toMatchObject({ status: 'success', data: { notifications_sent: 2 } });
});

test('zyntro §5a §12-8 §13-S1: times are UTC in the vendor’s form and whole seconds; the id is a random UUID of ours, whatever the caller sent', async () => {
  const id = await make({ event_id: '11111111-1111-4111-8111-111111111111' });
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(id).not.toBe('11111111-1111-4111-8111-111111111111');
  const cancelled = await act('processCancel', pair(id));
  expect(cancelled.data).toMatchObject({ cancelled_at: demo.clock.now().toString({ smallestUnit: 'second' }).replace('T', ' ').replace('Z', '') });
});

test('zyntro §5d §6c §10a §10b §12-27: the cancel mail shows the time in its reader’s zone and the reason, comes in the organiser’s name from the organisation’s mailbox, and replies reach them', async () => {
  const id = await make();
  await act('processCancel', { ...pair(id), cancel_reason: 'Host is ill' });
  expect((await storedOf(id))?.description).toBe('About the pier\n\n---\nCancellation reason: Host is ill');
  const mail = (await mails()).get('chie@example.com') ?? '';
  expect(mail).toContain('17:00');
  expect(mail).toContain('Asia/Tokyo');
  expect(mail).toContain('Host is ill');
  expect(mail).toMatch(/^From: Omar <[^@>]+@[^>]+>\r$/m);
  expect(mail).toMatch(/^Reply-To: Omar <omar@example\.org>\r$/m);
});

test('zyntro §7d: the reason of a move is in the description and in the mail', async () => {
  const id = await make();
  await act('processReschedule', { ...pair(id), new_date: '2031-06-04', new_time: '10:00', target_timezone: 'Europe/Madrid', duration_minutes: 60, reschedule_reason: 'The ferry is late' });
  expect((await storedOf(id))?.description).toBe('About the pier\n\n---\nReschedule reason: The ferry is late');
  expect((await mails()).get('chie@example.com')).toContain('The ferry is late');
});

test('zyntro §12-13: when the mails cannot be planned the event is not cancelled either', async () => {
  const id = await make();
  await sql`create function no_mail() returns trigger language plpgsql as 'begin raise exception ''full''; end'`.execute(demo.db);
  await sql`create trigger no_mail before insert on deliveries for each row execute function no_mail()`.execute(demo.db);
  expect(await act('processCancel', pair(id))).toEqual({ data: ['Failed to cancel event'], status: 'error' });
  await sql`drop trigger no_mail on deliveries`.execute(demo.db);
  expect(await act('processCancel', pair(id))).toMatchObject({ status: 'success' });
});

test('zyntro §12-15 §12-15b: a meeting that is over can be cancelled, and its people are mailed', async () => {
  const id = await make({ event_start_time: '2030-01-01 10:00:00', event_end_time: '2030-01-01 11:00:00' });
  expect(await act('processCancel', pair(id))).toMatchObject({ status: 'success', data: { notifications_sent: 2 } });
  expect([...(await mails()).keys()].toSorted()).toEqual(['chie@example.com', 'omar@example.org']);
});

test('zyntro §12-20: conflicts are not looked for, unless the tenant wants it: then of two at once one gets the time', async () => {
  const at = (time: string) => ({ event_start_time: `2032-06-03 ${time}:00`, event_end_time: `2032-06-03 ${time.replace(':00', ':45')}:00` });
  const first = await make(at('10:00'));
  await make(at('10:00'));
  await sql`update tenants set settings = '{"refusesConflicts": true}'`.execute(demo.db);
  const create = (time: string) => act('createEvent', { ...account, event_data: { ...data, ...at(time) } });
  const both = await Promise.all([create('14:00'), create('14:00')]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['error', 'success']);
  const move = (time: string) => act('processReschedule', { ...pair(first), new_date: '2032-06-03', new_time: time, target_timezone: 'Europe/Madrid', duration_minutes: 45 });
  expect(await move('14:30')).toEqual({ data: ['Time is not available'], status: 'error' });
  expect(await move('14:45')).toMatchObject({ status: 'success' });
});

test('zyntro §12-22: a kind of place names none, other words are the place; without a video provider there is no link', async () => {
  const made = await act('createEvent', { ...account, event_data: { ...data, location_type: 'video' } });
  expect(made.data).toMatchObject({ meeting_link: null });
  expect((await storedOf((made.data as { event_id: string }).event_id))?.location).toBeNull();
  expect((await storedOf(await make({ location_type: 'Pier 4' })))?.location).toBe('Pier 4');
});

test('zyntro §12-1: the v2 paths ask for a developer_secret only where one is set, and no .php path answers', async () => {
  const v2 = { base: '/apis/v2/public/calendar' };
  expect(await act('processCancel', pair(await make()), v2)).toMatchObject({ status: 'success' });
  const id = await make();
  await sql`update tenants set settings = ${JSON.stringify({ developerSecretHash: hash('sha256', 'zdk_secret') })}::jsonb`.execute(demo.db);
  expect(await act('processCancel', pair(id), v2)).toEqual({ data: ['Event not found'], status: 'error' });
  expect(await act('fetchOrganization', account, { base: '/apis/v2/public/account' })).toEqual({ data: ['Invalid API Key'], status: 'error' });
  expect(await act('fetchOrganization', { ...account, developer_secret: 'zdk_secret' }, { base: '/apis/v2/public/account' })).toMatchObject({ status: 'success' });
  expect(await act('processCancel', { ...pair(id), developer_secret: 'zdk_secret' }, v2)).toMatchObject({ status: 'success' });
  expect((await ask('fetchOrganization.php', account, { base: '/apis/public' })).status).toBe(404);
});
