import { sql } from 'kysely';
import { TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../../test/harness/door.ts';
import { addTenant } from '../../../../test/harness/world.ts';
import { hashPassword } from '../../../crypto/password.ts';
import { hashSecret } from '../../../crypto/secret.ts';
import { unseal } from '../../../crypto/sealed-text.ts';
import { aboutAccountMail } from '../../../domain/people/account-mail.ts';
import { v1 } from '../routes.ts';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo, { https: true });
});
// A quarter of an hour later nothing is counted any more.
beforeEach(() => demo.clock.advance({ minutes: 15 }));
afterAll(() => demo.close());

type Problem = { type: string; detail: string; reset_token?: string };
type Session = {
  kind: string;
  person: { id: number; role: string; two_factor: boolean } | null;
  scopes: string[];
  calendar_ids: number[] | null;
};
type Answer<Body> = { status: number; body: Body; cookie: string | null };
type Asked = {
  method?: string;
  body?: object;
  cookie?: string | undefined;
  headers?: Record<string, string>;
  from?: string;
  host?: string;
};

async function ask<Body = Session & Problem>(
  path: string,
  { method = 'GET', body, cookie, headers = {}, from, host = 'localhost' }: Asked = {},
): Promise<Answer<Body>> {
  const answer = await door.request(`https://${host}/api/v1${path}`, {
    method,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(body && { 'content-type': 'application/json' }),
      ...(cookie && { cookie }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
    ...(from !== undefined && { from }),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as Body, cookie: answer.headers.get('set-cookie') };
}

const PASSWORD = 'demo-password';
const signIn = (given: Record<string, string> = {}, more: Asked = {}) =>
  ask('/session', { method: 'POST', body: { email: 'admin@example.org', password: PASSWORD, ...given }, ...more });

/** Signs in and gives what the browser sends from then on. */
async function cookieOf(given: Record<string, string> = {}, more: Asked = {}): Promise<string> {
  const { status, cookie } = await signIn(given, more);
  expect(status).toBe(201);
  return cookie?.split(';')[0] ?? '';
}

async function addPerson(email: string, role: 'organizer' | 'front_desk', calendarIds: number[] = []): Promise<number> {
  const inserted = await sql<{ id: number }>`insert into users (tenant_id, email, full_name, password_hash, house_role, created_at)
    values (1, ${email}, 'Somebody', ${await hashPassword(PASSWORD)}, ${role}, now()) returning id`.execute(demo.db);
  const id = inserted.rows[0]?.id ?? 0;
  for (const calendar of calendarIds)
    await sql`insert into house_calendars (tenant_id, user_id, calendar_id) values (1, ${id}, ${calendar})`.execute(demo.db);
  return id;
}

describe('issue 10: a session', () => {
  test('begins with address and password, is kept by a cookie of this host alone, and as a hash', async () => {
    const { status, body, cookie } = await signIn({ email: ' Admin@Example.org' });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { kind: 'person', person: { id: 1, role: 'administrator' }, scopes: ['admin'], calendar_ids: null },
    });
    const [, token = ''] = /^__Host-adjourn=([\w-]{43}); Path=\/; HttpOnly; Secure; SameSite=Lax$/.exec(cookie ?? '') ?? [];
    expect(token).not.toBe('');
    const stored = await sql<{ text: string }>`select string_agg(s::text, '') as text from house_sessions s`.execute(demo.db);
    expect(stored.rows[0]?.text).toContain(hashSecret(token).toString('hex'));
    expect(stored.rows[0]?.text).not.toContain(token);
    expect(await ask('/session', { cookie: `__Host-adjourn=${token}` })).toMatchObject({ status: 200, body: { person: { id: 1 } } });
    const plain = await openDoor(v1, demo).request('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'admin@example.org', password: PASSWORD }),
    });
    expect(plain.headers.get('set-cookie')).toMatch(/^adjourn=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('opens what the role may ask, of its calendars, and nothing else', async () => {
    await addPerson('omar@example.org', 'organizer', [12]);
    await addPerson('jane@example.net', 'front_desk');
    const [organizer, desk, admin] = [
      await cookieOf({ email: 'omar@example.org' }),
      await cookieOf({ email: 'jane@example.net' }),
      await cookieOf(),
    ];
    const opened = async (path: string) =>
      Promise.all([organizer, desk, admin].map(async (cookie) => (await ask(path, { cookie })).status));
    expect((await ask('/session', { cookie: organizer })).body.calendar_ids).toEqual([12]);
    // Event 345 is of calendar 12, event 356 of another.
    expect(await opened('/events/345/unreached')).toEqual([200, 200, 200]);
    expect(await opened('/events/356/unreached')).toEqual([404, 200, 200]);
    expect(await opened('/people')).toEqual([403, 403, 200]);
    expect(await opened('/audit')).toEqual([403, 403, 200]);
    expect(await opened('/tenant')).toEqual([200, 200, 200]);
    const change = { method: 'PATCH', body: { capacity: 60 } };
    expect((await ask('/events/345/capacity', { ...change, cookie: desk })).status).toBe(403);
    const done = await ask('/events/345/capacity', { ...change, cookie: organizer });
    expect(done.status).toBe(200);
    const told = await sql`select actor_kind, actor_id from changes order by id desc limit 1`.execute(demo.db);
    expect(told.rows).toMatchObject([{ actorKind: 'user' }]);
  });

  test('says the same of an unknown address and a wrong password, and who is no one of the house has nothing here', async () => {
    const [wrong, unknown] = [await signIn({ password: 'wrong' }), await signIn({ email: 'kenji@example.net' })];
    expect([wrong.status, wrong.body.detail]).toEqual([401, 'Address or password not recognised.']);
    expect({ ...unknown.body, request_id: '' }).toEqual({ ...wrong.body, request_id: '' });
    expect(await signIn({ email: 'mina@example.org' })).toMatchObject({ status: 403, cookie: null });
    await sql`update users set active = false where email = 'jane@example.net'`.execute(demo.db);
    expect(await signIn({ email: 'jane@example.net' })).toMatchObject({ status: 403 });
    const audit = await sql`select subject_id, details from audit_entries where action = 'sign_in_refused'`.execute(demo.db);
    expect(audit.rows).toEqual([{ subjectId: '1', details: { wrong: 'password' } }]);
  });

  test('guesses are counted as at the other doors: the eleventh waits, but not where somebody signed in before', async () => {
    await cookieOf({}, { from: '198.51.100.7' });
    for (let time = 0; time < 10; time++)
      expect((await signIn({ password: 'wrong' }, { from: `198.51.100.${100 + time}` })).status).toBe(401);
    expect(await signIn({}, { from: '203.0.113.5' })).toMatchObject({ status: 429 });
    expect((await signIn({}, { from: '198.51.100.7' })).status).toBe(201);
  });

  test('is over after two hours unused, twelve in all, and when it is signed out', async () => {
    const [idle, kept, left] = [await cookieOf(), await cookieOf(), await cookieOf()];
    expect(await ask('/session', { method: 'DELETE', cookie: left })).toMatchObject({
      status: 204,
      cookie: expect.stringContaining('Max-Age=0'),
    });
    expect((await ask('/session', { cookie: left })).status).toBe(401);
    for (let hour = 0; hour < 11; hour++) {
      demo.clock.advance({ minutes: 65 });
      expect([hour, (await ask('/session', { cookie: kept })).status]).toEqual([hour, 200]);
    }
    expect((await ask('/session', { cookie: idle })).status).toBe(401);
    demo.clock.advance({ minutes: 5 });
    expect((await ask('/session', { cookie: kept })).status).toBe(401);
  });

  test('is given another token each hour by what changes something; the one before opens for a minute, then nothing', async () => {
    const first = await cookieOf();
    const change = { method: 'PATCH', body: { capacity: 61 } };
    expect((await ask('/events/345/capacity', { ...change, cookie: first })).cookie).toBeNull();
    demo.clock.advance({ minutes: 61 });
    expect((await ask('/session', { cookie: first })).cookie).toBeNull();
    const answers = await Promise.all([1, 2].map(() => ask('/events/345/capacity', { ...change, cookie: first })));
    const given = answers.flatMap(({ cookie }) => cookie ?? []);
    expect([answers.map(({ status }) => status), given.length]).toEqual([[200, 200], 1]);
    const second = given[0]?.split(';')[0];
    expect((await ask('/session', { cookie: first })).status).toBe(200);
    demo.clock.advance({ seconds: 61 });
    expect([(await ask('/session', { cookie: first })).status, (await ask('/session', { cookie: second })).status]).toEqual([401, 200]);
  });

  test('ends with the role, and is nothing at another tenant', async () => {
    const cookie = await cookieOf({ email: 'omar@example.org' });
    const other = await addTenant(demo.context, 'Elsewhere');
    await sql`update tenants set hosts = array['loft.example'] where id = 1`.execute(demo.db);
    await sql`update tenants set hosts = array['other.example'] where id = ${other.id}`.execute(demo.db);
    expect((await ask('/session', { cookie, host: 'loft.example' })).status).toBe(200);
    expect((await ask('/session', { cookie, host: 'other.example' })).status).toBe(401);
    expect((await signIn({}, { host: 'other.example' })).status).toBe(401);
    await sql`update tenants set hosts = '{}'`.execute(demo.db);
    await sql`delete from tenants where id = ${other.id}`.execute(demo.db);
    const id = (await ask('/session', { cookie })).body.person?.id;
    expect(
      (await ask(`/people/${id}`, { method: 'PATCH', body: { role: 'front_desk' }, headers: { authorization: 'Bearer adj_demo_admin' } }))
        .status,
    ).toBe(200);
    expect((await ask('/session', { cookie })).status).toBe(401);
  });
});

test('issue 10: a page of another site changes nothing with a session it does not have', async () => {
  const cookie = await cookieOf();
  const change = { method: 'PATCH', body: { capacity: 62 }, cookie };
  const from = (headers: Record<string, string>) => ask('/events/345/capacity', { ...change, headers });
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'none' }])
    expect([headers, (await from(headers)).status]).toEqual([headers, 403]);
  expect((await signIn({}, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  // Older browsers say the origin alone.
  const older = (origin?: string) =>
    door.request('https://localhost/api/v1/events/345/capacity', {
      method: 'PATCH',
      headers: { cookie, 'content-type': 'application/json', ...(origin !== undefined && { origin }) },
      body: '{"capacity":62}',
    });
  expect([(await older('https://evil.example')).status, (await older('null')).status, (await older()).status]).toEqual([403, 403, 403]);
  expect((await older('https://localhost')).status).toBe(200);
});

describe('issue 10: the second factor', () => {
  test('is proposed, confirmed with a code, asked for, opened by a recovery code once, and taken away with the password', async () => {
    const cookie = await cookieOf();
    const { body: proposal } = await ask<{ key: string; uri: string }>('/session/two-factor', { method: 'POST', cookie });
    const authenticator = URI.parse(proposal.uri) as TOTP;
    const code = () => authenticator.generate({ timestamp: demo.clock.now().epochMilliseconds });
    const put = (body: object) => ask<{ recovery_codes: string[] }>('/session/two-factor/confirm', { method: 'POST', cookie, body });
    expect((await put({ key: proposal.key, code: '12345x' })).status).toBe(409);
    expect((await signIn()).status).toBe(201);
    const { body: on } = await put({ key: proposal.key, code: code() });
    expect(on.recovery_codes).toHaveLength(10);
    const kept = await sql<{ text: string }>`select string_agg(r::text, '') as text from recovery_codes r`.execute(demo.db);
    for (const one of on.recovery_codes) expect(kept.rows[0]?.text).not.toContain(one);

    expect(await signIn()).toMatchObject({ status: 401, body: { type: 'urn:adjourn:problem:code-needed' } });
    demo.clock.advance({ minutes: 1 });
    expect((await signIn({ code: code() })).status).toBe(201);
    expect((await signIn({ code: code() })).status).toBe(401);
    const [recovery = ''] = on.recovery_codes;
    expect((await signIn({ code: recovery.toUpperCase().replaceAll('-', ' ') })).status).toBe(201);
    expect((await signIn({ code: recovery })).status).toBe(401);
    expect((await ask('/session', { cookie })).body.person).toMatchObject({ two_factor: true });

    const disable = (password: string) => ask('/session/two-factor/disable', { method: 'POST', cookie, body: { password } });
    expect([(await disable('wrong')).status, (await disable(PASSWORD)).status, (await signIn()).status]).toEqual([409, 204, 201]);
    expect((await sql`select from recovery_codes`.execute(demo.db)).rows).toEqual([]);
    const withKey = { method: 'POST', headers: { authorization: 'Bearer adj_demo_admin' } };
    expect((await ask('/session/two-factor', withKey)).status).toBe(403);
    const audit =
      await sql`select action from audit_entries where action like 'two_factor%' or action like 'recovery%' order by id`.execute(demo.db);
    expect(audit.rows.map((row) => (row as { action: string }).action)).toEqual([
      'two_factor_enabled',
      'recovery_code_used',
      'two_factor_disabled',
    ]);
  });

  test('of a customer with an account is switched on and off by who shows its password, and a code where there is one', async () => {
    const mina = { email: 'mina@example.org', password: PASSWORD };
    const call = <Body = Problem>(path: string, body: object) => ask<Body>(`/account/two-factor${path}`, { method: 'POST', body });
    expect((await call('', { ...mina, password: 'wrong' })).status).toBe(401);
    const { body: proposal } = await call<{ key: string; uri: string }>('', mina);
    const authenticator = URI.parse(proposal.uri) as TOTP;
    const code = () => authenticator.generate({ timestamp: demo.clock.now().epochMilliseconds });
    expect((await call('/confirm', { ...mina, key: proposal.key, new_code: '000000' })).status).toBe(409);
    expect((await call('/confirm', { ...mina, key: proposal.key, new_code: code() })).status).toBe(200);
    // Whoever knows the password alone cannot put another key in its place.
    expect(await call('', mina)).toMatchObject({ status: 401, body: { type: 'urn:adjourn:problem:code-needed' } });
    expect((await call('/disable', { ...mina, code: '000000' })).status).toBe(401);
    demo.clock.advance({ minutes: 1 });
    expect((await call('/disable', { ...mina, code: code() })).status).toBe(204);
    expect((await call('', mina)).status).toBe(200);
  });
});

test('issue 10: a forgotten password is reset by a mailed link; the answer tells nobody who has an account, and sessions end', async () => {
  const cookie = await cookieOf();
  const asked = await Promise.all(
    ['admin@example.org', 'kenji@example.net', 'no address'].map((email) => ask('/password-resets', { method: 'POST', body: { email } })),
  );
  expect(asked).toEqual(asked.map(() => ({ status: 202, body: null, cookie: null })));
  const mails = await sql<{ tokenSealed: Buffer }>`select token_sealed from account_mails`.execute(demo.db);
  expect(mails.rows).toHaveLength(1);
  const token = unseal(demo.context, mails.rows[0]?.tokenSealed ?? Buffer.alloc(0), aboutAccountMail(1, 1));
  const set = (given: string, password: string) => ask(`/password-resets/${given}`, { method: 'POST', body: { password } });
  expect([(await set('x'.repeat(43), 'a-new-password')).status, (await set(token, 'short')).status]).toEqual([404, 400]);
  expect([(await set(token, 'a-new-password')).status, (await set(token, 'a-new-password')).status]).toEqual([204, 404]);
  expect([
    (await ask('/session', { cookie })).status,
    (await signIn()).status,
    (await signIn({ password: 'a-new-password' })).status,
  ]).toEqual([401, 401, 201]);

  // Where the house requires one, a right password opens its setting alone.
  const admin = { headers: { authorization: 'Bearer adj_demo_admin' } };
  expect((await ask('/people/1/password-reset', { method: 'POST', ...admin })).status).toBe(204);
  const due = await signIn({ password: 'a-new-password' });
  expect(due).toMatchObject({ status: 409, body: { type: 'urn:adjourn:problem:password-needed' }, cookie: null });
  expect((await set(due.body.reset_token ?? '', PASSWORD)).status).toBe(204);
  expect((await signIn()).status).toBe(201);
  expect(door.faults).toEqual([]);
});
