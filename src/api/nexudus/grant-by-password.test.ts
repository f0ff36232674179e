import { sql } from 'kysely';
import { TOTP, URI } from 'otpauth';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type NexudusClient, bytesOf, openNexudus } from '../../../test/harness/nexudus.ts';
import { disableTwoFactor } from '../../operations/access/disable-two-factor.ts';
import { enableTwoFactor } from '../../operations/access/enable-two-factor.ts';
import { proposeTwoFactor } from '../../operations/access/propose-two-factor.ts';
import { requirePasswordReset } from '../../operations/access/require-password-reset.ts';
import { resetPassword } from '../../operations/access/reset-password.ts';

const MINA = 2;
const asking = { actor: { kind: 'system', id: 'test' }, cause: 'test' } as const;

let client: NexudusClient;
beforeAll(async () => {
  client = await openNexudus();
});
afterAll(() => client.demo.close());

const signIn = (form: Record<string, string> = {}) =>
  client.postToken({ grant_type: 'password', username: 'mina@example.org', password: 'demo-password', ...form });

async function errorOf(response: Response): Promise<{ error: string; error_description: string }> {
  expect(response.status).toBe(400);
  return (await response.json()) as { error: string; error_description: string };
}

describe('with a second factor', () => {
  let authenticator: TOTP;
  const code = (stepsAway = 0) => authenticator.generate({ timestamp: client.demo.clock.now().epochMilliseconds + stepsAway * 30_000 });

  test('it is on once a code made with its key was shown, and not before', async () => {
    const { context, tenant } = client.demo;
    const { key, uri } = proposeTwoFactor(context, tenant, 'mina@example.org');
    authenticator = URI.parse(uri) as TOTP;
    expect(authenticator).toMatchObject({ issuer: 'Harbour Loft', label: 'mina@example.org', algorithm: 'SHA1', digits: 6, period: 30 });
    const wrong = String((Number(code()) + 1) % 1_000_000).padStart(6, '0');
    expect(await enableTwoFactor(context, tenant, MINA, { key, code: wrong }, asking)).toEqual({ outcome: 'wrong_code' });
    expect((await signIn()).status).toBe(200);
    expect(await enableTwoFactor(context, tenant, MINA, { key, code: code() }, asking)).toMatchObject({ outcome: 'enabled' });
    expect(await enableTwoFactor(context, tenant, 999, { key, code: code() }, asking)).toEqual({ outcome: 'not_found' });
  });
  afterEach(() => client.demo.clock.advance({ minutes: 5 }));

  test('nexudus §3.1d: a right password without totp, or with an empty one, is two_factor_auth_check', async () => {
    for (const form of [{}, { totp: '' }, { totp: ' ' }]) expect((await errorOf(await signIn(form))).error).toBe('two_factor_auth_check');
  });

  test('nexudus §3.1d: with the code of this moment it is a session', async () => {
    expect((await signIn({ totp: code() })).status).toBe(200);
  });

  test('nexudus §3.1d: a code one step early or late is taken, as clocks differ, and with a space in it; two steps are not', async () => {
    expect((await errorOf(await signIn({ totp: code(-2) }))).error).toBe('invalid_grant');
    expect((await signIn({ totp: code(-1) })).status).toBe(200);
    expect((await signIn({ totp: `${code(1).slice(0, 3)} ${code(1).slice(3)}` })).status).toBe(200);
  });

  test('nexudus §3.1d: a code works once, whoever reads it over a shoulder', async () => {
    const now = code();
    const statuses = await Promise.all(Array.from({ length: 4 }, async () => (await signIn({ totp: now })).status));
    expect(statuses.toSorted()).toEqual([200, 400, 400, 400]);
    expect((await errorOf(await signIn({ totp: code(-1) }))).error).toBe('invalid_grant');
  });

  test('nexudus §3.1c: a wrong password is told before any code, and the same as without a second factor', async () => {
    expect(await bytesOf(await signIn({ password: 'wrong', totp: code() }))).toEqual(await bytesOf(await signIn({ password: 'wrong' })));
    expect((await signIn({ totp: code() })).status).toBe(200);
  });

  test('nexudus §3.1d: guessed codes are counted as guesses, the first of two steps is not', async () => {
    const throttled = await openNexudus({ demoWorld: client.demo, throttled: true });
    const attempt = async (totp: string) =>
      (await throttled.postToken({ grant_type: 'password', username: 'mina@example.org', password: 'demo-password', totp })).status;
    for (let index = 0; index < 12; index++) expect(await attempt('')).toBe(400);
    for (let index = 0; index < 10; index++) expect(await attempt('12345')).toBe(400);
    const late = { grant_type: 'password', username: 'mina@example.org', password: 'demo-password', totp: code() };
    expect((await errorOf(await throttled.postToken(late))).error_description).toMatch(/^Somebody entered too many wrong passwords/);
  });

  test('the key is kept sealed, and a row copied to somebody else opens nothing', async () => {
    const { db } = client.demo;
    const found = await sql<{ row: string }>`select u::text as row from users u where id = ${MINA}`.execute(db);
    expect(found.rows[0]?.row).not.toContain(Buffer.from(authenticator.secret.bytes).toString('hex'));
    expect(found.rows[0]?.row).not.toContain(Buffer.from(authenticator.secret.base32).toString('hex'));
    await sql`update users set totp_sealed = (select totp_sealed from users where id = ${MINA}) where id = 3`.execute(db);
    expect((await signIn({ username: 'noor@example.org', totp: code() })).status).toBe(500);
    expect(client.faults.splice(0)).toHaveLength(1);
    expect(await disableTwoFactor(client.demo.context, client.demo.tenant, 3, asking)).toEqual({ outcome: 'disabled' });
  });

  test('once it is taken away the password is enough again', async () => {
    expect(await disableTwoFactor(client.demo.context, client.demo.tenant, MINA, asking)).toEqual({ outcome: 'disabled' });
    expect(await disableTwoFactor(client.demo.context, client.demo.tenant, 999, asking)).toEqual({ outcome: 'not_found' });
    expect((await signIn()).status).toBe(200);
  });
});

