import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createDatabase } from '../../test/harness/database.ts';
import { startServer } from '../../test/harness/server.ts';
import { describeEnvironment } from '../config.ts';
import { openDatabase } from '../postgres/database.ts';

let database: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

type Ended = { code: number; out: string; err: string };

/** Runs a command to its end, on the outside database unless told otherwise. */
async function adjourn(args: string[], environment: Record<string, string> = outside()): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment };
    execFile(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

function outside(): Record<string, string> {
  return { DATABASE_URL: database.connectionString, SECRET_KEY: 'k'.repeat(32) };
}

/** Every row of every table, as text: bytes are hexadecimal. */
async function everythingStored(): Promise<string> {
  const db = openDatabase(database.connectionString);
  const tables = await sql<{
    name: string;
  }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db);
  const texts = await Promise.all(
    tables.rows.map(
      async ({ name }) =>
        (await sql<{ text: string }>`select string_agg(t::text, ' ') as text from ${sql.table(name)} t`.execute(db)).rows[0]?.text,
    ),
  );
  await db.destroy();
  return texts.join('\n');
}

test('--help names every command and every variable', async () => {
  const { code, out } = await adjourn(['--help']);
  expect(code).toBe(0);
  for (const command of [
    'serve',
    'work',
    'migrate',
    'demo',
    'explain',
    'webhooks',
    'keys',
    'settings',
    'prune',
    'orders',
    'capacity',
    'suppressions',
    'identity',
  ])
    expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
  for (const { name, description } of describeEnvironment()) {
    expect(description).not.toBe('');
    expect(out).toContain(`  ${name} `);
  }
});

test('a bad configuration is told whole on standard error, before anything is opened', async () => {
  const { code, out, err } = await adjourn(['serve'], { PORT: 'http', THROTTLE: 'off', HOST: 'example.org', SMTP_URL: 'hidden' });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err.split('\n').map((line) => line.trim().split(' ')[0])).toEqual(['The', 'PORT', 'SMTP_URL', 'THROTTLE', '']);
  expect(err).not.toContain('hidden');
});

test('a command that does not exist is refused with help', async () => {
  const { code, err } = await adjourn(['serv']);
  expect(code).toBe(1);
  expect(err).toContain('Did you mean serve?');
});

test('issue 9 E31: help for a command that is not there is an error, on every level; for one that is, it is help', async () => {
  for (const words of [
    ['frobnicate', '--help'],
    ['-h', 'frobnicate'],
    ['webhooks', 'frob', '--help'],
  ])
    expect(await adjourn(words)).toMatchObject({ code: 1, err: expect.stringContaining('unknown command') });
  for (const words of [['webhooks', 'list', '--help'], ['webhooks', '--help'], ['help', 'webhooks'], ['--help']])
    expect(await adjourn(words)).toMatchObject({ code: 0, out: expect.stringContaining('Usage: adjourn') });
});

test('issue 8: a command that only reads makes no database where there is none, and says so', async () => {
  const nowhere = join(tmpdir(), 'adjourn-nowhere', 'data');
  for (const words of [['explain', '78'], ['webhooks', 'list'], ['work']]) {
    const { code, err } = await adjourn(words, { DATA_DIR: nowhere });
    expect([code, err]).toEqual([1, expect.stringContaining(`There is no database in ${nowhere}: set DATA_DIR to the server's.`)]);
  }
  expect(existsSync(nowhere)).toBe(false);
  // Nor does it make tables in an outside one.
  const { code, err } = await adjourn(['explain', '78']);
  expect([code, err]).toEqual([1, expect.stringContaining('There is nothing of Adjourn in this database')]);
  const db = openDatabase(database.connectionString);
  const tables = await sql`select 1 from information_schema.tables where table_schema = 'public'`.execute(db);
  await db.destroy();
  expect(tables.rows).toEqual([]);
});

