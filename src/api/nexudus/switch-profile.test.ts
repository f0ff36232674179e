import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type NexudusClient, bytesOf, openNexudus } from '../../../test/harness/nexudus.ts';

const SECOND = 70;
const INACTIVE = 71;

let client: NexudusClient;
let signedIn: { access_token: string; refresh_token: string };
beforeAll(async () => {
  client = await openNexudus();
  const { db, clock } = client.demo;
  await sql`insert into customers (tenant_id, id, user_id, full_name, email, zone, language, is_default, active, created_at) values
    (1, ${SECOND}, 2, 'Mina at work', 'mina@example.org', 'Europe/Madrid', 'en', false, true, ${clock.now()}),
    (1, ${INACTIVE}, 2, 'Mina long ago', 'mina@example.org', 'Europe/Madrid', 'en', false, false, ${clock.now()})`.execute(db);
  await sql`update tickets set customer_id = ${SECOND} where id = 9023`.execute(db);
});
beforeEach(async () => {
  const response = await client.postToken({ grant_type: 'password', username: 'mina@example.org', password: 'demo-password' });
  signedIn = (await response.json()) as typeof signedIn;
});
afterAll(() => client.demo.close());

const switchTo = (id: string, token = signedIn.access_token) =>
  client.as(token, 'PUT', `/api/public/coworkers/profiles/current?coworkerId=${id}`);

async function ticketsOf(token: string): Promise<number[]> {
  const response = await client.as(token, 'GET', '/api/public/events/my?_orderBy=Id&_sortDirection=asc');
  return ((await response.json()) as { Records: { Id: number }[] }).Records.map(({ Id }) => Id);
}

test('nexudus §3.4c §3.4d §6b §11-12: later calls run as the active profile, and an ActionConfirmation says so', async () => {
  expect(await ticketsOf(signedIn.access_token)).toEqual([9021, 9022, 9024]);
  const response = await switchTo(String(SECOND));
  expect([response.status, await response.json()]).toEqual([
    200,
    { WasSuccessful: true, Value: null, Status: 200, Message: null, Errors: [] },
  ]);
  expect(await ticketsOf(signedIn.access_token)).toEqual([9023]);
  expect((await client.as(signedIn.access_token, 'DELETE', '/api/public/events/my/9021')).status).toBe(404);
  await switchTo('64');
  expect(await ticketsOf(signedIn.access_token)).toEqual([9021, 9022, 9024]);
});

test("nexudus §3.4d: the switch is the session's own, and outlives its renewal", async () => {
  const other = await client.postToken(
    { grant_type: 'password', username: 'mina@example.org', password: 'demo-password' },
    { client_id: 'phone' },
  );
  const phone = (await other.json()) as typeof signedIn;
  await switchTo(String(SECOND));
  const renewed = await client.postToken(
    { grant_type: 'refresh_token', refresh_token: signedIn.refresh_token },
    { client_id: 'mina@example.org' },
  );
  expect(await ticketsOf(((await renewed.json()) as typeof signedIn).access_token)).toEqual([9023]);
  expect(await ticketsOf(phone.access_token)).toHaveLength(3);
});

test('nexudus §3.4c: unknown, foreign, inactive and malformed profiles are the same 404', async () => {
  for (const id of ['65', '999', String(INACTIVE), '', '0', '-64', 'x', '9'.repeat(30)]) {
    expect(await bytesOf(await switchTo(id))).toEqual({
      status: 404,
      type: 'application/json',
      body: '{"Message":"No profile with this ID exists."}',
    });
  }
  expect((await client.as(signedIn.access_token, 'PUT', '/api/public/coworkers/profiles/current')).status).toBe(404);
  expect(await ticketsOf(signedIn.access_token)).toHaveLength(3);
});

test('nexudus §3.4c: a stranger is 401', async () => {
  expect((await switchTo('64', 'tok_7f3a')).status).toBe(401);
});

test('nexudus §3.4a: both profiles are listed, whichever is active', async () => {
  await switchTo(String(SECOND));
  const response = await client.as(
    signedIn.access_token,
    'GET',
    '/api/public/coworkers/profiles?_shape=Profiles.Id,Profiles.Active,Profiles.IsDefaultProfile',
  );
  expect(await response.json()).toEqual({
    Profiles: [
      { Id: 64, Active: true, IsDefaultProfile: true },
      { Id: SECOND, Active: true, IsDefaultProfile: false },
      { Id: INACTIVE, Active: false, IsDefaultProfile: false },
    ],
  });
  expect(client.faults).toEqual([]);
});
