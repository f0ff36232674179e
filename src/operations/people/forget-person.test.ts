import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { addTenant, request } from '../../../test/harness/world.ts';
import { addressOf } from '../../domain/people/address.ts';
import { prepareTraces } from '../../../test/harness/traces.ts';
import { cancelEvent } from '../events/cancel-event.ts';
import { findReach } from '../ledger/find-reach.ts';
import { changeSettings } from '../tenants/change-settings.ts';
import { findTenantOf } from '../tenants/find-tenant.ts';
import { eraseOldData } from './erase-old-data.ts';
import { exportPerson } from './export-person.ts';
import { forgetPerson } from './forget-person.ts';

const KENJI = 'kenji@example.net';

let demo: TestDemo;
let events: { past: number; older: number; future: number };
beforeAll(async () => {
  demo = await openDemo();
  events = await prepareTraces(demo, { name: 'Kenji Sato', email: KENJI, other: 'Chie' });
});
afterAll(() => demo.close());

/** The tables of the database whose rows hold a text in any case, as letters or as bytes: whatever tables there are. */
async function tablesWith(text: string, tenantId?: number): Promise<string[]> {
  const tables = await sql<{ name: string; hasTenant: boolean }>`
    select t.table_name as name, exists (select from information_schema.columns c where c.table_schema = 'public' and c.table_name = t.table_name
      and c.column_name = 'tenant_id') as has_tenant
    from information_schema.tables t where t.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1`.execute(demo.db);
  const hex = Buffer.from(text).toString('hex');
  const found: string[] = [];
  for (const { name, hasTenant } of tables.rows) {
    const where = tenantId !== undefined && hasTenant ? sql`t.tenant_id = ${tenantId} and` : sql``;
    const rows =
      await sql`select from ${sql.table(name)} t where ${where} (t::text ilike ${`%${text}%`} or t::text like ${`%${hex}%`}) limit 1`.execute(
        demo.db,
      );
    if (rows.rows.length > 0) found.push(name);
  }
  return found;
}

const reachOf = async (id: number) => {
  const found = await findReach(demo.context, demo.tenant, { id }, { after: [0, 0], limit: 200 });
  const { unreached: _rows, ...counts } = found?.reach ?? { unreached: [] };
  return counts;
};

const ERASED_FROM = [
  'account_mails',
  'captured_mails',
  'changes',
  'comments',
  'contacts',
  'customers',
  'deliveries',
  'delivery_attempts',
  'events',
  'members',
  'order_lines',
  'outbox',
  'refresh_tokens',
  'sessions',
  'suppressions',
  'tickets',
  'users',
  'waitlist_entries',
  'webhook_attempts',
  'webhook_deliveries',
];

test('issue 10: everything that is kept of a person is given, with nothing that opens a door, and that is written down', async () => {
  expect(await tablesWith('kenji')).toEqual(expect.arrayContaining(ERASED_FROM));
  const done = await exportPerson(demo.context, demo.tenant, ' KENJI@example.net', request);
  if (done.outcome !== 'exported') throw new Error(done.outcome);
  const { kept, also, names } = done.data;
  expect([also, names]).toEqual([['kenji@old.example'], expect.arrayContaining(['Kenji Sato'])]);
  expect(Object.keys(kept)).toEqual(
    expect.arrayContaining([
      'accounts',
      'customers',
      'contacts',
      'tickets',
      'waiting_lists',
      'orders',
      'comments',
      'notices',
      'attempts',
      'kept_mails',
      'suppressions',
    ]),
  );
  expect(JSON.stringify(kept)).not.toMatch(/argon2|token_hash|sealed/);
  expect(JSON.stringify(kept)).toContain('+81312345678');
  expect(await exportPerson(demo.context, demo.tenant, 'omar@elsewhere.example', request)).toEqual({ outcome: 'not_found' });
  expect(await exportPerson(demo.context, await addTenant(demo.context, 'Elsewhere'), KENJI, request)).toEqual({ outcome: 'not_found' });
});

test('issue 10: who has a seat to come is not forgotten unawares, nor while a mail to them is on its way, and then nothing has changed', async () => {
  const before = await tablesWith('kenji');
  const forget = (givesBack: boolean) => forgetPerson(demo.context, demo.tenant, { address: KENJI, givesBack }, request);
  expect(await forget(false)).toMatchObject({
    outcome: 'has_seats',
    seats: [{ eventId: events.future, title: 'Site visit' }, { title: 'Discovery Call' }],
  });
  await sql`update deliveries set state = 'sending', leased_by = gen_random_uuid(), finished_at = null where event_id = ${events.past} and recipient = ${KENJI}`.execute(
    demo.db,
  );
  expect(await forget(true)).toEqual({ outcome: 'busy' });
  await sql`update deliveries set state = 'bounced', leased_by = null, finished_at = ${demo.clock.now()} where event_id = ${events.past} and recipient = ${KENJI}`.execute(
    demo.db,
  );
  expect(await tablesWith('kenji')).toEqual(before);
});