test('migrate brings an outside database up to this version, once; demo fills it, once', async () => {
  expect(await adjourn(['migrate'])).toMatchObject({ code: 0, out: expect.stringMatching(/^Applied 0001_\w+\.sql/) });
  expect(await adjourn(['migrate'])).toMatchObject({ code: 0, out: 'The database is up to date.\n' });
  expect(await adjourn(['demo'])).toMatchObject({ code: 0, out: expect.stringContaining('The demo is loaded.') });
  expect(await adjourn(['demo'])).toMatchObject({ code: 1, err: expect.stringContaining('holds a tenant already') });
  expect(await adjourn(['demo', '--remove'])).toMatchObject({ code: 0, out: expect.stringMatching(/^The demo is gone, with \d+ rows/) });
  expect(await adjourn(['demo', '--remove'])).toMatchObject({ code: 1, err: 'There is no demo in this database.\n' });
  expect(await adjourn(['demo'])).toMatchObject({ code: 0 });
});

test('meetbit §11a: webhooks are added, listed, paused, given another secret and removed; a secret is shown once', async () => {
  const webhooks = (...args: string[]) => adjourn(['webhooks', ...args]);
  const { code, out } = await webhooks('add', 'https://crm.example.net/hook', '--name', 'CRM');
  const [, id = '', secret = ''] = /^Webhook (\S+)\nSecret: (whsec_\S+)\n$/.exec(out) ?? [];
  expect([code, id]).toEqual([0, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  expect((await webhooks('pause', id)).code).toBe(0);
  const listed = await webhooks('list');
  expect(listed.out).toMatch(
    new RegExp(`^${id}  paused  meetbit  CRM  https://crm.example.net/hook  created,updated,rescheduled,cancelled  never tried`),
  );
  expect(listed.out).not.toContain(secret);
  expect(await webhooks('rotate-secret', id)).toMatchObject({ code: 0, out: expect.stringMatching(/^Secret: whsec_/) });
  expect([(await webhooks('deliveries', id)).code, (await webhooks('remove', id)).code, (await webhooks('remove', id)).code]).toEqual([
    0, 0, 1,
  ]);
  expect(await webhooks('add', 'http://crm.example.net', '--name', 'CRM')).toMatchObject({
    code: 1,
    err: 'The URL must begin with https://.\n',
  });
});

test('issue 10: a webhook is sent a test, which can be looked at; what is no message of a change is nothing to go on from', async () => {
  const webhooks = (...args: string[]) => adjourn(['webhooks', ...args]);
  const [, id = ''] = /^Webhook (\S+)/.exec((await webhooks('add', 'https://crm.example.net/hook', '--name', 'CRM')).out) ?? [];
  const tested = await webhooks('test', id);
  const [, message = ''] = /^Message (\S+)\nWhat becomes of it: adjourn webhooks message \S+ \1\n$/.exec(tested.out) ?? [];
  expect(await webhooks('message', id, message)).toMatchObject({ code: 0, out: 'queued  tries 0\n' });
  const none = { code: 1, err: 'This webhook was sent no such message of a change.\n' };
  expect(await webhooks('replay', id, '--after', message)).toMatchObject(none);
  await webhooks('pause', id);
  expect(await webhooks('test', id)).toMatchObject({ code: 1, err: expect.stringContaining('Resume it first') });
  expect((await webhooks('remove', id)).code).toBe(0);
});

test('issue 9 D20: a URL that a terminal would obey, and a name nobody can list, are refused', async () => {
  const webhooks = (...args: string[]) => adjourn(['webhooks', ...args]);
  expect(await webhooks('add', 'https://crm.example.net/\u001b[2J', '--name', 'CRM')).toMatchObject({
    code: 1,
    err: 'The URL must be a web address.\n',
  });
  expect(await webhooks('add', 'https://crm.example.net/', '--name', 'n'.repeat(101))).toMatchObject({
    code: 1,
    err: 'The name must be at most 100 characters long.\n',
  });
});

test('meetbit §12-23 §2e, zyntro §13-S3 §3a §3o: keys are made long and random, told once, kept as hashes, and revoked', async () => {
  const keys = (...args: string[]) => adjourn(['keys', ...args]);
  const client = await keys('add-client', '--name', 'CRM', '--permissions', 'events.read.*', 'events.delete.345');
  const [, keyId = '', secret = ''] =
    /^Client \d+\nX-Access-Key-Id: (MBP-[A-Za-z0-9]{24})\nX-Access-Key-Secret: ([A-Za-z0-9]{48})\n$/.exec(client.out) ?? [];
  expect([client.code, keyId === '', secret === '']).toEqual([0, false, false]);
  const stored = await everythingStored();
  expect(stored).toContain(keyId);
  expect(stored).toContain(hash('sha256', secret));
  expect([stored.includes(secret), stored.includes(Buffer.from(secret).toString('hex'))]).toEqual([false, false]);
  const accounts = [await keys('add-account'), await keys('add-account')].map(
    ({ out }) => /^user_id: (\d+)\norg_id: [0-9a-f-]{36}\napi_key: [\w-]{43}\n$/.exec(out)?.[1],
  );
  expect(accounts.every((number) => Number.isSafeInteger(Number(number)) && Number(number) > 1e9)).toBe(true);
  expect(accounts[0]).not.toBe(accounts[1]);
  expect([(await keys('revoke', keyId)).code, (await keys('revoke', keyId)).code]).toEqual([0, 1]);
  const [, developerSecret = ''] = /^developer_secret: (zdk_[\w-]{43})\n$/.exec((await keys('set-developer-secret')).out) ?? [];
  const db = openDatabase(database.connectionString);
  const kept = await sql<{ settings: string }>`select settings::text from tenants`.execute(db);
  await db.destroy();
  expect(kept.rows[0]?.settings).toContain(hash('sha256', developerSecret));
  expect(kept.rows[0]?.settings).not.toContain(developerSecret);
  expect(await keys('add-client', '--name', 'CRM', '--permissions', 'everything')).toMatchObject({
    code: 1,
    err: expect.stringContaining('A permission is like'),
  });
});

test('meetbit §2c §2e: a client gets a second key pair, told once as the first; nobody gets one for a client that is not there', async () => {
  const keys = (...args: string[]) => adjourn(['keys', ...args]);
  const pairOf = ({ out }: Ended) =>
    /^Client (\d+)\nX-Access-Key-Id: (MBP-[A-Za-z0-9]{24})\nX-Access-Key-Secret: ([A-Za-z0-9]{48})\n$/.exec(out)?.slice(1) ?? [];
  const [client = '', ...first] = pairOf(await keys('add-client', '--name', 'CRM', '--permissions', 'events.read.*'));
  const [sameClient, ...second] = pairOf(await keys('add', '--client', client));
  expect(sameClient).toBe(client);
  expect(new Set([...first, ...second]).size).toBe(4);
  for (const nobody of ['999999', '0', 'CRM'])
    expect(await keys('add', '--client', nobody)).toEqual({ code: 1, out: '', err: 'There is no such client.\n' });
});

test('issue 9 C17: a name of nothing that can be seen is none', async () => {
  for (const name of [' ', '\u200f', '\u2800\u3164', '\u00ad\ufeff']) {
    expect(await adjourn(['keys', 'add-client', '--name', name, '--permissions', 'events.read.*'])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('can be seen'),
    });
    expect(await adjourn(['webhooks', 'add', 'https://crm.example.net/hook', '--name', name])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('can be seen'),
    });
  }
});

