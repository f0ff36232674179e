import { sql } from 'kysely';
import { TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type TestDemo, openDemo } from '../../test/harness/demo.ts';
import { type Config, readConfig } from '../config.ts';
import { buildProgram } from './program.ts';

/* Commands about the house and its people, in this process, over a database with the demo. */

let demo: TestDemo;
let config: Config;
beforeAll(async () => {
  demo = await openDemo();
  const read = readConfig({ DATABASE_URL: demo.connectionString, SECRET_KEY: 'k'.repeat(32) });
  if (!('config' in read)) throw new Error(read.faults.join(' '));
  config = read.config;
});
afterAll(() => demo.close());
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

async function adjourn(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line));
  process.exitCode = 0;
  await buildProgram('0', () => config).parseAsync(words, { from: 'user' });
  return { code: Number(process.exitCode), out: out.join('\n'), err: err.join('\n') };
}

test('issue 10: people are added, given a role, asked for a password and removed; the last administrator stays', async () => {
  expect(await adjourn('people', 'add', 'omar@example.org', '--name', 'Omar', '--role', 'organizer', '--calendars', '12')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Person \d+ is invited by mail\.$/),
  });
  expect((await adjourn('people', 'list')).out).toMatch(/omar@example\.org {2}Omar {2}organizer of 12 {2}no password yet/);
  const listed = JSON.parse((await adjourn('people', 'list', '--json')).out) as { email: string; calendar_ids: number[] }[];
  expect(listed.at(-1)).toMatchObject({ email: 'omar@example.org', calendar_ids: [12], has_two_factor: false });
  for (const [words, sentence] of [
    [['add', 'omar@example.org', '--name', 'Omar', '--role', 'front_desk'], 'is of the house already'],
    [['add', 'jane@example.net', '--name', 'Jane', '--role', 'organizer'], 'name them with --calendars'],
    [['add', 'jane@example.net', '--name', 'Jane', '--role', 'organizer', '--calendars', '999'], 'There is no calendar 999'],
    [['add', 'jane', '--name', 'Jane', '--role', 'front_desk'], 'is no mail address'],
    [['role', 'omar@example.org', '--role', 'chief'], 'A role is one of'],
    [['role', 'admin@example.org', '--role', 'front_desk'], 'last administrator'],
    [['remove', '1'], 'last administrator'],
    [['remove', 'nobody@example.org'], 'There is nobody'],
  ] as const)
    expect([words, await adjourn('people', ...words)]).toMatchObject([words, { code: 1, err: expect.stringContaining(sentence) }]);
  expect(await adjourn('people', 'role', 'OMAR@example.org', '--role', 'front_desk')).toMatchObject({ code: 0 });
  // A customer with an account, too.
  expect(await adjourn('people', 'reset-password', 'mina@example.org')).toMatchObject({ code: 0 });
  expect((await sql`select must_reset_password from users where id = 2`.execute(demo.db)).rows).toEqual([{ mustResetPassword: true }]);
  const proposed = await adjourn('two-factor', 'propose', 'mina@example.org');
  const key = /^Key: ([A-Z2-7]{32})$/m.exec(proposed.out)?.[1] ?? '';
  expect(await adjourn('two-factor', 'enable', 'mina@example.org', '--key', key, '--code', '000000')).toMatchObject({ code: 1 });
  // By this machine's clock, as the command reads it.
  const enabled = await adjourn('two-factor', 'enable', 'mina@example.org', '--key', key, '--code', new TOTP({ secret: key }).generate());
  expect([enabled.code, enabled.out.split('\n')]).toEqual([
    0,
    [expect.stringContaining('shown once'), ...Array.from({ length: 10 }, () => expect.any(String) as string)],
  ]);
  expect((await sql`select totp_sealed is not null as on from users where id = 2`.execute(demo.db)).rows).toEqual([{ on: true }]);
  expect(await adjourn('two-factor', 'propose', 'nobody@example.org')).toMatchObject({ code: 1 });
  expect(await adjourn('two-factor', 'disable', 'mina@example.org')).toMatchObject({ code: 0 });
  expect(await adjourn('people', 'remove', 'omar@example.org')).toMatchObject({ code: 0 });
});

test('issue 10: a tenant is shown and changed; what is wrong is said whole, and nothing is changed', async () => {
  expect(await adjourn('tenant', 'set', '--zone', 'europe/lisbon', '--hosts', 'loft.example.org')).toMatchObject({ code: 0 });
  expect((await adjourn('tenant', 'show')).out).toMatch(/zone {5}Europe\/Lisbon\n[\s\S]*hosts {4}loft\.example\.org$/);
  expect(JSON.parse((await adjourn('tenant', 'show', '--json')).out)).toMatchObject({ name: 'Harbour Loft', hosts: ['loft.example.org'] });
  const refused = await adjourn('tenant', 'set', '--zone', 'Nowhere', '--sender', 'x', '--name', ' ');
  expect([refused.code, refused.err.split('\n').map((line) => line.split(' ')[0])]).toEqual([1, ['name', 'zone', 'sender']]);
  expect((await adjourn('audit', '--action', 'tenant_changed')).out).toMatch(/system command line {2}tenant_changed .*"zone","hosts"/);
  expect(await adjourn('audit', '--action', 'signed_in')).toMatchObject({ code: 0, out: 'None.' });
  expect(await adjourn('audit', '--action', 'everything')).toMatchObject({ code: 1 });
});

test('issue 10: suppressions are added by the house; a person is exported, and forgotten when their seats may be given back', async () => {
  expect(await adjourn('suppressions', 'add', 'Pia@example.org', '--reason', 'asked for no mail')).toMatchObject({ code: 0 });
  expect(await adjourn('suppressions', 'add', 'pia@example.org')).toMatchObject({ code: 1 });
  expect((await adjourn('suppressions', 'list')).out).toContain('pia@example.org  by the house  asked for no mail');
  const exported = JSON.parse((await adjourn('export-person', 'jane@example.net')).out) as {
    address: string;
    kept: Record<string, object[]>;
  };
  expect([exported.address, Object.keys(exported.kept)]).toEqual(['jane@example.net', expect.arrayContaining(['contacts', 'tickets'])]);
  expect(await adjourn('forget', 'jane@example.net')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/seats of events to come[\s\S]*Discovery Call/),
  });
  expect(await adjourn('forget', 'jane@example.net', '--yes')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^jane@example\.net is forgotten\.\n1 seats of events to come were given back\.\n/),
  });
  expect(await adjourn('export-person', 'jane@example.net')).toMatchObject({ code: 1, err: 'Nothing is kept of jane@example.net.' });
});
