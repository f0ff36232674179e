import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NexudusClient, openNexudus } from '../../../test/harness/nexudus.ts';

let client: NexudusClient;
beforeAll(async () => {
  client = await openNexudus();
});
afterAll(() => client.demo.close());

test('nexudus §3.4a §3.4b: coworkers/profiles says who is signed in, where, and as whom', async () => {
  const token = await client.signIn('mina@example.org');
  const response = await client.as(token, 'GET', 'http://harbour.spaces.example/api/public/coworkers/profiles');
  expect([response.status, await response.json()]).toEqual([
    200,
    {
      User: { Id: 2, FullName: 'Mina', Email: 'mina@example.org', Active: true, IsAdmin: false, AccessToken: token },
      DefaultBusiness: { Id: 1, Name: 'Harbour Loft', WebAddress: 'harbour' },
      Profiles: [
        {
          Id: 64,
          FullName: 'Mina',
          CompanyName: '',
          Active: true,
          IsDefaultProfile: true,
          CoworkerType: 1,
          HasVirtualOffice: false,
          VirtualOfficePaused: null,
          VirtualOfficeContractId: null,
        },
      ],
    },
  ]);
});

test('nexudus §3.4a §2c: it supports _shape, and is for the signed in alone', async () => {
  const token = await client.signIn('noor@example.org');
  const shaped = await client.as(token, 'GET', '/api/public/coworkers/profiles?_shape=User.FullName,Profiles.Id');
  expect(await shaped.json()).toEqual({ User: { FullName: 'Noor' }, Profiles: [{ Id: 65 }] });
  expect((await client.request('/api/public/coworkers/profiles')).status).toBe(401);
});

test.each([
  ['Harbour.spaces.example:3000', 'harbour'],
  ['localhost:3000', 'localhost'],
  ['127.0.0.1:3000', '127.0.0.1'],
  ['[::1]:3000', '[::1]'],
])('asked at %s, the location is %s', async (host, subdomain) => {
  const token = await client.signIn('mina@example.org');
  const response = await client.as(token, 'GET', '/api/public/coworkers/profiles?_shape=DefaultBusiness.WebAddress', { headers: { host } });
  expect(await response.json()).toEqual({ DefaultBusiness: { WebAddress: subdomain } });
});
