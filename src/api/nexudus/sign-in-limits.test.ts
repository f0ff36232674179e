import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type NexudusClient, openNexudus } from '../../../test/harness/nexudus.ts';
import { addTenant } from '../../../test/harness/world.ts';

let client: NexudusClient;
beforeAll(async () => {
  client = await openNexudus({ throttled: true });
});
// A quarter of an hour later nothing is counted any more.
beforeEach(() => client.demo.clock.advance({ minutes: 15 }));
afterAll(() => client.demo.close());

const HOME = '198.51.100.7';

async function signIn(username: string, password: string, from: string, host = 'localhost') {
  const body = new URLSearchParams({ grant_type: 'password', username, password });
  const answer = await client.request(`http://${host}/api/token`, { method: 'POST', body, from });
  const text = await answer.text();
  const { error = '', error_description = '' } = text === '' ? {} : (JSON.parse(text) as { error?: string; error_description?: string });
  return { status: answer.status, error, words: error_description, wait: answer.headers.get('retry-after') };
}

const guess = async (username: string, times: number) => {
  for (let time = 0; time < times; time++)
    expect(await signIn(username, 'wrong', `192.0.2.${time}`)).toMatchObject({ error: 'invalid_grant' });
};

describe('issue 9 E26: wrong passwords of strangers', () => {
  test('do not keep the right person out where they signed in before', async () => {
    expect(await signIn('mina@example.org', 'demo-password', HOME)).toMatchObject({ status: 200 });
    await guess('mina@example.org', 40);
    expect(await signIn('MINA@example.org', 'demo-password', HOME)).toMatchObject({ status: 200 });
    client.demo.clock.advance({ hours: 24 * 89 });
    await guess('mina@example.org', 11);
    expect(await signIn('mina@example.org', 'demo-password', HOME)).toMatchObject({ status: 200 });
  });

  test.each(['noor@example.org', 'kenji@example.net'])(
    'elsewhere the eleventh waits, and is told what happened and for how long, whether there is an account or not: %s',
    async (username) => {
      await guess(username, 10);
      const refused = await signIn(username, 'demo-password', '203.0.113.5');
      expect(refused).toEqual({
        status: 400,
        error: 'invalid_grant',
        words:
          'Somebody entered too many wrong passwords for this account. Try again in 15 minutes, or sign in where you have signed in before.',
        wait: '900',
      });
      client.demo.clock.advance({ minutes: 14, seconds: 30 });
      expect((await signIn(username, 'demo-password', '203.0.113.5')).words).toContain('Try again in 1 minute,');
      client.demo.clock.advance({ seconds: 30 });
    },
  );

  test('a network that guesses at many accounts is told that it is its own', async () => {
    for (let time = 0; time < 30; time++) await signIn(`${time}@example.org`, 'wrong', '192.0.2.1');
    expect(await signIn('noor@example.org', 'demo-password', '192.0.2.1')).toMatchObject({
      error: 'invalid_grant',
      words: 'Too many sign-ins failed from your network. Try again in 15 minutes.',
      wait: '900',
    });
    expect(await signIn('noor@example.org', 'demo-password', '192.0.2.2')).toMatchObject({ status: 200 });
  });

  test('what is remembered of a network is a hash that nobody can try out without the key', async () => {
    await signIn('noor@example.org', 'demo-password', HOME);
    const found = await sql<{ row: string }>`select k::text as row from known_networks k`.execute(client.demo.db);
    expect(found.rows.length).toBeGreaterThan(0);
    for (const { row } of found.rows) expect(row).not.toMatch(/198\.51|example/);
  });

  test('whoever knows the password can sign in more often than somebody may guess', async () => {
    for (let time = 0; time < 12; time++) expect((await signIn('mina@example.org', 'demo-password', '198.51.100.8')).status).toBe(200);
  });
});

test('issue 9 D19: a spelling that finds the account counts as the account, and one that counts anew finds nobody', async () => {
  const spellings = [
    'mina@example.org',
    'MINA@EXAMPLE.ORG',
    ' Mina@Example.Org ',
    'mİna@example.org',
    'mına@example.org',
    'mina@EXAMPLE.org',
  ];
  for (const spelling of spellings) {
    client.demo.clock.advance({ minutes: 15 });
    await guess('mina@example.org', 10);
    const { status, words } = await signIn(spelling, 'demo-password', '203.0.113.9');
    expect([spelling, status, words]).toEqual([
      spelling,
      400,
      expect.stringMatching(/[İı]/.test(spelling) ? /^Email or password not recognised/ : /^Somebody entered too many wrong passwords/),
    ]);
  }
});

test('issue 9 A5: while many sign in at once the rest of the house is answered, other tenants sign in, and who is too many is told to come back', async () => {
  const other = await addTenant(client.demo.context, 'Elsewhere');
  await sql`update tenants set hosts = array['loft.example'] where id = 1`.execute(client.demo.db);
  await sql`update tenants set hosts = array['other.example'] where id = ${other.id}`.execute(client.demo.db);
  const order: string[] = [];
  const note =
    (what: string) =>
    <Answer>(answer: Answer): Answer => {
      order.push(what);
      return answer;
    };
  const many = Array.from({ length: 110 }, (_, index) =>
    signIn(`${index}@example.org`, 'wrong', `2001:db8:${index}::1`, 'loft.example').then(note('many')),
  );
  const others = await Promise.all([
    client.request('http://loft.example/api/public/events').then(note('same tenant')),
    client.request('http://other.example/api/public/businesses/current').then(note('page')),
    signIn('kenji@example.net', 'wrong', '203.0.113.5', 'other.example').then(note('other sign-in')),
  ]);
  expect(others.map(({ status }) => status)).toEqual([200, 200, 400]);
  const answers = await Promise.all(many);
  // All of these came before the last of the many.
  expect(order.findLastIndex((what) => what !== 'many')).toBeLessThan(order.lastIndexOf('many'));
  const refused = answers.filter(({ status }) => status === 409);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.every(({ wait }) => wait === '1')).toBe(true);
  expect(answers.filter(({ status }) => status === 400).length).toBeGreaterThan(30);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400, 409]));
});