describe('with a password that must be reset', () => {
  test('nexudus §3.1e §3.1h: a right password is must_reset_password, with a token that sets a new one, once', async () => {
    const { context, tenant } = client.demo;
    const before = await client.signIn('mina@example.org');
    expect(await requirePasswordReset(context, tenant, MINA, asking)).toEqual({ outcome: 'required' });
    expect(await requirePasswordReset(context, tenant, 999, asking)).toEqual({ outcome: 'not_found' });
    expect((await errorOf(await signIn({ password: 'wrong' }))).error).toBe('invalid_grant');
    const { error, error_description: token } = await errorOf(await signIn());
    expect(error).toBe('must_reset_password');
    expect(await resetPassword(context, token, 'short', asking)).toEqual({ outcome: 'too_short' });
    expect(await resetPassword(context, token, 'another-password', asking)).toEqual({ outcome: 'reset', tenantId: tenant.id });
    expect(await resetPassword(context, token, 'a-third-password', asking)).toEqual({ outcome: 'wrong_token' });
    // What was opened with the old password is closed.
    expect((await client.as(before, 'GET', '/api/public/events/my')).status).toBe(401);
    expect((await errorOf(await signIn())).error).toBe('invalid_grant');
    expect((await signIn({ password: 'another-password' })).status).toBe(200);
  });

  test('nexudus §3.1h: the token lives an hour and signs nobody in', async () => {
    const { context, tenant, clock } = client.demo;
    await requirePasswordReset(context, tenant, MINA, asking);
    const { error_description: token } = await errorOf(await signIn({ password: 'another-password' }));
    expect((await client.request(`/api/sys/users/exchange?token=${token}`, { method: 'POST' })).status).toBe(401);
    expect((await client.as(token, 'GET', '/api/public/events/my')).status).toBe(401);
    clock.advance({ hours: 1 });
    expect(await resetPassword(context, token, 'demo-password', asking)).toEqual({ outcome: 'wrong_token' });
    expect(client.faults).toEqual([]);
  });
});
