import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { unseal } from '../../crypto/sealed-text.ts';
import { aboutAccountMail } from '../../domain/people/account-mail.ts';
import { checkPassword } from '../../operations/access/check-password.ts';
import { portal } from './routes.ts';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(portal({ root: '/nowhere', mailbox: false }), demo, { last: true });
});
afterAll(() => demo.close());

async function ask(path: string, form?: Record<string, string>, headers: Record<string, string> = {}, from?: string) {
  const answer = await door.request(path, {
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    headers,
    ...(from !== undefined && { from }),
  });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

const right = async (password: string) => (await checkPassword(demo.context, demo.tenant, { email: 'mina@example.org', password })).outcome;

test('issue 10: an attendee who forgot their password asks for a mail and sets a new one, without a script', async () => {
  const form = await ask('/password');
  expect(form.text).toContain('<title>A new password · Harbour Loft</title>');
  const [mina, nobody] = [await ask('/password', { email: 'mina@example.org' }), await ask('/password', { email: 'kenji@example.net' })];
  expect([mina.status, nobody.text]).toEqual([200, mina.text]);
  const mails = await sql<{ tokenSealed: Buffer }>`select token_sealed from account_mails`.execute(demo.db);
  expect(mails.rows).toHaveLength(1);
  const path = `/password/${unseal(demo.context, mails.rows[0]?.tokenSealed ?? Buffer.alloc(0), aboutAccountMail(1, 2))}`;

  // Whatever opens all links of mails changes nothing, and nothing carries the token on.
  for (let time = 0; time < 3; time++) {
    const opened = await ask(path);
    expect(opened.status).toBe(200);
    expect(opened.headers.get('referrer-policy')).toBe('no-referrer');
    expect(opened.headers.get('cache-control')).toBe('no-store');
    expect(opened.headers.get('content-security-policy')).toContain("form-action 'self'");
  }
  const short = await ask(path, { password: 'short' });
  expect([short.status, short.text]).toEqual([400, expect.stringContaining('role="alert"')]);
  expect(await right('demo-password')).toBe('right');
  expect((await ask(path, { password: 'another-password' })).text).toContain('Your password is set');
  expect([await right('demo-password'), await right('another-password')]).toEqual(['wrong_credentials', 'right']);
  const again = await ask(path, { password: 'a-third-password' });
  expect([again.status, again.text]).toEqual([404, expect.stringContaining('This link does not work any more')]);
  expect(door.lines.map(({ route }) => route)).toContain('/password/:token');
});

test('issue 10: the pages speak the reader’s language, and tell who asks too often to wait', async () => {
  expect((await ask('/password/x', { password: 'another-password' }, { 'accept-language': 'de-AT' })).text).toContain(
    'Dieser Link gilt nicht mehr',
  );
  const asked: number[] = [];
  for (let time = 0; time < 31; time++) asked.push((await ask('/password', undefined, {}, '203.0.113.9')).status);
  expect(asked.at(-2)).toBe(200);
  expect(asked.at(-1)).toBe(429);
  expect(door.faults).toEqual([]);
});
