import { TOTP, URI } from 'otpauth';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../../test/harness/door.ts';
import { v1Client } from '../../../../test/harness/v1-client.ts';
import { v1 } from '../routes.ts';

/*
 * What the pages of a house do for whoever works at it, by the client: signing in and out, a second factor, a new password, and the door.
 */

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo, { throttled: false });
});
afterAll(() => demo.close());

const admin = { email: 'admin@example.org', password: 'demo-password' };

test('signs in, takes a second factor on and off, and signs out', async () => {
  const client = v1Client(door, null);
  const begun = await client.POST('/api/v1/session', { body: admin });
  const headers = { 'sec-fetch-site': 'same-origin', cookie: begun.response.headers.get('set-cookie')?.split(';')[0] ?? '' };
  expect([begun.response.status, (await client.GET('/api/v1/session', { headers })).data?.kind]).toEqual([201, 'person']);

  const proposed = await client.POST('/api/v1/session/two-factor', { headers });
  const { key, uri } = proposed.data!;
  const { issuer, label } = URI.parse(uri) as TOTP;
  const code = new TOTP({ issuer, label, secret: key }).generate({ timestamp: demo.clock.now().epochMilliseconds });
  const on = await client.POST('/api/v1/session/two-factor/confirm', { headers, body: { key, code } });
  expect(on.response.status).toBe(200);
  const off = await client.POST('/api/v1/session/two-factor/disable', { headers, body: { password: admin.password } });
  expect(off.response.status).toBe(204);

  expect((await client.DELETE('/api/v1/session', { headers })).response.status).toBe(204);
  expect((await client.GET('/api/v1/session', { headers })).response.status).toBe(401);
});

test('who is not signed in asks for a new password, and an account of another door for its second factor', async () => {
  const client = v1Client(door, null);
  expect((await client.POST('/api/v1/password-resets', { body: { email: admin.email } })).response.status).toBe(202);
  expect((await client.GET('/api/v1/session/ways')).response.status).toBe(200);
  const token = { params: { path: { token: 'nobody-s-token' } } };
  expect((await client.POST('/api/v1/password-resets/{token}', { ...token, body: { password: 'a-new-password' } })).error?.status).toBe(
    404,
  );

  const wrong = { email: 'mina@example.org', password: 'wrong-password' };
  expect((await client.POST('/api/v1/account/two-factor', { body: wrong })).error?.status).toBe(401);
  const confirm = { ...wrong, key: 'A'.repeat(32), new_code: '000000' };
  expect((await client.POST('/api/v1/account/two-factor/confirm', { body: confirm })).error?.status).toBe(401);
  expect((await client.POST('/api/v1/account/two-factor/disable', { body: wrong })).error?.status).toBe(401);
});

test('a ticket is checked in, counted, and let out again', async () => {
  const client = v1Client(door);
  const ticket = await sql<{
    code: string;
    id: number;
  }>`select code from tickets where event_id = 78 and released_revision is null`.execute(demo.db);
  const { code } = ticket.rows[0]!;
  const { data } = await client.POST('/api/v1/check-ins', { body: { code } });
  expect(data?.outcome).toBe('checked_in');
  const counted = await client.GET('/api/v1/events/{id}/check-ins', { params: { path: { id: '78' } } });
  expect(counted.response.status).toBe(200);
  expect((await client.DELETE('/api/v1/check-ins/{id}', { params: { path: { id: String(data?.check_in_id) } } })).response.status).toBe(
    204,
  );
});
