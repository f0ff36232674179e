import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type NexudusClient, bytesOf, openNexudus } from '../../../test/harness/nexudus.ts';
import { addTenant } from '../../../test/harness/world.ts';

let client: NexudusClient;
let signedIn: Grant;
beforeAll(async () => {
  client = await openNexudus();
});
beforeEach(async () => {
  signedIn = await grantOf(
    await client.postToken({ grant_type: 'password', username: 'mina@example.org', password: 'demo-password' }, phone),
  );
});
afterAll(() => client.demo.close());

type Grant = { access_token: string; token_type: string; expires_in: number; refresh_token: string };
const phone = { client_id: 'phone' };

const refresh = (token: string, headers: Record<string, string> = phone) =>
  client.postToken({ grant_type: 'refresh_token', refresh_token: token }, headers);

async function grantOf(response: Response): Promise<Grant> {
  expect(response.status).toBe(200);
  return (await response.json()) as Grant;
}

const works = async (token: string) => (await client.as(token, 'GET', '/api/public/events/my')).status === 200;
const refused = {
  status: 400,
  type: 'application/json',
  body: '{"error":"invalid_grant","error_description":"The refresh token is not valid. Sign in again."}',
};

describe('the refresh grant', () => {
  test('nexudus §3.2a: gives the same body with a new refresh token, and both new tokens work', async () => {
    const renewed = await grantOf(await refresh(signedIn.refresh_token));
    expect(renewed).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 86_400,
      refresh_token: expect.any(String),
    });
    expect(new Set([renewed.access_token, renewed.refresh_token, signedIn.access_token, signedIn.refresh_token]).size).toBe(4);
    expect(await works(renewed.access_token)).toBe(true);
    await grantOf(await refresh(renewed.refresh_token));
  });

  test('nexudus §3.2b §3.2c: a refresh token works once; access tokens already issued stay valid', async () => {
    const renewed = await grantOf(await refresh(signedIn.refresh_token));
    expect(await bytesOf(await refresh(signedIn.refresh_token))).toEqual(refused);
    expect([await works(signedIn.access_token), await works(renewed.access_token)]).toEqual([true, true]);
  });

  test('nexudus §3.2b: of ten uses at once one is answered with tokens', async () => {
    const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await refresh(signedIn.refresh_token)).status));
    expect(statuses.toSorted()).toEqual([200, ...Array(9).fill(400)]);
  });

  test('nexudus §3.2e §11-26: another client_id is refused, and leaves the token to the client it belongs to', async () => {
    expect(await bytesOf(await refresh(signedIn.refresh_token, { client_id: 'laptop' }))).toEqual(refused);
    await grantOf(await refresh(signedIn.refresh_token));
  });

  test('issue 9 C15: where a proxy drops the header, client_id in the form does the same, at sign-in and at each refresh', async () => {
    const person = { username: 'mina@example.org', password: 'demo-password' };
    const signedInByForm = await grantOf(await client.postToken({ grant_type: 'password', ...person, client_id: 'tablet' }));
    const inForm = (token: string, client_id: string) => client.postToken({ grant_type: 'refresh_token', refresh_token: token, client_id });
    expect(await bytesOf(await inForm(signedInByForm.refresh_token, 'laptop'))).toEqual(refused);
    const renewed = await grantOf(await inForm(signedInByForm.refresh_token, ' tablet '));
    await grantOf(await refresh(renewed.refresh_token, { client_id: 'tablet' }));
    // Whose header was dropped at sign-in, too, is known by the address.
    const nameless = await grantOf(await client.postToken({ grant_type: 'password', ...person }));
    await grantOf(await inForm(nameless.refresh_token, 'mina@example.org'));
    // Where both are there the header, which the contract names, counts.
    const both = { grant_type: 'refresh_token', refresh_token: signedIn.refresh_token, client_id: 'laptop' };
    await grantOf(await client.postToken(both, phone));
  });

  test('nexudus §3.2e: without the header client_id it is refused', async () => {
    const { status, body } = await bytesOf(await refresh(signedIn.refresh_token, {}));
    expect([status, JSON.parse(body)]).toMatchObject([400, { error: 'invalid_grant' }]);
    await grantOf(await refresh(signedIn.refresh_token));
  });

  test('nexudus §3.2a §3.1g: who signed in without client_id is named by the address, in any case', async () => {
    const plain = await grantOf(
      await client.postToken({ grant_type: 'password', username: 'MINA@example.org', password: 'demo-password' }),
    );
    const renewed = await grantOf(await refresh(plain.refresh_token, { client_id: 'MINA@example.org' }));
    expect((await refresh(renewed.refresh_token, { client_id: 'mina@example.org' })).status).toBe(200);
  });

  test('nexudus §3.2d §11-26: after 15 days it is over, a second before not', async () => {
    const { clock } = client.demo;
    clock.advance({ days: 14, hours: 23, minutes: 59, seconds: 59 });
    const renewed = await grantOf(await refresh(signedIn.refresh_token));
    clock.advance({ days: 15 });
    expect(await bytesOf(await refresh(renewed.refresh_token))).toEqual(refused);
  });

  test('nexudus §3.2e: unknown, empty and access tokens are refused alike', async () => {
    for (const token of ['', 'rt_51c0', signedIn.access_token, '\0', 'x'.repeat(5_000)])
      expect(await bytesOf(await refresh(token))).toEqual(refused);
  });

  test('nexudus §3.2e §1a: a token of another tenant is none', async () => {
    await sql`update tenants set hosts = '{harbour.example}' where id = 1`.execute(client.demo.db);
    const other = await addTenant(client.demo.context, 'Elsewhere');
    await sql`update tenants set hosts = '{elsewhere.example}' where id = ${other.id}`.execute(client.demo.db);
    expect(await bytesOf(await refresh(signedIn.refresh_token, { ...phone, host: 'elsewhere.example' }))).toEqual(refused);
    await grantOf(await refresh(signedIn.refresh_token, { ...phone, host: 'harbour.example' }));
    await sql`delete from tenants where id = ${other.id}`.execute(client.demo.db);
  });

  test.each(['users', 'customers'])('nexudus §3.2e: whoever is not active any more (%s) is refused', async (table) => {
    const set = (active: boolean) =>
      sql`update ${sql.table(table)} set active = ${active} where email = 'mina@example.org'`.execute(client.demo.db);
    await set(false);
    const answer = await bytesOf(await refresh(signedIn.refresh_token));
    await set(true);
    expect(answer).toEqual(refused);
  });

  test('nexudus §3.2e: the tokens of a demo that is off are refused', async () => {
    const off = await openNexudus({ demoWorld: client.demo, demo: false });
    expect(await bytesOf(await off.postToken({ grant_type: 'refresh_token', refresh_token: signedIn.refresh_token }, phone))).toEqual(
      refused,
    );
    expect(client.faults).toEqual([]);
  });
});
