import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, openTestDatabase } from '../../test/harness/database.ts';
import { messageId } from './message-id.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await sql`insert into installation (public_id, created_at) values ('6f1c1f0e-0000-4000-8000-000000000001', now())
    on conflict (id) do update set public_id = excluded.public_id`.execute(database.db);
});
afterAll(() => database.close());

const idOf = async (subjectKind: string, purpose: string, occurrence: number, recipient: string | null) => {
  const of = {
    subjectKind: 'n.kind',
    subjectId: '7001::bigint',
    revision: '3',
    purpose: 'n.purpose',
    occurrence: 'n.occurrence',
    recipient: 'n.recipient',
    mailbox: `'events@adjourn.example'`,
  };
  const made = await sql<{ id: string }>`select ${sql.raw(messageId(of))} as id
    from (select ${subjectKind}::text as kind, ${purpose}::text as purpose, ${occurrence}::int as occurrence, ${recipient}::text as recipient) n`.execute(
    database.db,
  );
  return made.rows[0]!.id;
};

// What the three inserts that were here before made of the same rows: a mail that an older version planned or sent keeps its id.
test.each([
  ['seat', 'moved', 0, 'Ben@Example.com', '52c625b6eedec1c25a065df8870314aa@adjourn.example'],
  ['seat', 'ticket', 2, 'mina@example.org', '427de8d035cbdc5f68c767ed117d4a2a@adjourn.example'],
  ['seat', 'event_cancelled', 0, null, 'a8c3dd708393b989d10b7ac58ef1e0e4@adjourn.example'],
  ['place', 'seat_offered', 0, 'Noor@Example.org', 'da59496f4ba73cb49bcf4d4e71f76673@adjourn.example'],
  ['event', 'bare_pair_used', 0, 'Ana@Example.com', '86b0ce96d3e2240b248ef1aeb3efa534@adjourn.example'],
] as const)('P2: golden: the Message-ID about a %s, %s %d to %s', async (kind, purpose, occurrence, recipient, expected) => {
  expect(await idOf(kind, purpose, occurrence, recipient)).toBe(expected);
});