test('a setting is decided, shown and forgotten; what is none changes nothing', async () => {
  const settings = (...args: string[]) => adjourn(['settings', ...args]);
  const strict = async () => /^strictIds = (\w+)$/m.exec((await settings('list')).out)?.[1];
  expect(await strict()).toBe('off');
  expect([(await settings('set', 'strictIds', 'on')).code, await strict()]).toEqual([0, 'on']);
  expect(await settings('set', 'strictIds', 'yes')).toMatchObject({ code: 1, err: 'strictIds is on or off.\n' });
  expect((await settings('set', 'developerSecretHash', 'x')).code).toBe(1);
  const networks = async (value: string) => (await settings('set', 'developerNetworks', value)).code;
  expect([
    await networks('192.0.2.0/24, 2001:db8::/32'),
    await networks('none'),
    await networks('192.0.2.0/33'),
    await networks('office'),
  ]).toEqual([0, 0, 1, 1]);
  expect([await strict(), (await settings('unset', 'strictIds')).code, await strict()]).toEqual(['on', 0, 'off']);
});

test('zyntro §12-29: suppressed addresses are listed with the words of the server, and lifted in any spelling of their case', async () => {
  const db = openDatabase(database.connectionString);
  await sql`insert into suppressions (tenant_id, address, reason, delivery_id, created_at)
    select id, 'ben@example.com', '550 5.1.1 no such user', 7, '2030-01-01T10:00:00Z' from tenants`.execute(db);
  await db.destroy();
  const suppressions = (...args: string[]) => adjourn(['suppressions', ...args]);
  expect(await suppressions('list')).toEqual({
    code: 0,
    out: '2030-01-01T10:00:00Z  ben@example.com  delivery 7  550 5.1.1 no such user\n',
    err: '',
  });
  expect(await suppressions('remove', 'Ben@Example.com', 'chie@example.com')).toEqual({
    code: 1,
    out: '',
    err: 'chie@example.com is not suppressed.\n',
  });
  expect(await suppressions('list')).toEqual({ code: 0, out: 'None.\n', err: '' });
});

