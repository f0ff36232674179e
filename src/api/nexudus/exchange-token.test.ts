import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NexudusClient, openNexudus } from '../../../test/harness/nexudus.ts';
import { issueOneTimeToken } from '../../operations/access/issue-one-time-token.ts';

let client: NexudusClient;
let mina: string;
beforeAll(async () => {
  client = await openNexudus();
  mina = await client.signIn('mina@example.org');
});
afterAll(() => client.demo.close());

const oneTimeToken = (userId = 2) => issueOneTimeToken(client.demo.context, client.demo.tenant.id, userId, 'sign_in');
const exchange = (query: Record<string, string>, headers: Record<string, string> = {}) =>
  client.request(`/api/sys/users/exchange?${new URLSearchParams(query).toString()}`, { method: 'POST', headers });

describe('POST /api/sys/users/exchange', () => {
  test('nexudus §3.3a: a one-time token becomes a session; the answer says token, not access_token', async () => {
    const response = await exchange({ token: await oneTimeToken(), validForInMinutes: '1440' });
    const body = (await response.json()) as { token: string; refresh_token: string };
    expect([response.status, body]).toEqual([
      200,
      { token: expect.any(String), token_type: 'bearer', expires_in: 86_400, refresh_token: expect.any(String) },
    ]);
    const profiles = await client.as(body.token, 'GET', '/api/public/coworkers/profiles?_shape=User.FullName');
    expect(await profiles.json()).toEqual({ User: { FullName: 'Mina' } });
    const renewed = await client.postToken(
      { grant_type: 'refresh_token', refresh_token: body.refresh_token },
      { client_id: 'mina@example.org' },
    );
    expect(renewed.status).toBe(200);
  });

  test('nexudus §3.3a: validForInMinutes is how long the session lives, a day at most', async () => {
    const token = async (minutes: string) =>
      (await (await exchange({ token: await oneTimeToken(), validForInMinutes: minutes })).json()) as { token: string; expires_in: number };
    expect(await token('100000')).toMatchObject({ expires_in: 86_400 });
    const short = await token('2');
    expect(short.expires_in).toBe(120);
    client.demo.clock.advance({ seconds: 119 });
    expect((await client.as(short.token, 'GET', '/api/public/events/my')).status).toBe(200);
    client.demo.clock.advance({ seconds: 1 });
    expect((await client.as(short.token, 'GET', '/api/public/events/my')).status).toBe(401);
  });

  test('nexudus §3.3b: it works once, of ten uses at once one', async () => {
    const token = await oneTimeToken();
    const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await exchange({ token })).status));
    expect(statuses.toSorted()).toEqual([200, ...Array(9).fill(401)]);
  });

  test('nexudus §3.3b §6g: unknown and expired tokens are 401, a missing one or odd minutes 400', async () => {
    const old = await oneTimeToken();
    client.demo.clock.advance({ minutes: 5 });
    for (const token of [old, 'tok_7f3a', mina, '\0']) expect((await exchange({ token })).status).toBe(401);
    const token = await oneTimeToken();
    expect((await exchange({})).status).toBe(400);
    for (const validForInMinutes of ['', '0', '-5', '1.5', 'soon', '9'.repeat(30)]) {
      const response = await exchange({ token, validForInMinutes });
      expect([response.status, (await response.text()).includes(token)]).toEqual([400, false]);
    }
    expect((await exchange({ token })).status).toBe(200);
  });

  test('nexudus §3.3b: a person who is not active does not come in, nor anybody to a demo that is off', async () => {
    const token = await oneTimeToken(3);
    await sql`update users set active = false where id = 3`.execute(client.demo.db);
    expect((await exchange({ token })).status).toBe(401);
    await sql`update users set active = true where id = 3`.execute(client.demo.db);
    const off = await openNexudus({ demoWorld: client.demo, demo: false });
    expect((await off.request(`/api/sys/users/exchange?token=${await oneTimeToken()}`, { method: 'POST' })).status).toBe(401);
  });
});

describe('POST /api/sys/users/token/refresh', () => {
  test('nexudus §3.3c §6b: answers an ActionConfirmation with a token for ?t=, which the exchange route takes once', async () => {
    const response = await client.as(mina, 'POST', '/api/sys/users/token/refresh');
    const body = (await response.json()) as { Value: string };
    expect([response.status, body]).toEqual([
      200,
      { WasSuccessful: true, Value: expect.stringMatching(/^[\w-]{43}$/), Status: 200, Message: null, Errors: [] },
    ]);
    expect((await exchange({ token: body.Value })).status).toBe(200);
    expect((await exchange({ token: body.Value })).status).toBe(401);
    // It is no refresh: the bearer goes on.
    expect((await client.as(mina, 'GET', '/api/public/events/my')).status).toBe(200);
  });

  test('nexudus §3.3c: it is for the signed in alone', async () => {
    expect((await client.request('/api/sys/users/token/refresh', { method: 'POST' })).status).toBe(401);
  });

  test('one-time tokens are kept as hashes, and those that expired are forgotten', async () => {
    const { db, clock } = client.demo;
    clock.advance({ hours: 1 });
    const token = await oneTimeToken();
    const stored = await sql<{
      all: string;
      count: number;
    }>`select string_agg(t::text, '') as all, count(*) from one_time_tokens t`.execute(db);
    expect(stored.rows[0]?.all).not.toContain(token);
    expect(stored.rows[0]?.count).toBeLessThan(10);
    expect(client.faults).toEqual([]);
  });
});
