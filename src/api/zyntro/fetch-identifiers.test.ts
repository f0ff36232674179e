import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type OpenDoorOptions, type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { addTenant } from '../../../test/harness/world.ts';
import { zyntro } from './routes.ts';

const SECRET = 'zdk_secret';
const INSIDE = '198.51.100.7';
const OUTSIDE = '203.0.113.7';

let demo: TestDemo;
beforeAll(async () => {
  demo = await openDemo();
});
beforeEach(() => settle(demo.tenant.id, ['198.51.100.0/24', '2001:db8:1::/48', '192.0.2.9']));
afterAll(() => demo.close());

async function settle(tenantId: number, developerNetworks: unknown) {
  const settings = { developerSecretHash: hash('sha256', SECRET).toUpperCase(), developerNetworks };
  await sql`update tenants set settings = ${JSON.stringify(settings)}::jsonb where id = ${tenantId}`.execute(demo.db);
}
const open = (options: OpenDoorOptions = { throttled: false }): TestDoor => openDoor(zyntro, demo, options);

async function ask(door: TestDoor, body: object, from: string) {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), from };
  const response = await door.request('/apis/v2/public/developers/fetchIdentifiers', init);
  return { code: response.status, text: await response.text(), error: response.headers.get('x-error-code') };
}
const MISS = { code: 200, text: '{"data":["Invalid developer secret"],"status":"error"}', error: 'INVALID_DEVELOPER_SECRET' };

test('zyntro §3i §3j §3k: the secret alone answers whose it is, from the networks its tenant lists; no key can be given back', async () => {
  for (const from of [INSIDE, '2001:db8:1:7::1', '192.0.2.9', '::ffff:198.51.100.8']) {
    const { code, text } = await ask(open(), { developer_secret: SECRET }, from);
    expect([code, JSON.parse(text)]).toEqual([
      200,
      {
        status: 'success',
        data: {
          api_key: null,
          organization: expect.objectContaining({ org_id: '11111111-1111-4111-8111-111111111111', org_name: 'Harbour Loft' }),
          members: [{ member_id: '22222222-2222-4222-8222-222222222222', member_name: 'Omar' }],
          brands: [],
        },
      },
    ]);
  }
});

test('zyntro §3l §3k: a wrong secret, and the right one from elsewhere or where no network is listed, get the same bytes', async () => {
  const door = open();
  expect(await ask(door, { developer_secret: 'zdk_wrong' }, INSIDE)).toEqual(MISS);
  expect(await ask(door, { developer_secret: 7 }, INSIDE)).toEqual(MISS);
  expect(await ask(door, { developer_secret: SECRET }, OUTSIDE)).toEqual(MISS);
  expect(await ask(open({ throttled: false, demo: false }), { developer_secret: SECRET }, INSIDE)).toEqual(MISS);
  for (const nobody of [[], ['here', '198.51.100.0/99'], undefined]) {
    await settle(demo.tenant.id, nobody);
    expect(await ask(door, { developer_secret: SECRET }, INSIDE)).toEqual(MISS);
  }
  expect(door.faults).toEqual([]);
});

test('zyntro §3l: ten misses close the door to the address, the right secret from elsewhere counted like a wrong one', async () => {
  const door = open({});
  for (let round = 0; round < 5; round += 1) {
    expect(await ask(door, { developer_secret: SECRET }, OUTSIDE)).toEqual(MISS);
    expect(await ask(door, { developer_secret: 'zdk_wrong' }, OUTSIDE)).toEqual(MISS);
  }
  expect(await ask(door, { developer_secret: SECRET }, OUTSIDE)).toMatchObject({ code: 429 });
  expect(await ask(door, { developer_secret: SECRET }, INSIDE)).toMatchObject({ code: 200, error: null });
});

test('a missing secret is told, and one that two tenants share says of neither whose it is', async () => {
  expect(await ask(open(), { developer_secret: ' ' }, INSIDE)).toMatchObject({
    text: '{"data":["Missing developer secret"],"status":"error"}',
  });
  const other = await addTenant(demo.context, 'Quay House');
  await settle(other.id, ['198.51.100.0/24']);
  await sql`insert into accounts (tenant_id, number, organisation_id) values (${other.id}, 77, gen_random_uuid())`.execute(demo.db);
  expect(await ask(open(), { developer_secret: SECRET }, INSIDE)).toEqual(MISS);
});
