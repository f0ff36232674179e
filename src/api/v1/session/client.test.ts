import { type TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { openDoor } from '../../../../test/harness/door.ts';
import { v1Client } from '../../../../test/harness/v1-client.ts';
import type { AdjournClient } from '../../../client/index.ts';
import { v1 } from '../routes.ts';

/* Signing in, and what is kept of people, with the client that is made of the description. */

let demo: TestDemo;
let client: AdjournClient;
beforeAll(async () => {
  demo = await openDemo();
  client = v1Client(openDoor(v1, demo, { throttled: false }));
});
afterAll(() => demo.close());

function given<Data>({ data, error }: { data?: Data; error?: unknown }): NonNullable<Data> {
  if (data === undefined || data === null) throw new Error(JSON.stringify(error));
  return data;
}

test('a person signs in, switches a second factor on and off, and signs out', async () => {
  expect(given(await client.GET('/api/v1/session/ways'))).toEqual({ tenant: { name: 'Harbour Loft' }, password: true, provider: false });
  const body = { email: 'admin@example.org', password: 'demo-password' };
  const signedIn = await client.POST('/api/v1/session', { body });
  expect(given(signedIn)).toMatchObject({ kind: 'person', scopes: ['admin'] });
  // As the browser sends it: the cookie, no key.
  const headers = { cookie: signedIn.response.headers.get('set-cookie')?.split(';')[0], authorization: null, origin: 'http://localhost' };
  expect(given(await client.GET('/api/v1/session', { headers })).person).toMatchObject({ email: body.email });
  const { key, uri } = given(await client.POST('/api/v1/session/two-factor', { headers }));
  const code = (URI.parse(uri) as TOTP).generate({ timestamp: demo.clock.now().epochMilliseconds });
  const confirmed = given(await client.POST('/api/v1/session/two-factor/confirm', { headers, body: { key, code } }));
  expect(confirmed.recovery_codes).toHaveLength(10);
  const off = await client.POST('/api/v1/session/two-factor/disable', { headers, body: { password: body.password } });
  expect(off.response.status).toBe(204);
  expect((await client.DELETE('/api/v1/session', { headers })).response.status).toBe(204);
  expect((await client.GET('/api/v1/session', { headers })).error?.status).toBe(401);
});

test('an account has a second factor, and its password is asked for', async () => {
  const account = { email: 'mina@example.org', password: 'demo-password' };
  const { key, uri } = given(await client.POST('/api/v1/account/two-factor', { body: account }));
  const code = (URI.parse(uri) as TOTP).generate({ timestamp: demo.clock.now().epochMilliseconds });
  const { recovery_codes: codes } = given(
    await client.POST('/api/v1/account/two-factor/confirm', { body: { ...account, key, new_code: code } }),
  );
  const off = await client.POST('/api/v1/account/two-factor/disable', { body: { ...account, code: codes[0] ?? '' } });
  expect(off.response.status).toBe(204);
  expect((await client.POST('/api/v1/password-resets', { body: { email: account.email } })).response.status).toBe(202);
  const params = { params: { path: { token: 'x'.repeat(43) } } };
  expect((await client.POST('/api/v1/password-resets/{token}', { ...params, body: { password: 'a-new-password' } })).error?.status).toBe(
    404,
  );
});

test('what is kept of a person is given, and taken out', async () => {
  const query = { address: 'pia@example.org' };
  expect(given(await client.GET('/api/v1/people-data', { params: { query } })).kept).toHaveProperty('tickets');
  const erased = given(await client.POST('/api/v1/erasures', { body: { ...query, give_back_seats: true } }));
  expect(erased.counts).toMatchObject({ tickets: expect.any(Number) });
  expect((await client.GET('/api/v1/people-data', { params: { query } })).error?.status).toBe(404);
});