test('8: prune says what it let go, and refuses what is no date or not a week old', async () => {
  const prune = (before: string) => adjourn(['prune', '--before', before]);
  expect(await prune('2020-01-31')).toEqual({ code: 0, out: 'Let go 0 kept mails and 0 failed attempts.\n', err: '' });
  expect(await prune('2020-02-31')).toEqual({ code: 1, out: '', err: '2020-02-31 is no date like 2030-01-31.\n' });
  expect(await prune('2190-01-01')).toEqual({ code: 1, out: '', err: 'What is not a week old may still be in use.\n' });
});

test('issue 9 E30: a server without workers leaves sending to `work`, which must have its SECRET_KEY and PUBLIC_URL and stops on SIGTERM with 0', async () => {
  const shared = { ...outside(), DEMO: 'on' };
  const server = await startServer({ ...shared, WORKERS: '0' });
  onTestFinished(server.remove);
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ user_id: '32', event_id: 'e7f8a9b0-c1d2-3456-e7f8-a9b0c1d23456' });
  const cancelled = await fetch(`${server.url}/public/calendar/processCancel`, { method: 'POST', headers, body });
  expect(await cancelled.json()).toMatchObject({ status: 'success', data: { notifications_sent: 3 } });
  const mails = async () => ((await (await fetch(`${server.url}/mailbox/api/mails`)).json()) as { mails: { to: string }[] }).mails;
  expect(await mails()).toEqual([]);

  const otherKey = { ...shared, SECRET_KEY: 'x'.repeat(32) };
  for (const [name, other] of [
    ['SECRET_KEY', otherKey],
    ['PUBLIC_URL', { ...shared, PUBLIC_URL: 'https://elsewhere.example.org' }],
  ] as const)
    expect(await adjourn(['work'], other)).toMatchObject({ code: 1, err: expect.stringMatching(new RegExp(`^${name} is not`)) });

  const worker = await startServer(shared, 'work');
  onTestFinished(worker.remove);
  await expect.poll(async () => (await mails()).length, { timeout: 15_000 }).toBe(3);
  expect(await worker.stop()).toBe(0);
  expect(await server.stop()).toBe(0);
  expect(await adjourn(['settings', 'list'], otherKey)).toMatchObject({ code: 1, out: '' });
  expect(await adjourn(['identity', 'take'], { ...shared, PUBLIC_URL: 'https://events.example.org' })).toMatchObject({
    code: 0,
    out: expect.stringContaining('https://events.example.org'),
  });
});

test('orders are listed, paid and cancelled; a repeat is safe, and what cannot be done is told and fails', async () => {
  const orders = (...args: string[]) => adjourn(['orders', ...args]);
  // Two orders of Mina's for a seat of event 80, each at 12.50, that wait for payment.
  const db = openDatabase(database.connectionString);
  const [paid, dropped] = (
    await sql<{ id: number }>`insert into orders (tenant_id, customer_id, state, currency, total, created_at, due_at)
    select 1, 64, 'pending', 'EUR', 12.5, now(), now() + interval '1 day' from generate_series(1, 2) returning id`.execute(db)
  ).rows.map(({ id }) => id);
  await sql`insert into order_lines (tenant_id, order_id, number, event_id, ticket_type_id, price, holder, held)
    select 1, id, 1, 80, 504, 12.5, '{"email": "mina@example.org", "name": "Mina", "zone": "Europe/Madrid", "zoneSource": "person", "language": "en"}', true from orders`.execute(
    db,
  );
  const listed = await orders('list', '--pending');
  expect(listed.out.split('\n').map((line) => line.split('  ').toSpliced(1, 1).slice(0, 4).join('  '))).toEqual(
    [dropped, paid].map((id) => `${id}  pending  12.50 EUR  Mina <mina@example.org>`).concat(''),
  );
  expect(await orders('mark-paid', String(paid))).toMatchObject({ code: 0, out: expect.stringMatching(/^Issued ticket \d+\.\n$/) });
  expect(await orders('mark-paid', String(paid))).toMatchObject({
    code: 0,
    out: 'The order is settled already; nothing was issued now.\n',
  });
  expect([(await orders('cancel', String(dropped))).code, (await orders('cancel', String(dropped))).out]).toEqual([
    0,
    'The order is cancelled already.\n',
  ]);
  expect(await orders('mark-paid', String(dropped))).toMatchObject({ code: 1, err: expect.stringContaining('Pay the money back') });
  expect(await orders('cancel', String(paid))).toMatchObject({
    code: 1,
    err: 'The order is settled; its tickets can be cancelled one by one.\n',
  });
  expect([await orders('cancel', 'x'), (await orders('list', '--pending')).out]).toEqual([
    { code: 1, out: '', err: 'There is no such order.\n' },
    'None.\n',
  ]);
  const said = await sql`select kind, actor_id from changes where event_id = 80 and revision > 1 order by id`.execute(db);
  await db.destroy();
  expect(said.rows).toEqual([
    { kind: 'ticket_issued', actorId: 'operator' },
    { kind: 'order_cancelled', actorId: 'operator' },
  ]);
});

