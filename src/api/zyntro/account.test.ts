import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { openDatabase } from '../../postgres/database.ts';
import { v1 } from '../v1/routes.ts';
import { zyntro } from './routes.ts';

const ORG = '11111111-1111-4111-8111-111111111111';
const credentials = { api_key: 'demo-api-key', org_id: ORG };

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(zyntro, demo, { throttled: false });
});
afterAll(() => demo.close());

type Answer = { status: 'success' | 'error'; data: unknown };

async function post(action: string, body: Record<string, unknown>, base = '/public/account'): Promise<Answer> {
  const response = await door.request(`${base}/${action}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}
const failure = (message: string) => ({ data: [message], status: 'error' });

test('zyntro §11a §1b §3a: the organisation with its zone, language, working hours, members and admins, on both paths', async () => {
  const answer = await post('fetchOrganization', credentials);
  const open = { start: '09:00', end: '17:00' };
  expect(answer).toEqual({
    status: 'success',
    data: {
      org_id: ORG,
      org_name: 'Harbour Loft',
      org_email: expect.stringContaining('@'),
      org_timezone: 'Europe/Madrid',
      org_language: 'en',
      org_working_hours: { monday: open, tuesday: open, wednesday: open, thursday: open, friday: open },
      org_members: ['22222222-2222-4222-8222-222222222222'],
      org_admins: ['22222222-2222-4222-8222-222222222222'],
      org_address: null,
      default_wallet: null,
    },
  });
  expect(await post('fetchOrganization', credentials, '/apis/v2/public/account')).toEqual(answer);
});

test('zyntro §11b §3h: the active members by id and name; a brand has to be named', async () => {
  await sql`insert into members (tenant_id, id, full_name, email, zone, active) values
    (${demo.tenant.id}, '22222222-2222-4222-8222-222222222223', 'Kenji', 'kenji@example.org', 'Asia/Tokyo', false),
    (${demo.tenant.id}, '22222222-2222-4222-8222-222222222224', 'Ana', 'ana@example.org', 'Europe/Madrid', true)`.execute(demo.db);
  expect(await post('fetchMembers', { ...credentials, brand_id: '1' })).toEqual({
    status: 'success',
    data: [
      { member_id: '22222222-2222-4222-8222-222222222224', member_name: 'Ana' },
      { member_id: '22222222-2222-4222-8222-222222222222', member_name: 'Omar' },
    ],
  });
  expect(await post('fetchMembers', credentials)).toEqual(failure('Missing brand ID'));
});

test.each(['fetchOrganization', 'fetchMembers', 'createWebhook', 'updateWebhook', 'fetchWebhooks'])(
  'zyntro §3a §3c §3d §3e §3f §3g §3m §13-6: %s is for a live key and its own organisation alone',
  async (action) => {
    const missing = failure(action === 'fetchWebhooks' ? 'Missing API Key' : 'Missing service instance');
    for (const none of [{}, { api_key: null }, { api_key: ' ' }]) expect(await post(action, { org_id: ORG, ...none })).toEqual(missing);
    expect(await post(action, { ...credentials, api_key: 'wrong' })).toEqual(failure('Invalid API Key'));
    expect(await post(action, { api_key: credentials.api_key })).toEqual(failure('Missing org ID'));
    expect(await post(action, { ...credentials, org_id: '11111111-1111-4111-8111-111111111112' })).toEqual(
      failure('Organization not found'),
    );
    await sql`update accounts set active = false where number = 32`.execute(demo.db);
    expect(await post(action, credentials)).toEqual(failure('User is not active'));
    await sql`update accounts set active = true where number = 32`.execute(demo.db);
  },
);

test.each(['createWebhook', 'updateWebhook', 'fetchWebhooks'])(
  'zyntro §2e: %s tells its parameters to whoever asks for help, without a credential, and does nothing',
  async (action) => {
    const count = async () => (await sql`select count(*) from webhooks`.execute(demo.db)).rows;
    const before = await count();
    const answer = await post(action, {
      ...credentials,
      help: true,
      wh_name: 'CRM',
      wh_endpoint: 'https://crm.example.net/hook',
      wh_events: ['new_contact'],
    });
    expect(answer).toEqual({
      status: 'success',
      data: { parameters: expect.objectContaining({ api_key: 'required, text', org_id: 'required, UUID' }) },
    });
    expect(await post(action, { help: true })).toEqual(answer);
    expect(await count()).toEqual(before);
    expect((await post(action, { help: 'true' })).status).toBe('error');
  },
);

test('zyntro §13-6: of a key its SHA-256 is all there is, and what is compared', async () => {
  const kept = await sql<{
    keyHash: Buffer;
    row: string;
  }>`select key_hash, row_to_json(k)::text as row from api_keys k where door = 'account'`.execute(demo.db);
  expect(kept.rows.map(({ keyHash }) => keyHash.toString('hex'))).toEqual([hash('sha256', credentials.api_key)]);
  expect(kept.rows.some(({ row }) => row.includes(credentials.api_key))).toBe(false);
  await sql`update api_keys set key_hash = ${Buffer.from(hash('sha256', 'another-key'), 'hex')} where door = 'account'`.execute(demo.db);
  expect(await post('fetchOrganization', credentials)).toEqual(failure('Invalid API Key'));
  expect(await post('fetchOrganization', { ...credentials, api_key: hash('sha256', 'another-key') })).toEqual(failure('Invalid API Key'));
  expect(await post('fetchOrganization', { ...credentials, api_key: 'another-key' })).toMatchObject({ status: 'success' });
  await sql`update api_keys set key_hash = ${kept.rows[0]!.keyHash} where door = 'account'`.execute(demo.db);
});

test('zyntro §2g: a fault that no page words is 500 in the envelope', async () => {
  const db = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
  const away = openDoor(zyntro, { context: { ...demo.context, db } });
  const response = await away.request('/public/account/fetchOrganization', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  expect([response.status, await response.json()]).toEqual([500, failure('Unexpected error')]);
  expect(away.faults).toHaveLength(1);
  await db.destroy();
});

describe('webhooks', () => {
  const hook = {
    ...credentials,
    wh_name: 'CRM',
    wh_endpoint: 'https://crm.example.net/hook',
    wh_events: ['appointment_booked', 'new_contact'],
  };

  test('zyntro §2f §11c §11f §11g §11h §11i §11u: made with its presets; the secret is in that answer and in no other, and kept sealed', async () => {
    expect(await post('fetchWebhooks', credentials)).toEqual({ data: [], status: 'success' });
    const made = (await post('createWebhook', hook)) as { status: string; data: { wh_id: string; wh_secret: string } };
    expect(made).toEqual({
      status: 'success',
      data: { wh_id: expect.stringMatching(/^[0-9a-f-]{36}$/), wh_secret: expect.stringMatching(/^whsec_.{40,}$/) },
    });
    const listed = await post('fetchWebhooks', { ...credentials, wh_id: made.data.wh_id });
    expect(listed.data).toEqual([
      {
        wh_id: made.data.wh_id,
        wh_name: 'CRM',
        wh_endpoint: hook.wh_endpoint,
        wh_events: ['appointment_booked', 'new_contact'],
        wh_auth_type: 'none',
        wh_timeout: 30,
        wh_status: 'active',
        wh_last_status: null,
        wh_failure_count: 0,
        wh_last_triggered: null,
        wh_retry_count: 4,
        wh_retry_delay: 10,
        wh_created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
        wh_updated_at: expect.any(String),
      },
    ]);
    const kept = await sql<{ all: string }>`select row_to_json(w)::text as all from webhooks w`.execute(demo.db);
    expect(
      kept.rows.some(({ all }) => all.includes(made.data.wh_secret) || all.includes(Buffer.from(made.data.wh_secret).toString('hex'))),
    ).toBe(false);
  });

  test('zyntro §11e §11f §11h: an update replaces the list of events and leaves what it does not name', async () => {
    const { data } = (await post('createWebhook', hook)) as { data: { wh_id: string } };
    const updated = await post('updateWebhook', {
      ...credentials,
      wh_id: data.wh_id,
      wh_events: ['appointment_cancelled'],
      wh_status: 'paused',
      wh_timeout: 5,
      wh_auth_type: 'basic',
      wh_auth_data: { username: 'u', password: 'p' },
    });
    expect(updated.data).toMatchObject({
      wh_name: 'CRM',
      wh_events: ['appointment_cancelled'],
      wh_status: 'paused',
      wh_timeout: 5,
      wh_auth_type: 'basic',
    });
    expect(JSON.stringify(updated)).not.toContain('password');
    const topics = await sql`select topics from webhooks where id = ${data.wh_id}`.execute(demo.db);
    expect(topics.rows).toEqual([{ topics: ['cancelled'] }]);
    expect(await post('updateWebhook', { ...credentials, wh_id: '11111111-1111-4111-8111-111111111111' })).toEqual(
      failure('Webhook not found'),
    );
    expect(await post('updateWebhook', credentials)).toEqual(failure('Missing webhook ID'));
  });

  test('zyntro §11r §11s: the slugs that the pages name and ours are taken, the others are fired by nothing here; unknown ones are refused', async () => {
    const slugs = [
      'appointment_booked',
      'new_contact',
      'form_filled',
      'invoice_paid',
      'subscription.created',
      'trigger.fired',
      'billing_customer.updated',
    ];
    const ours = ['appointment_cancelled', 'appointment_rescheduled', 'appointment_updated'];
    const { data } = (await post('createWebhook', { ...hook, wh_events: [...slugs, ...ours] })) as { data: { wh_id: string } };
    expect((await post('fetchWebhooks', { ...credentials, wh_id: data.wh_id })).data).toMatchObject([{ wh_events: [...slugs, ...ours] }]);
    await post('updateWebhook', { ...credentials, wh_id: data.wh_id, wh_events: slugs });
    const topics = await sql`select topics from webhooks where id = ${data.wh_id}`.execute(demo.db);
    expect(topics.rows).toEqual([{ topics: ['created'] }]);
    for (const unknown of ['appointment_moved', 'subscription.deleted', 'trigger.', 'trigger', 'constructor']) {
      expect([unknown, await post('updateWebhook', { ...credentials, wh_id: data.wh_id, wh_events: [unknown] })]).toEqual([
        unknown,
        failure('Invalid webhook events'),
      ]);
    }
  });

  test('zyntro §11d §11w: an address of a network that is not public is refused, however it is written, and changes nothing', async () => {
    const { data } = (await post('createWebhook', hook)) as { data: { wh_id: string } };
    const count = async () => (await sql`select count(*) from webhooks`.execute(demo.db)).rows;
    const before = await count();
    for (const host of [
      '127.0.0.1',
      '10.1.2.3',
      '192.168.0.1',
      '169.254.169.254',
      '2130706433',
      '0x7f.1',
      '127.0.0.1.',
      '[::1]',
      '[fe80::1]',
      '[fd00::1]',
      '[::ffff:10.0.0.1]',
      '[::7f00:1]',
      'localhost',
      'hooks.localhost',
    ]) {
      const wh_endpoint = `https://${host}/hook`;
      expect([host, await post('createWebhook', { ...hook, wh_endpoint })]).toEqual([host, failure('Invalid webhook endpoint')]);
      expect([host, await post('updateWebhook', { ...credentials, wh_id: data.wh_id, wh_endpoint })]).toEqual([
        host,
        failure('Invalid webhook endpoint'),
      ]);
    }
    expect(await count()).toEqual(before);
    expect((await post('fetchWebhooks', { ...credentials, wh_id: data.wh_id })).data).toMatchObject([{ wh_endpoint: hook.wh_endpoint }]);
    for (const wh_endpoint of ['https://93.184.216.34/hook', 'https://hooks.example.net/']) {
      expect(await post('createWebhook', { ...hook, wh_endpoint })).toMatchObject({ status: 'success' });
    }
  });

  test('zyntro §11i §11t: a webhook whose topics were chosen through our own API is told with the slugs of those topics', async () => {
    const { data } = (await post('createWebhook', hook)) as { data: { wh_id: string } };
    const ours = openDoor(v1, demo);
    const headers = { authorization: 'Bearer adj_demo_admin', 'content-type': 'application/json' };
    const body = JSON.stringify({ topics: ['rescheduled', 'cancelled', 'updated'] });
    expect((await ours.request(`/api/v1/webhooks/${data.wh_id}`, { method: 'PATCH', headers, body })).status).toBe(200);
    const listed = await post('fetchWebhooks', { ...credentials, wh_id: data.wh_id });
    expect(listed.data).toMatchObject([{ wh_events: ['appointment_rescheduled', 'appointment_cancelled', 'appointment_updated'] }]);
  });

  test.each([
    [{ wh_name: undefined }, 'Missing webhook name'],
    [{ wh_name: 'n'.repeat(101) }, 'Invalid webhook name'],
    [{ wh_endpoint: undefined }, 'Missing webhook endpoint'],
    [{ wh_endpoint: 'http://crm.example.net/' }, 'Invalid webhook endpoint'],
    [{ wh_endpoint: 'https://user:pass@crm.example.net/' }, 'Invalid webhook endpoint'],
    [{ wh_endpoint: 'crm' }, 'Invalid webhook endpoint'],
    [{ wh_events: [] }, 'Invalid webhook events'],
    [{ wh_events: undefined }, 'Missing webhook events'],
    [{ wh_events: ['everything'] }, 'Invalid webhook events'],
    [{ wh_events: [5] }, 'Invalid webhook events'],
    [{ wh_timeout: 4 }, 'Invalid webhook timeout'],
    [{ wh_timeout: 121 }, 'Invalid webhook timeout'],
    [{ wh_timeout: 5.5 }, 'Invalid webhook timeout'],
    [{ wh_status: 'on' }, 'Invalid webhook status'],
    [{ wh_auth_type: 'digest' }, 'Invalid webhook authentication'],
    [{ wh_auth_type: 'bearer' }, 'Invalid webhook authentication'],
    [{ wh_auth_type: 'bearer', wh_auth_data: { value: 'x\r\nHost: y' } }, 'Invalid webhook authentication'],
    [{ wh_auth_type: 'custom_header', wh_auth_data: { header: 'Host', value: 'x' } }, 'Invalid webhook authentication'],
    [{ wh_auth_type: 'basic', wh_auth_data: { username: 'a:b', password: 'p' } }, 'Invalid webhook authentication'],
  ])('zyntro §11d §11f §11g §11h: %j is refused, and nothing is made', async (changed, message) => {
    const count = async () => (await sql<{ n: number }>`select count(*) as n from webhooks`.execute(demo.db)).rows[0]?.n;
    const before = await count();
    expect(await post('createWebhook', { ...hook, ...changed })).toEqual(failure(message));
    expect(await count()).toBe(before);
  });

  test.each(['\u0000', 'C\u0000M', 'CRM\ud83c', '\udf89', 'a\u001b[2Jb', 'a\r\nb'])(
    'issue 9 D20: %j in a name or endpoint is refused and changes nothing',
    async (bad) => {
      const { data } = (await post('createWebhook', hook)) as { data: { wh_id: string } };
      const all = async () => (await sql`select * from webhooks order by id`.execute(demo.db)).rows;
      const before = await all();
      const wh_endpoint = `https://crm.example.net/${bad}/hook`;
      expect(await post('createWebhook', { ...hook, wh_name: `${bad}x` })).toEqual(failure('Invalid webhook name'));
      expect(await post('createWebhook', { ...hook, wh_endpoint })).toEqual(failure('Invalid webhook endpoint'));
      const change = { ...credentials, wh_id: data.wh_id };
      expect(await post('updateWebhook', { ...change, wh_name: `${bad}x` })).toEqual(failure('Invalid webhook name'));
      expect(await post('updateWebhook', { ...change, wh_endpoint })).toEqual(failure('Invalid webhook endpoint'));
      expect(await all()).toEqual(before);
    },
  );
});
