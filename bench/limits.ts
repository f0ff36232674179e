import { Client } from 'pg';
import { median } from './figures.ts';
import type { Stage } from './stage.ts';

/** Calls a second of one SQL function each, with what our verbs must write at least and nothing else. */
export type Limits = { cancel: number; create: number; cancelTicket: number };

// Plain tables beside ours, in the same database and on the same disk: one index each, no history of a person, no ledger.
const TABLES = `
  create schema bench;
  create table bench.events (id bigserial primary key, uid text, title text, description text, starts_at timestamptz, ends_at timestamptz,
    organizer text, status text, sequence int, seats int, reason text, cancelled_at timestamptz);
  create table bench.attendees (id bigserial primary key, event_id bigint, name text, email text, zone text, language text, released_at timestamptz);
  create index on bench.attendees (event_id);
  create table bench.changes (id bigserial primary key, event_id bigint, before jsonb, after jsonb, at timestamptz default now());
  create table bench.outbox (id bigserial primary key, event_id bigint, facts jsonb, state text);
  create function bench.create_event(j jsonb) returns bigint language plpgsql as $f$ declare e bigint; begin
    insert into bench.events (uid, title, description, starts_at, ends_at, organizer, status, sequence, seats)
      values (gen_random_uuid()::text, 'Rate', repeat('x', 60), now(), now(), 'Omar', 'live', 0, 3) returning id into e;
    insert into bench.attendees (event_id, name, email, zone, language)
      select e, 'Kenji', 'kenji+' || e || '.' || n || '@example.net', 'Asia/Tokyo', 'en' from generate_series(1, 3) n;
    insert into bench.changes (event_id, before, after) values (e, j, j);
    insert into bench.outbox (event_id, facts, state) values (e, j, 'pending');
    return e; end $f$;
  create function bench.cancel_event(e bigint, j jsonb) returns int language plpgsql as $f$ declare s int; begin
    select sequence into s from bench.events where id = e for update;
    update bench.events set status = 'cancelled', sequence = s + 1, reason = 'The roof leaks', cancelled_at = now() where id = e;
    insert into bench.changes (event_id, before, after) values (e, j, j);
    insert into bench.outbox (event_id, facts, state) values (e, j, 'pending');
    return s; end $f$;
  create function bench.cancel_ticket(e bigint, j jsonb) returns int language plpgsql as $f$ declare s int; begin
    select sequence into s from bench.events where id = e for update;
    update bench.attendees set released_at = now() where id = (select id from bench.attendees where event_id = e limit 1);
    update bench.events set seats = seats - 1, sequence = s + 1 where id = e;
    insert into bench.changes (event_id, before, after) values (e, j, j);
    insert into bench.outbox (event_id, facts, state) values (e, j, 'pending');
    return s; end $f$;`;

const FACTS = JSON.stringify({
  title: 'Discovery Call',
  startsAt: '2030-01-01T00:00:00Z',
  endsAt: '2030-01-01T00:30:00Z',
  location: 'Pier 3',
  organizerName: 'Omar',
  description: 'x'.repeat(300),
});

/** Measures them on a stage's database: `connections` connections of one Node process, each function prepared, medians of three runs. */
export async function measureLimits(stage: Stage, connections: number, calls: number): Promise<Limits> {
  await stage.sql.query(TABLES);
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new Client({ connectionString: stage.connectionString });
      await client.connect();
      // Its plans are made while its tables are empty, and must not be made for that.
      await client.query('set enable_seqscan = off');
      return client;
    }),
  );
  const rate = async (name: string, text: string, valuesOf: (n: number) => unknown[]): Promise<number> => {
    const rates: number[] = [];
    let next = 1;
    // The first round prepares and warms, and does not count.
    for (let run = 0; run < 4; run += 1) {
      const end = next + calls;
      const start = performance.now();
      await Promise.all(
        clients.map(async (client) => {
          while (next < end) await client.query({ name, text, values: valuesOf(next++) });
        }),
      );
      if (run > 0) rates.push((calls / (performance.now() - start)) * 1000);
    }
    return median(rates);
  };
  try {
    const create = await rate('create', 'select bench.create_event($1)', () => [FACTS]);
    const cancelTicket = await rate('ticket', 'select bench.cancel_ticket($1, $2)', (n) => [n, FACTS]);
    const cancel = await rate('cancel', 'select bench.cancel_event($1, $2)', (n) => [n, FACTS]);
    return { cancel, create, cancelTicket };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
