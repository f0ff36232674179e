import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NexudusClient, bytesOf, openNexudus } from '../../../test/harness/nexudus.ts';
import { addTenant } from '../../../test/harness/world.ts';
import { hashSecret } from '../../crypto/secret.ts';

const mina = { grant_type: 'password', username: 'mina@example.org', password: 'demo-password' };

let client: NexudusClient;
beforeAll(async () => {
  client = await openNexudus();
});
afterAll(() => client.demo.close());

async function grant(form: Record<string, string> = mina, headers?: Record<string, string>) {
  const response = await client.postToken(form, headers);
  expect(response.status).toBe(200);
  return (await response.json()) as { access_token: string; token_type: string; expires_in: number; refresh_token: string };
}

type StoredToken = { clientId: string; expiresAt: Temporal.Instant; createdAt: Temporal.Instant };

async function storedRefreshToken(token: string): Promise<StoredToken | undefined> {
  const found = await sql<StoredToken>`select client_id, expires_at, created_at from refresh_tokens
    where token_hash = ${hashSecret(token)}`.execute(client.demo.db);
  return found.rows[0];
}

const invalidGrant = (description: string) => ({
  status: 400,
  type: 'application/json',
  body: JSON.stringify({ error: 'invalid_grant', error_description: description }),
});
const notRecognised = invalidGrant('Email or password not recognised.');

describe('the password grant', () => {
  test('nexudus §3.1a §11-26: answers with a bearer token that works, its life in seconds, and a refresh token', async () => {
    const response = await client.postToken({ ...mina, totp: '' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const granted = (await response.json()) as Record<string, unknown>;
    expect(granted).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 86_400,
      refresh_token: expect.any(String),
    });
    expect((await client.as(String(granted['access_token']), 'GET', '/api/public/events/my')).status).toBe(200);
    expect((await client.as(String(granted['refresh_token']), 'GET', '/api/public/events/my')).status).toBe(401);
  });

  test('nexudus §3.1a: takes the address in any case and with spaces around it, the password only as it is', async () => {
    await grant({ ...mina, username: ' MINA@example.org ' });
    expect(await bytesOf(await client.postToken({ ...mina, password: 'Demo-Password' }))).toEqual(notRecognised);
    expect(await bytesOf(await client.postToken({ ...mina, password: ' demo-password' }))).toEqual(notRecognised);
  });

  test('nexudus §11-26 §3.2d: keeps tokens as hashes only, an access token for a day and a refresh token for 15', async () => {
    const { access_token, refresh_token } = await grant();
    const raw = await sql<{ all: string }>`select (select string_agg(s::text, '') from sessions s)
      || (select string_agg(r::text, '') from refresh_tokens r) as all`.execute(client.demo.db);
    for (const token of [access_token, refresh_token]) {
      expect(token.length).toBeGreaterThanOrEqual(43);
      expect(raw.rows[0]?.all).not.toContain(token);
      expect(raw.rows[0]?.all).not.toContain(Buffer.from(token).toString('hex'));
    }
    const stored = await storedRefreshToken(refresh_token);
    expect(stored?.createdAt.until(stored.expiresAt).total('hours')).toBe(15 * 24);
  });

  test('nexudus §3.1g: one refresh token lives for each client_id; a new one voids the earlier, and no other', async () => {
    const first = await grant(mina, { client_id: 'nexudus.portal.mina@example.org' });
    const other = await grant(mina, { client_id: 'phone' });
    const second = await grant(mina, { client_id: 'nexudus.portal.mina@example.org' });
    expect(await storedRefreshToken(first.refresh_token)).toBeUndefined();
    expect(await storedRefreshToken(second.refresh_token)).toMatchObject({ clientId: 'nexudus.portal.mina@example.org' });
    expect(await storedRefreshToken(other.refresh_token)).toMatchObject({ clientId: 'phone' });
    // An access token already given stays valid.
    expect((await client.as(first.access_token, 'GET', '/api/public/events/my')).status).toBe(200);
  });

  test('nexudus §3.1g: without client_id the address of the account stands for it', async () => {
    const { refresh_token } = await grant({ ...mina, username: 'Mina@Example.org' });
    expect(await storedRefreshToken(refresh_token)).toMatchObject({ clientId: 'mina@example.org' });
  });

  test('nexudus §3.1g: ten sign-ins of one client at once all succeed and leave one live refresh token', async () => {
    await Promise.all(Array.from({ length: 10 }, () => grant(mina, { client_id: 'ten' })));
    const live = await sql`select 1 from refresh_tokens where client_id = 'ten'`.execute(client.demo.db);
    expect(live.rows).toHaveLength(1);
  });

  test('nexudus §3.1g: a client_id of any length is a client of its own', async () => {
    const [long, longer] = [await grant(mina, { client_id: 'x'.repeat(7_000) }), await grant(mina, { client_id: 'x'.repeat(7_001) })];
    expect(await storedRefreshToken(long.refresh_token)).toBeDefined();
    expect(await storedRefreshToken(longer.refresh_token)).toBeDefined();
  });

  test('nexudus §3.2d: refresh tokens of clients that never came back are swept by later sign-ins', async () => {
    await grant(mina, { client_id: 'gone' });
    client.demo.clock.advance({ hours: 15 * 24 });
    const left = async () =>
      (
        await sql<{
          left: number;
        }>`select count(*)::int as left from refresh_tokens where expires_at <= ${client.demo.clock.now()}`.execute(client.demo.db)
      ).rows[0]?.left ?? 0;
    const expired = await left();
    for (let count = 0; count < Math.ceil(expired / 10); count++) await grant();
    expect([expired > 0, await left()]).toEqual([true, 0]);
  });

  test('sessions that have expired are swept by later sign-ins', async () => {
    await grant();
    client.demo.clock.advance({ hours: 24 });
    await grant();
    const expired = await sql<{
      left: number;
    }>`select count(*) as left from sessions where expires_at <= ${client.demo.clock.now()}`.execute(client.demo.db);
    for (let count = 0; count < Math.ceil((expired.rows[0]?.left ?? 0) / 10); count++) await grant();
    const after = await sql`select 1 from sessions where expires_at <= ${client.demo.clock.now()}`.execute(client.demo.db);
    expect(after.rows).toEqual([]);
  });
});