test('issue 9 D20: no stored name, address or word of a server steers the terminal, in any list, nor does a typed one', async () => {
  const evil = '\u001b]0;owned\u0007\u001b[2J\u202e';
  const db = openDatabase(database.connectionString);
  await sql`insert into suppressions (tenant_id, address, reason, delivery_id, created_at)
    select id, ${`a${evil}@example.com`}, ${`550 ${evil}`}, 8, now() from tenants`.execute(db);
  await sql`update customers set full_name = ${`Mina ${evil}`} where id = 64`.execute(db);
  const added = await adjourn(['webhooks', 'add', 'https://crm.example.net/hook', '--name', 'CRM']);
  await sql`update webhooks set name = ${`CRM ${evil}`}`.execute(db);
  const id = /^Webhook (\S+)/.exec(added.out)?.[1] ?? '';
  await sql`insert into orders (tenant_id, customer_id, state, currency, total, created_at, due_at)
    values (1, 64, 'pending', 'EUR', 12.5, now(), now() + interval '1 day')`.execute(db);
  await sql`update events set title = ${`Roof ${evil}`} where id = 78`.execute(db);
  await db.destroy();
  for (const words of [
    ['suppressions', 'list'],
    ['suppressions', 'remove', `a${evil}`],
    ['webhooks', 'list'],
    ['webhooks', 'deliveries', id],
    ['orders', 'list'],
    ['explain', '78'],
    ['explain', evil],
    ['settings', 'set', evil, 'x'],
    [evil],
  ]) {
    const { out, err } = await adjourn(words);
    expect({ words, said: (out + err).length > 1 }).toEqual({ words, said: true });
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  }
  await adjourn(['webhooks', 'remove', id]);
});

test('seats are added and taken away, never below what is taken', async () => {
  const capacity = (...args: string[]) => adjourn(['capacity', ...args]);
  expect(await capacity('78', '50')).toMatchObject({ code: 0, out: '0 who waited are offered a seat.\n' });
  expect(await capacity('78', 'none', '--ticket-type', '502')).toMatchObject({ code: 0 });
  expect(await capacity('78', '1')).toMatchObject({
    code: 1,
    err: '2 seats are taken, 0 of them held by unpaid orders and offers: there cannot be fewer.\n',
  });
  expect(await capacity('78', 'many')).toEqual({ code: 1, out: '', err: 'SEATS is a whole number, or `none`.\n' });
  expect(await capacity('999999', '5')).toEqual({ code: 1, out: '', err: 'There is no such event.\n' });
  expect((await adjourn(['explain', '78'])).out).toMatch(
    /capacity changed of ticket type 502 to no limit by system operator \(revision 3\)\n.*capacity changed to 50 by system operator \(revision 2\)/,
  );
});

test('a database that cannot be reached is told in a sentence', async () => {
  const { code, err } = await adjourn(['migrate'], { ...outside(), DATABASE_URL: 'postgres://127.0.0.1:9/none' });
  expect(code).toBe(1);
  expect(err.trim()).toBe('connect ECONNREFUSED 127.0.0.1:9');
});
