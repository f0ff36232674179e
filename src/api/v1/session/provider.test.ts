import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../../test/harness/door.ts';
import { type IdentityProvider, startIdentityProvider } from '../../../../test/harness/identity-provider.ts';
import { addTenant } from '../../../../test/harness/world.ts';
import { v1 } from '../routes.ts';

let demo: TestDemo;
let door: TestDoor;
let provider: IdentityProvider;
beforeAll(async () => {
  demo = await openDemo();
  provider = await startIdentityProvider();
  const { issuer, client } = provider;
  door = openDoor(v1, demo, { https: true, throttled: false, provider: { issuer, clientId: client.id, clientSecret: client.secret } });
});
afterAll(async () => {
  await provider.close();
  await demo.close();
});

const ADMIN = { email: 'admin@example.org', email_verified: true };

/** Begins a sign-in: where it leads, and what the browser keeps meanwhile. */
async function begin(to = '/console?day=today'): Promise<{ there: string; cookie: string }> {
  const answer = await door.request(`https://loft.example/auth/oidc/start?to=${encodeURIComponent(to)}`);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('set-cookie')).toMatch(/^__Host-adjourn-visit=[\w-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  return { there: answer.headers.get('location') ?? '', cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

async function comeBack(address: string, cookie: string) {
  const answer = await door.request(address, { headers: { cookie } });
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  return {
    status: answer.status,
    to: answer.headers.get('location'),
    text: await answer.text(),
    session: cookies.find((one) => one.startsWith('__Host-adjourn=')),
  };
}

test('issue 10: who the provider says has a verified address of the house is signed in and goes where they wanted', async () => {
  const { there, cookie } = await begin();
  const asked = new URL(there);
  expect(asked.origin).toBe(provider.issuer);
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'adjourn',
    redirect_uri: 'https://loft.example/auth/oidc/callback',
    code_challenge_method: 'S256',
  });
  const back = await comeBack(provider.visit(there, { ...ADMIN, email: 'Admin@Example.org' }), cookie);
  expect(back).toMatchObject({ status: 303, to: '/console?day=today' });
  const who = await door.request('https://loft.example/api/v1/session', { headers: { cookie: back.session ?? '' } });
  expect(await who.json()).toMatchObject({ kind: 'person', person: { id: 1 }, scopes: ['admin'] });
  const audit = await sql`select action, actor_id, details from audit_entries`.execute(demo.db);
  expect(audit.rows).toEqual([{ action: 'signed_in', actorId: '1', details: { method: 'provider' } }]);
});

test('issue 10: an address may come by userinfo, and a way out leads to this server alone', async () => {
  for (const [to, where] of [
    ['https://evil.example/x', '/'],
    ['//evil.example/x', '/'],
    ['/people', '/people'],
  ] as const) {
    const { there, cookie } = await begin(to);
    const back = await comeBack(provider.visit(there, { only_userinfo_email: ADMIN.email, only_userinfo_email_verified: true }), cookie);
    expect([to, back.status, back.to]).toEqual([to, 303, where]);
  }
});

test('issue 10: nobody else comes in: another’s visit, a code or token that is not ours, an address that is not verified or of nobody here', async () => {
  const refused: [string, number, (there: string) => string, string?][] = [
    ['not verified', 403, (there) => provider.visit(there, { ...ADMIN, email_verified: false })],
    ['verified in words', 403, (there) => provider.visit(there, { ...ADMIN, email_verified: 'true' })],
    ['no address', 403, (there) => provider.visit(there, {})],
    ['a customer', 403, (there) => provider.visit(there, { ...ADMIN, email: 'mina@example.org' })],
    ['nobody', 403, (there) => provider.visit(there, { ...ADMIN, email: 'kenji@example.net' })],
    ['another nonce', 403, (there) => provider.visit(there, ADMIN, { nonce: 'replayed' })],
    ['another client’s token', 403, (there) => provider.visit(there, ADMIN, { audience: 'other' })],
    ['a stranger’s signature', 403, (there) => provider.visit(there, ADMIN, { forged: true })],
    ['another state', 403, (there) => provider.visit(there, ADMIN).replace(/state=.*/, 'state=other')],
    ['no such code', 403, (there) => provider.visit(there, ADMIN).replace(/code=[^&]+/, 'code=other')],
    ['no visit', 400, (there) => provider.visit(there, ADMIN), ''],
    ['a visit that is none', 400, (there) => provider.visit(there, ADMIN), `__Host-adjourn-visit=${'x'.repeat(200)}`],
  ];
  for (const [what, status, visit, other] of refused) {
    const { there, cookie } = await begin();
    const back = await comeBack(visit(there), other ?? cookie);
    expect([what, back.status, back.session]).toEqual([what, status, undefined]);
  }
  // A code that somebody else was given, with a verifier of one's own.
  const [mine, theirs] = [await begin(), await begin()];
  const stolen = new URL(provider.visit(theirs.there, ADMIN)).searchParams.get('code');
  const state = new URL(mine.there).searchParams.get('state');
  const back = await comeBack(`https://loft.example/auth/oidc/callback?code=${stolen}&state=${state}`, mine.cookie);
  expect([back.status, provider.refusals.at(-1)]).toEqual([403, 'code_verifier']);
  // Too late, and at another tenant.
  const late = await begin();
  demo.clock.advance({ minutes: 11 });
  expect((await comeBack(provider.visit(late.there, ADMIN), late.cookie)).status).toBe(400);
  const other = await addTenant(demo.context, 'Elsewhere');
  await sql`update tenants set hosts = array['loft.example'] where id = 1`.execute(demo.db);
  await sql`update tenants set hosts = array['other.example'] where id = ${other.id}`.execute(demo.db);
  const ours = await begin();
  const elsewhere = provider.visit(ours.there, ADMIN).replace('loft.example', 'other.example');
  expect((await comeBack(elsewhere, ours.cookie)).status).toBe(400);
});

test('issue 10: without a provider there is no such way', async () => {
  const ways = async (from: TestDoor) => (await from.request('https://loft.example/api/v1/session/ways')).json();
  const without = openDoor(v1, demo, { throttled: false });
  expect((await without.request('/auth/oidc/start')).status).toBe(404);
  expect([await ways(door), await ways(without)]).toEqual(
    [true, false].map((provider) => ({ tenant: { name: 'Harbour Loft' }, password: true, provider })),
  );
});
