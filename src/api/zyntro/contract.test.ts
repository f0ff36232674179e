import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { addTenant } from '../../../test/harness/world.ts';
import { composeEmail } from '../../delivery/email/compose-email.ts';
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
beforeEach(async () => {
  await sql`update tenants set settings = '{}'`.execute(demo.db);
});
afterAll(() => demo.close());

type Body = Record<string, unknown>;

function ask(
  action: string,
  body: Body | string,
  { base = '/public/calendar', method = 'POST', type = 'application/json', from = '192.0.2.1', host = 'localhost' } = {},
) {
  const given = method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  return door.request(`${base}/${action}`, { method, headers: { 'Content-Type': type, host }, from, ...given });
}
async function act(action: string, body: Body, options = {}): Promise<{ status: string; data: unknown }> {
  return (await (await ask(action, body, options)).json()) as { status: string; data: unknown };
}

const account = {
  api_key: 'demo-api-key',
  org_id: '11111111-1111-4111-8111-111111111111',
  member_id: '22222222-2222-4222-8222-222222222222',
  contact_id: 'a1b2c3d4-e5f6-4890-abcd-ef1234567890',
};
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
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at, possibly_sent = true where state = 'sending'`.execute(
    demo.db,
  );
  const notices = await createNoticeReader(demo.db, 'https://events.example.org', demo.context.links).read(claimed);
  return new Map(notices.map((notice) => [notice.recipient.email, composeEmail(notice).raw.toString().replaceAll('=\r\n', '')]));
}
const pair = (event_id: string) => ({ user_id: '32', event_id });
const storedOf = async (id: string) =>
  (
    await sql<{
      description: string;
      location: string | null;
      publicId: string;
    }>`select description, location, public_id from events where public_id = ${id}`.execute(demo.db)
  ).rows[0];

test('zyntro §1a §2b §2c §2g §12-2 §12-3 §13-S8: POST of JSON alone: failures the vendor knows are 200, another verb is 405, another type 415, too large a body 413, no path 404, each in the envelope', async () => {
  const answers = [
    await ask('processCancel', {}),
    await ask('processCancel', pair('x')),
    await ask('processCancel', '', { method: 'GET' }),
    await ask('processCancel', 'user_id=32', { type: 'application/x-www-form-urlencoded' }),
    await ask('processCancel', { ...pair('x'), cancel_reason: 'x'.repeat(65 * 1024) }),
    await ask('processCancels', {}),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 405, 415, 413, 404]);
  for (const answer of answers) {
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(await answer.json()).toEqual({ data: [expect.any(String)], status: 'error' });
  }
});

test('zyntro §1c: unknown fields are not looked at', async () => {
  expect(await act('processCancel', { ...pair(await make()), notify: false, dry_run: true, '': 1 })).toMatchObject({
    status: 'success',
    data: { notifications_sent: 2 },
  });
});

test('zyntro §5a §12-8 §13-S1: times are UTC in the vendor’s form and whole seconds; the id is a random UUID of ours, whatever the caller sent', async () => {
  const id = await make({ event_id: '11111111-1111-4111-8111-111111111111' });
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(id).not.toBe('11111111-1111-4111-8111-111111111111');
  const cancelled = await act('processCancel', pair(id));
  expect(cancelled.data).toMatchObject({
    cancelled_at: demo.clock.now().toString({ smallestUnit: 'second' }).replace('T', ' ').replace('Z', ''),
  });
});

test('zyntro §6c §12-9: the reason of a cancel is at the end of the description and in the mail', async () => {
  const id = await make();
  await act('processCancel', { ...pair(id), cancel_reason: 'Host is ill' });
  expect((await storedOf(id))?.description).toBe('About the pier\n\n---\nCancellation reason: Host is ill');
  expect((await mails()).get('chie@example.com')).toContain('Host is ill');
});

test('zyntro §7d §12-9: the reason of a move is in the description and in the mail', async () => {
  const id = await make();
  await act('processReschedule', {
    ...pair(id),
    new_date: '2031-06-04',
    new_time: '10:00',
    target_timezone: 'Europe/Madrid',
    duration_minutes: 60,
    reschedule_reason: 'The ferry is late',
  });
  expect((await storedOf(id))?.description).toBe('About the pier\n\n---\nReschedule reason: The ferry is late');
  expect((await mails()).get('chie@example.com')).toContain('The ferry is late');
});

test('zyntro §12-13: when the mails cannot be planned the event is not cancelled either', async () => {
  const id = await make();
  await sql`create function no_mail() returns trigger language plpgsql as 'begin raise exception ''full''; end'`.execute(demo.db);
  await sql`create trigger no_mail before insert on outbox for each row execute function no_mail()`.execute(demo.db);
  expect(await act('processCancel', pair(id))).toEqual({ data: ['Failed to cancel event'], status: 'error' });
  await sql`drop trigger no_mail on outbox`.execute(demo.db);
  expect(await act('processCancel', pair(id))).toMatchObject({ status: 'success' });
});

test('zyntro §12-15 §12-15b: a meeting that is over can be cancelled, and its people are mailed', async () => {
  const id = await make({ event_start_time: '2030-04-10 10:00:00', event_end_time: '2030-04-10 11:00:00' });
  demo.clock.advance({ days: 30 });
  expect(await act('processCancel', pair(id))).toMatchObject({ status: 'success', data: { notifications_sent: 2 } });
  expect([...(await mails()).keys()].toSorted()).toEqual(['chie@example.com', 'omar@example.org']);
});

test('zyntro §12-20: conflicts are not looked for, unless the tenant wants it: then of two at once one gets the time', async () => {
  const at = (time: string) => ({
    event_start_time: `2032-06-03 ${time}:00`,
    event_end_time: `2032-06-03 ${time.replace(':00', ':45')}:00`,
  });
  const first = await make(at('10:00'));
  await make(at('10:00'));
  await sql`update tenants set settings = '{"refusesConflicts": true}'`.execute(demo.db);
  const create = (time: string) => act('createEvent', { ...account, event_data: { ...data, ...at(time) } });
  const both = await Promise.all([create('14:00'), create('14:00')]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['error', 'success']);
  const move = (time: string) =>
    act('processReschedule', {
      ...pair(first),
      new_date: '2032-06-03',
      new_time: time,
      target_timezone: 'Europe/Madrid',
      duration_minutes: 45,
    });
  expect(await move('14:30')).toEqual({ data: ['Time is not available'], status: 'error' });
  expect(await move('14:45')).toMatchObject({ status: 'success' });
});

test('zyntro §12-22: a kind of place names none, other words are the place; without a video provider there is no link', async () => {
  for (const [location_type, location] of [
    ['video', null],
    ['phone', null],
    ['in_person', null],
    ['custom', null],
    [undefined, null],
    ['Pier 4', 'Pier 4'],
    ['webinar', 'webinar'],
  ]) {
    const made = await act('createEvent', { ...account, event_data: { ...data, location_type } });
    expect(made.data).toMatchObject({ meeting_link: null });
    expect([location_type, (await storedOf((made.data as { event_id: string }).event_id))?.location]).toEqual([location_type, location]);
  }
});

test('zyntro §12-1: the v2 paths ask for a developer_secret only where one is set, and no .php path answers', async () => {
  const v2 = { base: '/apis/v2/public/calendar' };
  expect(await act('processCancel', pair(await make()), v2)).toMatchObject({ status: 'success' });
  const id = await make();
  await sql`update tenants set settings = ${JSON.stringify({ developerSecretHash: hash('sha256', 'zdk_secret') })}::jsonb`.execute(demo.db);
  expect(await act('processCancel', pair(id), v2)).toEqual({ data: ['Event not found'], status: 'error' });
  expect(await act('fetchOrganization', account, { base: '/apis/v2/public/account' })).toEqual({
    data: ['Invalid API Key'],
    status: 'error',
  });
  expect(await act('fetchOrganization', { ...account, developer_secret: 'zdk_secret' }, { base: '/apis/v2/public/account' })).toMatchObject(
    { status: 'success' },
  );
  expect(await act('processCancel', { ...pair(id), developer_secret: 'zdk_secret' }, v2)).toMatchObject({ status: 'success' });
  expect((await ask('fetchOrganization.php', account, { base: '/apis/public' })).status).toBe(404);
});

test('zyntro §1d §1e: where the tenant lists networks the v2 paths answer callers from them alone; from elsewhere as to a wrong developer_secret, to the byte', async () => {
  const id = await make();
  const v2 = { base: '/apis/v2/public/calendar' };
  const organisation = { base: '/apis/v2/public/account' };
  const answersOf = async (developer_secret: string, from: string) => {
    const asked = [
      await ask('processCancel', { ...pair(id), developer_secret }, { ...v2, from }),
      await ask('fetchOrganization', { ...account, developer_secret }, { ...organisation, from }),
    ];
    return Promise.all(asked.map(async (answer) => JSON.stringify([answer.status, [...answer.headers], await answer.text()])));
  };
  const settle = (settings: object) => sql`update tenants set settings = ${JSON.stringify(settings)}::jsonb`.execute(demo.db);
  await settle({ developerSecretHash: hash('sha256', 'zdk_secret'), developerNetworks: ['198.51.100.0/24'] });
  const refused = await answersOf('zdk_wrong', '198.51.100.7');
  expect(await answersOf('zdk_secret', '203.0.113.7')).toEqual(refused);
  expect(refused.join()).toContain('Event not found');
  expect(refused.join()).toContain('Invalid API Key');
  await settle({ developerNetworks: ['198.51.100.0/24'] });
  expect(await answersOf('', '203.0.113.7')).toEqual(refused);
  expect(await act('fetchOrganization', account, { base: '/public/account', from: '203.0.113.7' })).toMatchObject({ status: 'success' });
  expect(await act('fetchOrganization', account, { ...organisation, from: '198.51.100.7' })).toMatchObject({ status: 'success' });
  expect(await act('processCancel', pair(id), { ...v2, from: '198.51.100.7' })).toMatchObject({ status: 'success' });
});

test('zyntro §12-4: with showsErrorCodes off no failure has the header, whoever asks, where theirs is the only tenant', async () => {
  const id = await make();
  const codes = async () => {
    const answers = [
      await ask('processCancel', {}),
      await ask('processCancel', pair('x')),
      await ask('processCancel', pair(id), { method: 'GET' }),
      await ask('fetchOrganization', { ...account, org_id: '' }, { base: '/public/account' }),
      await ask('nothing', {}),
    ];
    return answers.map(({ headers }) => headers.get('x-error-code'));
  };
  expect(await codes()).toEqual(['MISSING_USER_ID', 'NOT_FOUND', 'WRONG_METHOD', 'MISSING_ORG', 'UNKNOWN_ROUTE']);
  await sql`update tenants set settings = '{"showsErrorCodes": false}'`.execute(demo.db);
  expect(await codes()).toEqual([null, null, null, null, null]);
  expect(await act('processCancel', pair(id))).toMatchObject({ status: 'success' });
});

test('zyntro §12-4 §13-S2: of several tenants the caller’s own counts once they are known, until then the host’s; a miss tells nothing of whose event it is', async () => {
  const id = await make();
  await act('processCancel', pair(id));
  await sql`update tenants set settings = '{"showsErrorCodes": false}'`.execute(demo.db);
  const other = await addTenant(demo.context, 'Quay House');
  await sql`update tenants set hosts = array['tenant' || id || '.example']`.execute(demo.db);
  const codeOf = async (body: Body, host: string) => (await ask('processCancel', body, { host })).headers.get('x-error-code');
  for (const event_id of [id, 'b1946ac9-2f3d-4a57-8f5e-0c8f1d1b7a55']) {
    expect([
      await codeOf({ ...pair(event_id), token: 'x' }, 'nobody.example'),
      await codeOf({ ...pair(event_id), token: 'x' }, 'tenant1.example'),
    ]).toEqual(['NOT_FOUND', null]);
  }
  expect([await codeOf(pair(id), 'nobody.example'), await codeOf(pair(id), `tenant${other.id}.example`)]).toEqual([null, null]);
  await sql`delete from tenants where id = ${other.id}`.execute(demo.db);
});