describe('a refused grant is 400 in OAuth form', () => {
  const refused = async (init: RequestInit) => {
    const response = await client.request('/api/token', { method: 'POST', ...init });
    expect(response.status).toBe(400);
    return ((await response.json()) as { error: string }).error;
  };
  const form = new URLSearchParams(mina).toString();
  const urlencoded = { 'Content-Type': 'application/x-www-form-urlencoded' };

  test('nexudus §3.1b §3.1f §2b: unsupported_grant_type: a JSON body, no or another content type, no body', async () => {
    expect(await refused({ body: JSON.stringify(mina), headers: { 'Content-Type': 'application/json' } })).toBe('unsupported_grant_type');
    expect(await refused({ body: form, headers: { 'Content-Type': 'text/plain' } })).toBe('unsupported_grant_type');
    const multipart = new FormData();
    for (const [name, value] of Object.entries(mina)) multipart.set(name, value);
    expect(await refused({ body: multipart })).toBe('unsupported_grant_type');
    expect(await refused({})).toBe('unsupported_grant_type');
    expect(await refused({ headers: urlencoded })).toBe('unsupported_grant_type');
  });

  test('nexudus §3.1b §3.1f: unsupported_grant_type: no grant_type, or one nobody knows', async () => {
    const { grant_type: _, ...rest } = mina;
    for (const unknown of [
      rest,
      { ...mina, grant_type: '' },
      { ...mina, grant_type: 'Password' },
      { ...mina, grant_type: 'client_credentials' },
    ]) {
      expect(((await (await client.postToken(unknown)).json()) as { error: string }).error).toBe('unsupported_grant_type');
    }
  });

  test('nexudus §3.1b: a charset after the content type is no other content type', async () => {
    const response = await client.request('/api/token', {
      method: 'POST',
      body: form,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    });
    expect(response.status).toBe(200);
  });

  test('nexudus §3.1c §3.1f: invalid_grant, in the same bytes: a wrong password, an unknown address, nothing at all', async () => {
    const wrong = [
      { ...mina, password: 'wrong' },
      { ...mina, username: 'kenji@example.net' },
      { grant_type: 'password' },
      { ...mina, username: '' },
      { ...mina, username: 'mina@example.org\0', password: '' },
      { ...mina, username: `${'m'.repeat(5_000)}@example.org` },
      { ...mina, password: 'x'.repeat(50_000) },
      { ...mina, username: '\u{1F40C}\uFFFD' },
    ];
    for (const one of wrong) expect(await bytesOf(await client.postToken(one))).toEqual(notRecognised);
  });

  test('nexudus §3.1c: invalid_grant for a user without a password', async () => {
    await sql`insert into users (tenant_id, email, full_name, created_at) values (1, 'pia@example.org', 'Pia', ${client.demo.clock.now()})`.execute(
      client.demo.db,
    );
    expect(await bytesOf(await client.postToken({ ...mina, username: 'pia@example.org', password: '' }))).toEqual(notRecognised);
  });

  test('nexudus §3.1c: invalid_grant with the reason for staff without a customer profile, told only to who knows the password', async () => {
    const admin = { ...mina, username: 'admin@example.org' };
    expect(await bytesOf(await client.postToken(admin))).toEqual(invalidGrant('This account is not registered at this location.'));
    expect(await bytesOf(await client.postToken({ ...admin, password: 'wrong' }))).toEqual(notRecognised);
  });

  test('nexudus §3.1c: invalid_grant with the reason for a suspended user or profile, whose tokens stop working at once', async () => {
    const { access_token } = await grant({ ...mina, username: 'noor@example.org' });
    for (const table of ['users', 'customers']) {
      await sql`update ${sql.table(table)} set active = false where email = 'noor@example.org'`.execute(client.demo.db);
      expect(await bytesOf(await client.postToken({ ...mina, username: 'noor@example.org' }))).toEqual(
        invalidGrant('This account is suspended.'),
      );
      expect((await client.as(access_token, 'GET', '/api/public/events/my')).status).toBe(401);
      await sql`update ${sql.table(table)} set active = true where email = 'noor@example.org'`.execute(client.demo.db);
    }
    expect((await client.as(access_token, 'GET', '/api/public/events/my')).status).toBe(200);
  });

  test('demo passwords and tokens are refused once the demo is off', async () => {
    const { access_token } = await grant();
    const off = await openNexudus({ demoWorld: client.demo, demo: false });
    expect(await bytesOf(await off.postToken(mina))).toEqual(notRecognised);
    expect((await off.as(access_token, 'GET', '/api/public/events/my')).status).toBe(401);
  });
});