test('issue 10: afterwards no text of any table names them, the sums are what they were, others are as before, and a proof is left', async () => {
  const before = { past: await reachOf(events.past), older: await reachOf(events.older) };
  const [chies, hashes] = [await tablesWith('chie'), await hashesOf()];
  const done = await forgetPerson(demo.context, demo.tenant, { address: KENJI, givesBack: true }, request);
  expect(done).toMatchObject({ outcome: 'forgotten' });
  expect(await tablesWith('kenji')).toEqual([]);
  expect(await tablesWith('sato')).toEqual([]);
  expect(await tablesWith('+81312345678')).toEqual([]);
  expect({ past: await reachOf(events.past), older: await reachOf(events.older) }).toEqual(before);
  // Mails that the demo kept of the event named them, whoever they were to.
  expect(await tablesWith('chie')).toEqual(chies.filter((table) => table !== 'captured_mails'));
  expect(await hashesOf()).toEqual(hashes);
  const kept = await sql<{ recipient: string; lastReply: string; email: string }>`
    select d.recipient, d.last_reply, t.email from deliveries d join tickets t on t.id = d.subject_id and d.subject_kind = 'seat'
    where d.event_id = ${events.past} and d.recipient like '%erased%'`.execute(demo.db);
  expect(kept.rows).toMatchObject([{ lastReply: '550 5.1.1 <[erased]>: no such user' }]);
  // The same for the same address, so whoever knows it can still ask; nobody reads the address from it.
  expect(kept.rows[0]?.recipient).toBe(kept.rows[0]?.email);
  expect(addressOf(kept.rows[0]?.email ?? '')).toMatch(/^erased-[0-9a-f]{32}@erased\.invalid$/);
  const seat =
    await sql`select released_revision is not null as released from tickets where event_id = ${events.future} and email like '%erased%'`.execute(
      demo.db,
    );
  expect(seat.rows).toEqual([{ released: true }]);
  expect(await forgetPerson(demo.context, demo.tenant, { address: KENJI, givesBack: true }, request)).toEqual({ outcome: 'not_found' });
  const audit =
    await sql`select action from audit_entries where action like 'person_er%' or action = 'person_exported' order by id`.execute(demo.db);
  expect(audit.rows).toEqual([{ action: 'person_exported' }, { action: 'person_erased' }]);
});

test('issue 10: the last administrator is not forgotten, and who is nobody here is not found', async () => {
  const forget = (address: string) => forgetPerson(demo.context, demo.tenant, { address, givesBack: true }, request);
  expect(await forget('admin@example.org')).toEqual({ outcome: 'last_administrator' });
  expect([await forget('nobody@example.org'), await forget('no address')]).toEqual([{ outcome: 'not_found' }, { outcome: 'no_address' }]);
});

test('issue 10: with personalDataDays who attended is forgotten so long after an event, never before, and not by default', async () => {
  expect(await eraseOldData(demo.context)).toBe(0);
  await changeSettings(demo.context, demo.tenant, { personalDataDays: '30' }, request);
  const tenant = await findTenantOf(demo.context, demo.tenant.id);
  expect(tenant?.settings.personalDataDays).toBe(30);
  const named = async (id: number) =>
    (
      await sql<{
        email: string;
      }>`select email from tickets where event_id = ${id} and role = 'attendee' and email not like '%erased%'`.execute(demo.db)
    ).rows.length;
  expect(await named(events.older)).toBeGreaterThan(0);
  const before = await reachOf(events.older);
  demo.clock.advance({ hours: 24 * 5 });
  await eraseOldData(demo.context);
  expect(await named(events.older)).toBeGreaterThan(0);
  demo.clock.advance({ hours: 24 * 10 });
  expect(await eraseOldData(demo.context)).toBeGreaterThan(0);
  expect(await named(events.older)).toBe(0);
  expect(await reachOf(events.older)).toEqual(before);
  // The house and its customers stay, and who runs the event.
  const organizers = await sql<{
    email: string;
  }>`select email from tickets where event_id = ${events.older} and role = 'organizer'`.execute(demo.db);
  expect(organizers.rows).toEqual([{ email: 'omar@example.org' }]);
  expect(await tablesWith('mina@example.org')).toContain('customers');
  const done = await sql`select from audit_entries where action = 'old_data_erased' and subject_id = ${String(events.older)}`.execute(
    demo.db,
  );
  expect(done.rows).toHaveLength(1);
  // Nothing is looked at twice.
  expect(await eraseOldData(demo.context)).toBe(0);
});

test('issue 10: nothing that is planned later is sent to who was forgotten', async () => {
  expect(await cancelEvent(demo.context, demo.tenant, { id: events.older }, request)).toMatchObject({ outcome: 'cancelled' });
  const told = await sql<{ recipient: string }>`select recipient, state, last_reply from deliveries
    where event_id = ${events.older} and purpose = 'event_cancelled'`.execute(demo.db);
  expect(told.rows.length).toBe(3);
  for (const row of told.rows)
    expect(row).toMatchObject(
      row.recipient.includes('erased')
        ? { state: 'bounced', lastReply: 'not sent: this person was forgotten' }
        : { recipient: 'omar@example.org', state: 'queued' },
    );
});

async function hashesOf(): Promise<unknown> {
  const found = await sql<{ all: string }>`
    select string_agg(concat_ws('|', id, state, message_id, content_sha256, finished_at), E'\\n' order by id) as all from deliveries where event_id in (${events.past}, ${events.older})`.execute(
    demo.db,
  );
  return found.rows[0]?.all;
}
