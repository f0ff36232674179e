import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { addTenant } from '../../../test/harness/world.ts';
import { zyntro } from './routes.ts';

const JANE = 'a1b2c3d4-e5f6-4890-abcd-ef1234567890';
const MINA = '11111111-1111-4111-8111-111111111121';
const account = { api_key: 'demo-api-key', org_id: '11111111-1111-4111-8111-111111111111' };
const jane = { ...account, member_id: '22222222-2222-4222-8222-222222222222', contact_id: JANE };

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(zyntro, demo, { throttled: false });
  const other = await addTenant(demo.context, 'Quay House');
  await sql`insert into contacts (tenant_id, id, full_name, email, zone) values
    (${demo.tenant.id}, '11111111-1111-4111-8111-111111111122', 'Raj_100%', 'raj@example.org', null),
    (${demo.tenant.id}, '11111111-1111-4111-8111-111111111120', 'Raj', 'raj.2@example.org', null),
    (${other.id}, ${MINA}, 'Mina', 'mina@example.org', null)`.execute(demo.db);
});
afterAll(() => demo.close());

async function ask(action: string, body: Record<string, unknown>, base = '/apis/v2/public/crm') {
  const response = await door.request(`${base}/${action}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { code: response.status, ...((await response.json()) as { status: string; data: unknown }) };
}
const failure = (message: string, code = 200) => ({ code, data: [message], status: 'error' });
const found = async (search_string: unknown) =>
  ((await ask('lookupContact', { ...account, search_string })).data as { contact_email: string }[]).map((one) => one.contact_email);

test('zyntro §11l §11m §11n: a contact by its id, with the fields the vendor names; there is no such path of the other generation', async () => {
  expect(await ask('fetchContact', { ...jane, contact_id: JANE.toUpperCase() })).toEqual({
    code: 200,
    status: 'success',
    data: {
      contact_id: JANE,
      contact_fname: 'Jane',
      contact_lname: null,
      contact_email: 'jane@example.net',
      timezone: 'America/New_York',
      email_optout: false,
      sms_optout: false,
      is_test_contact: false,
    },
  });
  expect(await ask('fetchContact', jane, '/public/crm')).toEqual(failure('Unknown endpoint', 404));
});

test.each([
  [{ api_key: undefined }, 'Missing service instance'],
  [{ api_key: 'wrong' }, 'Invalid API Key'],
  [{ org_id: ' ' }, 'Missing org ID'],
  [{ org_id: JANE }, 'Organization not found'],
  [{ member_id: null }, 'Missing member ID'],
  [{ member_id: 'x' }, 'Member not found'],
  [{ member_id: JANE }, 'Member not found'],
  [{ contact_id: '' }, 'Missing contact ID'],
  [{ contact_id: 'x' }, 'Contact not found'],
  [{ contact_id: '11111111-1111-4111-8111-111111111199' }, 'Contact not found'],
  [{ contact_id: MINA }, 'Contact not found'],
])(
  'zyntro §11q §3n §13-6: fetchContact with %j is refused in words of its own; another tenant’s contact is a missing one',
  async (changed, message) => {
    expect(await ask('fetchContact', { ...jane, ...changed })).toEqual(failure(message));
  },
);

test('zyntro §11o §11p §2f: a part of a name or address finds contacts in any case, by name; nobody is an empty list', async () => {
  expect(await found('JAN')).toEqual(['jane@example.net']);
  expect(await found('example.')).toEqual(['jane@example.net', 'raj.2@example.org', 'raj@example.org']);
  expect(await found('nobody')).toEqual([]);
  expect(await found('mina')).toEqual([]);
  expect(await ask('lookupContact', { ...account, search_string: 'nobody' })).toEqual({ code: 200, data: [], status: 'success' });
});

test('zyntro §11p: what stands for anything elsewhere stands for itself in a search', async () => {
  expect(await found('_')).toEqual(['raj@example.org']);
  expect(await found('%')).toEqual(['raj@example.org']);
  expect(await found('\\')).toEqual([]);
  expect(await found("'; drop table contacts; --")).toEqual([]);
});

test('zyntro §11p: at most 50 contacts are found', async () => {
  await sql`insert into contacts (tenant_id, id, full_name, email)
    select ${demo.tenant.id}, gen_random_uuid(), 'Noor ' || to_char(n, 'FM00'), 'noor' || n || '@example.org' from generate_series(1, 60) n`.execute(
    demo.db,
  );
  const many = (await ask('lookupContact', { ...account, search_string: 'noor' })).data as { contact_lname: string }[];
  expect(many.map((one) => Number(one.contact_lname))).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
});

test.each([
  [undefined, 'Missing search string'],
  ['  ', 'Missing search string'],
  [7, 'Invalid search string'],
  ['\u0000', 'Invalid search string'],
  ['x'.repeat(321), 'Invalid search string'],
])('zyntro §11q: lookupContact for %j is refused', async (search_string, message) => {
  expect(await ask('lookupContact', { ...account, search_string })).toEqual(failure(message));
});

test.each(['fetchContact', 'lookupContact'])('zyntro §11l: %s asks for the developer_secret where the tenant has one', async (action) => {
  await sql`update tenants set settings = settings || ${JSON.stringify({ developerSecretHash: hash('sha256', 'zdk_secret') })}::jsonb where id = ${demo.tenant.id}`.execute(
    demo.db,
  );
  const body = { ...jane, search_string: 'Jane' };
  expect(await ask(action, body)).toEqual(failure('Invalid API Key'));
  expect(await ask(action, { ...body, developer_secret: 'zdk_secret' })).toMatchObject({ status: 'success' });
});
