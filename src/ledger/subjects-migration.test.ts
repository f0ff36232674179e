import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { createDatabase } from '../../test/harness/database.ts';
import { migrate } from '../postgres/migrate.ts';

const MIGRATIONS = join(import.meta.dirname, '../postgres/migrations');

/** A database as it was before 0020, with these statements run in it, and then migrated. */
async function migrated(statements: string, ask: string): Promise<unknown[]> {
  const database = await createDatabase();
  const directory = await mkdtemp(join(tmpdir(), 'adjourn-migrations-'));
  const client = new Client({ connectionString: database.connectionString });
  try {
    for (const file of await readdir(MIGRATIONS)) if (file < '0020') await cp(join(MIGRATIONS, file), join(directory, file));
    await migrate(database.connectionString, directory);
    await client.connect();
    await client.query(statements);
    await migrate(database.connectionString);
    return (await client.query<Record<string, unknown>>(ask)).rows;
  } finally {
    await client.end();
    await database.drop();
    await rm(directory, { recursive: true });
  }
}

const PLANS = `insert into outbox (tenant_id, id, event_id, change_id, revision, purpose, audience, ticket_id, entry_id, service, method, sequence, dtstamp, facts,
    uid_scope, uid, lane, planned, created_at)
  values (1, 1, 70, 1, 2, 'moved', 'standing', null, null, null, 'REQUEST', 1, now(), '{}', 'event', 'u', 0, 1, now()),
    (1, 2, 70, 1, 2, 'ticket', 'ticket', 9001, null, null, 'REQUEST', 1, now(), '{}', 'event', 'u', 0, 1, now()),
    (1, 3, 70, 1, 2, 'seat_offered', 'entry', null, 31, null, null, 1, now(), '{}', 'event', 'u', 0, 1, now()),
    (1, 4, 70, 1, 2, 'bare_pair_used', 'organizer', null, null, '{"verb": "moved"}', null, 1, now(), '{}', 'event', 'u', 0, 1, now());`;

const delivery = (id: number, subject: string, purpose: string, state: string, reply: string | null, more = `null, '2030-01-01'`) =>
  `insert into deliveries (tenant_id, outbox_id, change_id, event_id, id, ticket_id, entry_id, purpose, state, last_reply, leased_by, finished_at, revision,
      occurrence, recipient, zone, zone_source, language, role, participation_status, sequence, dtstamp, message_id, lane, due_at, created_at)
    values (1, 1, 1, 70, ${id}, ${subject}, '${purpose}', '${state}', ${reply === null ? 'null' : `'${reply}'`}, ${more}, ${id}, 0,
      ${reply === 'no address' ? 'null' : `'ben@example.com'`}, 'UTC', 'person', 'en', 'attendee', 'accepted', 0, now(), '${id}', 0, now(), now());`;

test('0020 gives every stored plan and notice its subject, and every end its code', async () => {
  const statements = [
    `insert into tenants (id, name, zone, locale, sender_mailbox, created_at) values (1, 'Harbour Loft', 'UTC', 'en', 'e@adjourn.example', now());`,
    PLANS,
    delivery(1, '9001, null', 'moved', 'aborted', 'superseded by revision 3'),
    delivery(2, '9001, null', 'moved', 'aborted', 'told the same already'),
    delivery(3, '9001, null', 'event_cancelled', 'aborted', 'never told of it, so not told of the cancel'),
    delivery(4, 'null, 31', 'offer_withdrawn', 'aborted', 'never told of it, so not told that it is gone'),
    delivery(5, 'null, 31', 'seat_offered', 'aborted', 'the offer is expired'),
    delivery(6, '9001, null', 'moved', 'bounced', 'not sent: this address was refused before (550 5.1.1 no such user)'),
    delivery(7, '9001, null', 'moved', 'bounced', '550 5.1.1 no such user'),
    delivery(8, '9001, null', 'moved', 'failed', 'no address'),
    delivery(9, 'null, null', 'bare_pair_used', 'sent', '250 taken'),
    delivery(10, '9001, null', 'moved', 'queued', null, 'null, null'),
    delivery(11, '9001, null', 'moved', 'sending', null, 'gen_random_uuid(), null'),
    delivery(12, '9001, null', 'moved', 'sent', '250 taken', 'null, null'),
  ].join('\n');
  const found = await migrated(
    statements,
    `select id::int, subject_kind as kind, subject_id::int as subject, state, ended_because as because, finished_at is not null as finished,
       leased_by is not null as leased from deliveries order by id`,
  );
  const seat = { kind: 'seat', subject: 9001, leased: false };
  const place = { kind: 'place', subject: 31, leased: false };
  const ended = (because: string | null, state = 'aborted') => ({ state, because, finished: true });
  expect(found).toEqual([
    { id: 1, ...seat, ...ended('superseded') },
    { id: 2, ...seat, ...ended('told_the_same') },
    { id: 3, ...seat, ...ended('never_told') },
    { id: 4, ...place, ...ended('never_told') },
    { id: 5, ...place, ...ended('over') },
    { id: 6, ...seat, ...ended('suppressed', 'bounced') },
    { id: 7, ...seat, ...ended(null, 'bounced') },
    { id: 8, ...seat, ...ended('no_address', 'failed') },
    { id: 9, kind: 'event', subject: 70, leased: false, ...ended(null, 'sent') },
    { id: 10, ...seat, state: 'queued', because: null, finished: false },
    { id: 11, ...seat, state: 'sending', because: null, finished: false, leased: true },
    { id: 12, ...seat, ...ended(null, 'sent') },
  ]);
});

test('0020 keeps who a plan is for', async () => {
  const tenant = `insert into tenants (id, name, zone, locale, sender_mailbox, created_at) values (1, 'Harbour Loft', 'UTC', 'en', 'e@adjourn.example', now());`;
  expect(
    await migrated(
      `${tenant} ${PLANS}`,
      'select id::int, audience, subject_kind as kind, subject_id::int as subject from outbox order by id',
    ),
  ).toEqual([
    { id: 1, audience: 'standing', kind: null, subject: null },
    { id: 2, audience: 'one', kind: 'seat', subject: 9001 },
    { id: 3, audience: 'one', kind: 'place', subject: 31 },
    { id: 4, audience: 'one', kind: 'event', subject: 70 },
  ]);
});

test.each([
  ['sent without a time', `state = 'sent'`, 'deliveries_finished_check'],
  ['waiting with one', `finished_at = now()`, 'deliveries_finished_check'],
  ['sent by nobody', `state = 'sending'`, 'deliveries_lease_check'],
  ['ended for no reason there is', `state = 'aborted', finished_at = now(), ended_because = 'why not'`, 'deliveries_ended_check'],
  ['ended while it waits', `ended_because = 'superseded'`, 'deliveries_ended_check'],
])('the ledger refuses a delivery that is %s', async (_what, set, constraint) => {
  const statements = `${delivery(10, '9001, null', 'moved', 'queued', null, 'null, null')}`;
  const failed = await migrated(statements, `update deliveries set ${set}`).catch((error: unknown) => error);
  expect(failed).toMatchObject({ constraint });
});
