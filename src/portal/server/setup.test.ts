import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { openEmpty } from '../../../test/harness/empty.ts';
import { createTenant } from '../../operations/tenants/create-tenant.ts';
import { authenticateApiKey } from '../../operations/access/authenticate-api-key.ts';
import { isSetUp, issueSetupToken } from '../../operations/tenants/set-up.ts';
import { portal } from './routes.ts';

let world: Awaited<ReturnType<typeof openEmpty>>;
let pages: TestDoor;
beforeAll(async () => {
  world = await openEmpty();
  pages = openDoor(portal({ root: '/nowhere', mailbox: true }), world, { last: true });
});
afterAll(() => world.close());

const right = {
  name: 'Harbour <Loft>',
  host: 'events.example.org',
  zone: 'Europe/Madrid',
  locale: 'en',
  sender: 'events@example.org',
  adminEmail: 'mina@example.org',
  adminName: '',
  password: 'a-password-of-mina',
};

async function send(token: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<[number, string]> {
  const response = await pages.request(`/setup/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });
  return [response.status, await response.text()];
}

test('issue 10: until there is a house every page says so, in the language of its reader, and offers no sign-in', async () => {
  for (const path of ['/', '/login', '/events', '/events/77', '/mailbox', '/setup', '/nowhere']) {
    const response = await pages.request(path, { headers: { 'accept-language': 'de-CH,de;q=0.9' } });
    expect([path, response.status, await response.text()]).toEqual([
      path,
      503,
      expect.stringContaining('<h1>Noch nicht eingerichtet</h1>'),
    ]);
  }
});

test('issue 10: a token that is made up or too old opens nothing, and says no more than that', async () => {
  const old = await issueSetupToken(world.context);
  const texts = new Set<string>();
  world.clock.advance({ minutes: 60 });
  for (const token of [old, 'made-up', 'x'.repeat(400)]) {
    const [status, text] = await send(token, right);
    expect([status, (await pages.request(`/setup/${token}`)).status]).toEqual([404, 404]);
    texts.add(text);
  }
  expect(texts.size).toBe(1);
  expect(await isSetUp(world.context)).toBe(false);
});

test('issue 10: the form keeps what was typed, says what is wrong beside each field, and repeats no password', async () => {
  const token = await issueSetupToken(world.context);
  const form = await pages.request(`/setup/${token}`, { headers: { host: 'Harbour.example.org:3000' } });
  expect(form.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect([form.headers.get('cache-control'), form.headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
  const shown = await form.text();
  expect(shown).toContain('value="harbour.example.org"');
  expect(shown).not.toContain('<script');

  const [status, text] = await send(token, { ...right, zone: 'Mars/"Phobos"', sender: '', password: 'short' });
  expect(status).toBe(400);
  expect(text).toContain('<p class="fault" id="zone-fault">This is no time zone. One is Europe/Madrid.</p>');
  expect(text).toMatch(/<input id="zone"[^>]* value="Mars\/&quot;Phobos&quot;" aria-invalid="true" aria-describedby="zone-fault">/);
  expect(text).toContain('id="sender-fault">This is missing.');
  expect(text).toContain('id="password-fault">A password has at least 8 characters.');
  expect(text).toContain('value="Harbour &lt;Loft&gt;"');
  expect(text).not.toContain('short"');
  expect(await isSetUp(world.context)).toBe(false);

  // What is no form, and what is too large for one.
  expect((await send(token, right, { 'content-type': 'application/json' }))[0]).toBe(400);
  expect((await send(token, { ...right, name: 'n'.repeat(20_000) }))[0]).toBe(413);
});

test('issue 10: sent twice at once it makes one house, whose key is shown once; from then on pages are pages, without a restart', async () => {
  const [token, other] = [await issueSetupToken(world.context), await issueSetupToken(world.context)];
  const sent = await Promise.all([send(token, right), send(token, right), send(other, { ...right, host: 'other.example.org' })]);
  expect(sent.map(([status]) => status).toSorted()).toEqual([200, 404, 404]);
  const [, text = ''] = sent.find(([status]) => status === 200) ?? [];
  expect(text).toContain('<h1>Harbour &lt;Loft&gt; is set up</h1>');
  const key = /<code>(adj_[\w-]{43})<\/code>/.exec(text)?.[1] ?? '';
  expect(await authenticateApiKey(world.context, key, false)).toMatchObject({ tenant: { name: 'Harbour <Loft>' } });
  expect((await pages.request(`/setup/${other}`)).status).toBe(404);
  // Not built in this test, which is what pages say now.
  for (const path of ['/', '/login', '/setup']) expect(await (await pages.request(path)).text()).toContain('The portal is not built');
  expect(await (await pages.request('/portal/settings.json')).json()).toMatchObject({ tenantName: 'Harbour <Loft>' });
});

test('issue 10: no token counts beside a house, and guesses are throttled before they are looked up', async () => {
  expect(await createTenant(world.context, { ...right, host: 'more.example.org' })).toMatchObject({ outcome: 'created' });
  expect((await send(await issueSetupToken(world.context), right))[0]).toBe(404);
  const guesses = await Promise.all(Array.from({ length: 31 }, () => pages.request('/setup/guess', { from: '198.51.100.7' })));
  expect(guesses.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(1);
});