test("nexudus §1a §1c: the token route of each tenant's host knows its own people, and its tokens are good there alone; an unknown host knows nobody", async () => {
  const { db, context, clock } = client.demo;
  const other = await addTenant(context, 'Elsewhere');
  await sql`update tenants set hosts = array['loft.example'] where id = 1`.execute(db);
  await sql`update tenants set hosts = array['other.example'] where id = ${other.id}`.execute(db);
  await sql`with person as (
      insert into users (tenant_id, email, full_name, password_hash, created_at)
      select ${other.id}, 'raj@example.org', 'Raj', password_hash, created_at from users where id = 3 returning *
    ) insert into customers (tenant_id, user_id, full_name, email, zone, language, created_at)
    select tenant_id, id, full_name, email, 'Europe/Madrid', 'en', ${clock.now()}::timestamptz from person`.execute(db);
  const signInAt = (host: string, username: string) =>
    client.request(`http://${host}/api/token`, { method: 'POST', body: new URLSearchParams({ ...mina, username }) });
  const seen = [];
  for (const [host, username] of [
    ['loft.example', 'mina@example.org'],
    ['other.example', 'raj@example.org'],
  ] as const) {
    const { access_token } = (await (await signInAt(host, username)).json()) as { access_token: string };
    for (const at of ['loft.example', 'other.example']) {
      seen.push([
        username,
        at,
        (await client.request(`http://${at}/api/public/events/my`, { headers: { Authorization: `Bearer ${access_token}` } })).status,
      ]);
    }
  }
  expect(seen).toEqual([
    ['mina@example.org', 'loft.example', 200],
    ['mina@example.org', 'other.example', 401],
    ['raj@example.org', 'loft.example', 401],
    ['raj@example.org', 'other.example', 200],
  ]);
  for (const [host, username] of [
    ['loft.example', 'raj@example.org'],
    ['other.example', 'mina@example.org'],
    ['third.example', 'mina@example.org'],
  ] as const) {
    expect(await bytesOf(await signInAt(host, username))).toEqual(notRecognised);
  }
  for (const host of ['other.example', 'third.example'])
    expect((await client.request(`http://${host}/api/public/events/77`)).status).toBe(404);
});
