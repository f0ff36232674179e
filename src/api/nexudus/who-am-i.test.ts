import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NexudusClient, openNexudus } from '../../../test/harness/nexudus.ts';

let client: NexudusClient;
let mina: string;
beforeAll(async () => {
  client = await openNexudus();
  mina = await client.signIn('mina@example.org');
});
afterAll(() => client.demo.close());

const get = async (path: string) => (await client.as(mina, 'GET', path)).json();
const user = { Id: 2, FullName: 'Mina', Email: 'mina@example.org', Active: true, IsAdmin: false };
const coworker = { Id: 64, FullName: 'Mina', Email: 'mina@example.org', Active: true, CoworkerType: 1, IsMember: false };

test('nexudus §3.4e: the legacy profile is the coworker or the user, as _resource says', async () => {
  expect(await get('/en/profile?_resource=Coworker')).toEqual(coworker);
  expect(await get('/en/profile')).toEqual(coworker);
  expect(await get('/en/profile?_resource=user')).toEqual(user);
  expect((await client.as(mina, 'GET', '/en/profile?_resource=Business')).status).toBe(400);
});

test('nexudus §3.4f: the legacy user/me is the user', async () => {
  expect(await get('/en/user/me')).toEqual(user);
});

test('nexudus §3.4e §3.4f: both are for the signed in alone', async () => {
  for (const path of ['/en/profile?_resource=User', '/en/user/me']) expect((await client.request(path)).status).toBe(401);
});
