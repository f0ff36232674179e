import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../../test/harness/door.ts';
import { addCalendar, addTenant } from '../../../../test/harness/world.ts';
import { hashSecret } from '../../../crypto/secret.ts';
import { publicIdOf } from '../../../domain/public-id.ts';
import type { Tenant } from '../../../domain/tenants/tenant.ts';
import { v1 } from '../routes.ts';

let demo: TestDemo;
let door: TestDoor;
let other: Tenant;
let otherCalendar: number;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo, { throttled: false });
  other = await addTenant(demo.context, 'Elsewhere');
  otherCalendar = await addCalendar(demo.context, other);
  await sql`insert into api_keys (tenant_id, label, key_hash, door, scopes, created_at)
    values (${other.id}, 'Theirs', ${hashSecret('adj_theirs')}, 'v1', '{admin}', ${demo.clock.now()})`.execute(demo.db);
});
afterAll(() => demo.close());

type Problem = { type: string; detail: string; parameters?: { name: string; reason: string }[] };
type Person = { id: number; public_id: string; email: string; name: string; role: string; calendar_ids: number[]; active: boolean };

async function ask<Body = Problem>(
  method: string,
  path: string,
  body?: object,
  key = 'adj_demo_admin',
): Promise<{ status: number; body: Body }> {
  const answer = await door.request(`/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as Body };
}

const actions = async (key?: string) =>
  (await ask<{ data: { action: string }[] }>('GET', '/audit', undefined, key)).body.data.map(({ action }) => action);

describe('issue 10: people of the house', () => {
  test('are invited with a role, by a mail with a link that is kept sealed and hashed', async () => {
    const made = await ask<Person>('POST', '/people', { email: 'Omar@Example.org', name: 'Omar', role: 'organizer', calendar_ids: [12] });
    expect(made).toMatchObject({
      status: 201,
      body: { email: 'Omar@Example.org', role: 'organizer', calendar_ids: [12], active: true, has_password: false, two_factor: false },
    });
    expect(await ask('GET', `/people/${made.body.public_id}`)).toEqual({ status: 200, body: made.body });
    const kept = await sql<{ kind: string; recipient: string; sealed: number }>`
      select kind, recipient, length(token_sealed) as sealed from account_mails`.execute(demo.db);
    expect(kept.rows).toEqual([{ kind: 'invitation', recipient: 'Omar@Example.org', sealed: expect.any(Number) }]);
    expect(await ask('POST', '/people', { email: 'omar@EXAMPLE.org', name: 'Omar', role: 'front_desk' })).toMatchObject({ status: 409 });
    expect(demo.wakes()).toBeGreaterThan(0);
  });

  test('a role is checked whole: an organizer runs calendars of this house', async () => {
    const wrong = { email: 'jane@example', name: ' ', role: 'chief', calendar_ids: 'all' };
    const refused = await ask('POST', '/people', wrong);
    expect(refused.status).toBe(400);
    expect(refused.body.parameters?.map(({ name }) => name)).toEqual(['email', 'name', 'role', 'calendar_ids']);
    const jane = { email: 'jane@example.net', name: 'Jane', role: 'organizer' };
    expect((await ask('POST', '/people', jane)).body.parameters).toEqual([
      { name: 'calendar_ids', reason: 'It must be the calendars that an organizer runs, one or more.' },
    ]);
    expect((await ask('POST', '/people', { ...jane, calendar_ids: [12, otherCalendar] })).body.parameters).toEqual([
      { name: 'calendar_ids', reason: `There is no calendar ${otherCalendar}.` },
    ]);
    expect((await ask<{ data: Person[] }>('GET', '/people?q=jane')).body.data).toEqual([]);
  });

  test('the last administrator stays one, whoever asks for what at once', async () => {
    expect(await ask('DELETE', '/people/1')).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('last administrator') },
    });
    expect(await ask('PATCH', '/people/1', { role: 'front_desk' })).toMatchObject({ status: 409 });
    expect(await ask('PATCH', '/people/1', { active: false })).toMatchObject({ status: 409 });
    const kenji = await ask<Person>('POST', '/people', { email: 'kenji@example.net', name: 'Kenji', role: 'administrator' });
    const both = await Promise.all([ask('PATCH', '/people/1', { role: 'front_desk' }), ask('DELETE', `/people/${kenji.body.id}`)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([expect.any(Number), 409]);
    const left = await ask<{ data: Person[] }>('GET', '/people');
    expect(left.body.data.filter(({ role, active }) => role === 'administrator' && active)).toHaveLength(1);
    await sql`update users set is_admin = true, house_role = null where id = 1`.execute(demo.db);
  });

  test('whose role is taken is signed out, and who is a customer as well stays one', async () => {
    await sql`insert into house_sessions (tenant_id, token_hash, user_id, method, started_at, renewed_at, seen_at, ends_at)
      values (1, ${hashSecret('a session')}, 2, 'password', now(), now(), now(), now())`.execute(demo.db);
    const mina = await ask<Person>('POST', '/people', { email: 'mina@example.org', name: 'Mina', role: 'front_desk' });
    expect(mina).toMatchObject({ status: 201, body: { id: 2, has_password: true } });
    expect(await ask('DELETE', '/people/2')).toMatchObject({ status: 204 });
    expect(await ask('GET', '/people/2')).toMatchObject({ status: 404 });
    const kept = await sql`select active, deleted_at from users where id = 2`.execute(demo.db);
    expect(kept.rows).toEqual([{ active: true, deletedAt: null }]);
    expect((await sql`select from house_sessions`.execute(demo.db)).rows).toEqual([]);
    // The link that she was mailed is void.
    expect((await sql`select from one_time_tokens where user_id = 2`.execute(demo.db)).rows).toEqual([]);
  });

  test('pages go on where the one before ended', async () => {
    const first = await ask<{ data: Person[]; next_cursor: string }>('GET', '/people?limit=1');
    const second = await ask<{ data: Person[] }>('GET', `/people?cursor=${first.body.next_cursor}`);
    expect(first.body.data.map(({ id }) => id)).toEqual([1]);
    expect(second.body.data.map(({ email }) => email)).toContain('Omar@Example.org');
    expect(second.body.data.map(({ id }) => id)).not.toContain(1);
  });
});

test('issue 10: a tenant is changed whole or not at all, and a host is one tenant’s alone', async () => {
  expect(await ask('GET', '/tenant')).toMatchObject({
    status: 200,
    body: { id: 1, public_id: demo.tenant.publicId, name: 'Harbour Loft', zone: 'Europe/Madrid', hosts: [] },
  });
  const changed = await ask('PATCH', '/tenant', {
    name: 'Harbour Loft',
    zone: 'europe/lisbon',
    locale: 'de-at',
    hosts: ['Loft.example.org'],
  });
  expect(changed).toMatchObject({ status: 200, body: { zone: 'Europe/Lisbon', locale: 'de-AT', hosts: ['loft.example.org'] } });
  const refused = await ask('PATCH', '/tenant', {
    name: '',
    zone: '+02:00',
    locale: '!',
    sender_mailbox: 'x',
    currency: 'euro',
    hosts: ['a b'],
  });
  expect(refused.body.parameters?.map(({ name }) => name)).toEqual(['name', 'zone', 'locale', 'sender_mailbox', 'currency', 'hosts']);
  expect(await ask('PATCH', '/tenant', { hosts: ['loft.example.org'] }, 'adj_theirs')).toMatchObject({ status: 409 });
  expect(await ask('PATCH', '/tenant', { zone: 'Europe/Madrid', locale: 'en', hosts: [] })).toMatchObject({ status: 200 });
});

test('issue 10: settings are listed with what they do, and decided all or none', async () => {
  type Settings = { data: { name: string; value: unknown; preset: unknown; decided: boolean; does: string; allowed: string }[] };
  const one = async (name: string) => (await ask<Settings>('GET', '/settings')).body.data.find((setting) => setting.name === name);
  expect(await one('offerHours')).toEqual({
    name: 'offerHours',
    value: 24,
    preset: 24,
    decided: false,
    does: 'how long a seat is held for somebody who waited for it',
    allowed: '1 to 1000',
  });
  const refused = await ask('PATCH', '/settings', { offerHours: 0, strictIds: true, colour: 'blue' });
  expect(refused.body.parameters).toEqual([
    { name: 'offerHours', reason: 'It must be 1 to 1000.' },
    { name: 'colour', reason: 'There is no such setting.' },
  ]);
  expect(await one('strictIds')).toMatchObject({ value: false, decided: false });
  const origins = ['https://a.example', 'https://b.example'];
  expect(await ask('PATCH', '/settings', { offerHours: 12, strictIds: true, portalOrigins: origins })).toMatchObject({ status: 200 });
  expect([await one('offerHours'), await one('strictIds'), await one('portalOrigins')]).toMatchObject([
    { value: 12 },
    { value: true },
    { value: origins },
  ]);
  expect(await ask('PATCH', '/settings', { offerHours: null, strictIds: null, portalOrigins: null })).toMatchObject({ status: 200 });
  expect(await one('portalOrigins')).toMatchObject({ value: [], decided: false });
});

test('issue 10: customers are found, added and changed; an address is one customer’s', async () => {
  type Customer = { id: number; name: string; zone: string; language: string; phone: string | null };
  const made = await ask<Customer>('POST', '/customers', {
    first_name: 'Kenji',
    email: 'kenji@example.net',
    phone: '+81312345678',
    language: 'de',
  });
  expect(made).toMatchObject({
    status: 201,
    body: { name: 'Kenji', zone: 'Europe/Madrid', language: 'de', phone: '+81312345678', has_account: false },
  });
  expect(await ask('POST', '/customers', { last_name: 'K', email: 'KENJI@example.net' })).toMatchObject({ status: 409 });
  expect((await ask('POST', '/customers', { email: 'chie@example.com' })).body.parameters?.[0]?.name).toBe('first_name');
  const path = `/customers/${made.body.id}`;
  const changed = await ask('PATCH', path, { last_name: 'Sato', zone: 'asia/tokyo', phone: null, email: 'k@example.net' });
  expect(changed).toMatchObject({ status: 200, body: { name: 'Kenji Sato', zone: 'Asia/Tokyo', phone: null, email: 'k@example.net' } });
  expect(await ask('PATCH', path, { email: 'mina@example.org' })).toMatchObject({ status: 409 });
  expect(await ask('PATCH', '/customers/64', { email: null })).toMatchObject({ status: 409 });
  expect((await ask<{ data: Customer[] }>('GET', '/customers?q=SATO')).body.data.map(({ name }) => name)).toEqual(['Kenji Sato']);
  expect(await ask('POST', `${path}/password-reset`)).toMatchObject({ status: 409 });
  expect(await ask('POST', '/customers/64/password-reset')).toMatchObject({ status: 204 });
  const mail = await sql`select kind, recipient from account_mails where user_id = 2 and state = 'queued'`.execute(demo.db);
  expect(mail.rows).toEqual([{ kind: 'password_required', recipient: 'mina@example.org' }]);
});

test('issue 10: suppressions are added by the house, listed and lifted', async () => {
  expect(await ask('POST', '/suppressions', { address: 'Pia@Example.org', reason: 'Asked for no mail' })).toMatchObject({ status: 204 });
  expect(await ask('POST', '/suppressions', { address: 'pia@example.org' })).toMatchObject({ status: 409 });
  expect(await ask('POST', '/suppressions', { address: 'pia' })).toMatchObject({ status: 400 });
  expect(await ask('POST', '/suppressions', { address: 'raj@example.org' })).toMatchObject({ status: 204 });
  const first = await ask<{ data: object[]; next_cursor: string }>('GET', '/suppressions?limit=1');
  const second = await ask<{ data: object[]; next_cursor: null }>('GET', `/suppressions?limit=1&cursor=${first.body.next_cursor}`);
  expect([...first.body.data, ...second.body.data]).toMatchObject([
    { address: 'pia@example.org', reason: 'Asked for no mail', delivery_id: null },
    { address: 'raj@example.org', reason: 'the house wants nothing sent there' },
  ]);
  expect(second.body.next_cursor).toBeNull();
  expect(await ask('DELETE', '/suppressions/PIA@example.org')).toMatchObject({ status: 204 });
  expect(await ask('DELETE', '/suppressions/pia@example.org')).toMatchObject({ status: 404 });
});

describe('issue 10: the audit', () => {
  test('tells who did what from where, newest first, with no name, address or secret in its rows', async () => {
    const told = await actions();
    for (const action of ['person_invited', 'person_changed', 'person_removed', 'tenant_changed', 'setting_changed', 'customer_created'])
      expect(told).toContain(action);
    const page = await ask<{ data: object[]; next_cursor: string }>('GET', '/audit?limit=1&actor=key:2&action=suppression_removed');
    expect(page.body.data).toMatchObject([
      {
        actor: { kind: 'key', id: '2', name: 'Demo administrator' },
        action: 'suppression_removed',
        network: '192.0.2.0/24',
        cause: expect.stringMatching(/^v1 /),
      },
    ]);
    const rows = await sql<{ text: string }>`select a::text as text from audit_entries a`.execute(demo.db);
    expect(rows.rows.map(({ text }) => text).join('\n')).not.toMatch(/@|omar|kenji|mina|adj_/i);
  });

  test('is appended to and nothing else', async () => {
    await expect(sql`update audit_entries set action = 'exported'`.execute(demo.db)).rejects.toThrow('audit entries are not changed');
    await sql`insert into audit_entries (tenant_id, at, actor_kind, actor_id, action, cause)
      values (${other.id}, now(), 'system', 'test', 'exported', 'test')`.execute(demo.db);
    await expect(sql`delete from audit_entries where tenant_id = ${other.id}`.execute(demo.db)).rejects.toThrow(
      'audit entries are not changed',
    );
  });
});

test('issue 10: another tenant’s people, customers, suppressions and audit are missing ones', async () => {
  const theirs = (noun: 'person' | 'customer', id: number) => [String(id), publicIdOf(demo.tenant, noun, id)];
  const calls: [string, string, object?][] = [
    ...theirs('person', 1).flatMap((id): [string, string, object?][] => [
      ['GET', `/people/${id}`],
      ['PATCH', `/people/${id}`, { name: 'X' }],
      ['DELETE', `/people/${id}`],
      ['POST', `/people/${id}/password-reset`],
      ['DELETE', `/people/${id}/two-factor`],
    ]),
    ...theirs('customer', 64).flatMap((id): [string, string, object?][] => [
      ['GET', `/customers/${id}`],
      ['PATCH', `/customers/${id}`, { name: 'X' }],
      ['POST', `/customers/${id}/password-reset`],
    ]),
    ['DELETE', '/suppressions/raj@example.org'],
  ];
  for (const [method, path, body] of calls) expect([path, (await ask(method, path, body, 'adj_theirs')).status]).toEqual([path, 404]);
  for (const list of ['/people', '/customers', '/suppressions'])
    expect([list, (await ask<{ data: object[] }>('GET', list, undefined, 'adj_theirs')).body.data]).toEqual([list, []]);
  expect(await actions('adj_theirs')).toEqual(['exported']);
  expect(door.faults).toEqual([]);
});
