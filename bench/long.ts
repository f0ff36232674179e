import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { Client } from 'pg';
import { type Claims, keepClaims } from '../src/delivery/claims.ts';
import { claimDeliveries } from '../src/ledger/claim.ts';
import { expandNext } from '../src/ledger/expand-next.ts';
import { registerWorker } from '../src/ledger/leases.ts';
import { recordSent } from '../src/ledger/record.ts';
import { type Database, openDatabase } from '../src/postgres/database.ts';
import type { Row } from './figures.ts';
import { type House, openHouse } from './house.ts';
import { openStage } from './stage.ts';

const clock = { now: () => Temporal.Now.instant() };
const made = { templateVersion: 1, tzVersion: 'bench' };
/** A crowd's lane. */
const LANE = 1;
/** As the worker of `npm start` asks for them: so many claimed at once, and so many recorded together. */
const USUAL = { claim: 128, record: 16 };
/** To fill a ledger. */
const LARGE = { claim: 1_000, record: 1_000 };

type Hand = (wanted: number) => Promise<void>;

/** Milliseconds that a claim and its record took for one delivery: of time, and of the database's processor. */
type Pace = { wall: number; cpu: number };

/**
 * What a ledger costs that is never emptied: how fast deliveries are claimed and recorded after so many, against an empty one, while a transaction
 * is held open all the time, so that nothing dead can be cleared away. All of it by the worker's own code, without composing and SMTP, which know
 * nothing of the ledger's age.
 */
export async function benchLong(recorded: number, say: (line: string) => void): Promise<Row[]> {
  const stage = await openStage({ WORKERS: '0' });
  const db = openDatabase(stage.connectionString, { maxConnections: 1 });
  const holder = new Client({ connectionString: stage.connectionString });
  try {
    await holder.connect();
    await holder.query('set idle_in_transaction_session_timeout = 0');
    await holder.query('begin isolation level repeatable read');
    await holder.query('select count(*) from workers');
    const worker = randomUUID();
    await registerWorker(db, worker, 36_000, clock.now());
    const claims = keepClaims({ db, worker, clock });
    const house = await openHouse(stage);
    try {
      const hand = (batch: typeof USUAL) => (wanted: number) => handOver(db, worker, claims, batch, wanted);
      const probe = () => measure(db, house, hand(USUAL));
      // The first of each warms and does not count.
      const empty = best([await probe(), await probe(), await probe()]);
      let told = 0;
      while (told < recorded) {
        told += await fill(db, house, hand(LARGE), recorded - told);
        say(`${told} recorded`);
      }
      const full = best([await probe(), await probe(), await probe()]);
      const look = await processorOfLook(db, worker);
      const bytes = await bytesOf(db);
      const figures = ({ wall, cpu }: Pace) => `${(1 / wall).toFixed(2)} a ms, ${cpu.toFixed(3)} ms of the database’s processor each`;
      return [
        {
          what: `claims and records after ${told.toLocaleString('en')} recorded deliveries, a transaction held open all the time, against an empty ledger`,
          goal: '≥ 0.8',
          reached: (empty.wall / full.wall).toFixed(2),
          raw: `${figures(full)}, against ${figures(empty)}; a look at everything takes ${look.toFixed(0)} ms of processor, and three hundredths of the time at most`,
        },
        {
          what: 'bytes that a recorded delivery costs for ever, indexes included',
          goal: '',
          reached: String(bytes.written),
          raw: `${bytes.held} while nothing dead could be cleared away`,
        },
      ];
    } finally {
      await house.close();
    }
  } finally {
    await holder.end();
    await db.destroy();
    await stage.close();
  }
}

/** Long enough for looks at everything to have their share. */
const PROBE = 10_000;

async function measure(db: Database, house: House, hand: Hand): Promise<Pace> {
  await house.crowd(PROBE);
  await expandAll(db);
  const [used, start] = [await processorOf(db), performance.now()];
  await hand(PROBE);
  const wall = performance.now() - start;
  return { wall: wall / PROBE, cpu: ((await processorOf(db)) - used) / PROBE };
}

const best = ([, ...paces]: Pace[]): Pace => ({
  wall: Math.min(...paces.map((one) => one.wall)),
  cpu: Math.min(...paces.map((one) => one.cpu)),
});

const CROWD = 20_000;

/** One crowd invited, moved three times and called off: five deliveries for each of its people, fewer where fewer are wanted. Answers how many. */
async function fill(db: Database, house: House, hand: Hand, most: number): Promise<number> {
  const people = Math.min(CROWD, most);
  const id = await house.crowd(people);
  let told = 0;
  for (const change of [undefined, house.move, house.move, house.move, house.cancel]) {
    if (told >= most) break;
    await change?.(id);
    await expandAll(db);
    await hand(people);
    told += people;
  }
  return told;
}

async function expandAll(db: Database): Promise<void> {
  while ((await expandNext(db, 1_000, clock.now())).expanded.length > 0);
}

/** Claims what is due, so many, and records it as taken. */
async function handOver(db: Database, worker: string, claims: Claims, batch: typeof USUAL, wanted: number): Promise<void> {
  for (let handed = 0; handed < wanted;) {
    // A look at what is new may find nothing while older ones are due, which the next full look finds.
    const claimed = await claims.take(LANE, batch.claim);
    for (let from = 0; from < claimed.length; from += batch.record) {
      const part = claimed.slice(from, from + batch.record);
      const now = clock.now();
      const results = part.map(({ tenantId, id, attempts: attempt }) => ({
        tenantId,
        id,
        attempt,
        startedAt: now,
        endedAt: now,
        words: '250 2.0.0 Ok: queued',
        sha256: 'a'.repeat(64),
        outcome: 'sent' as const,
      }));
      await recordSent(db, worker, results, made);
      claims.settled(part.map(({ id }) => id));
    }
    handed += claimed.length;
  }
}

/** Milliseconds of processor that the only connection of a pool has used. */
async function processorOf(db: Database): Promise<number> {
  const found = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  return Number(readFileSync(`/proc/${found.rows[0]?.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

/** Of one look at all that is due, which passes by everything that was and cannot be cleared away. */
async function processorOfLook(db: Database, worker: string): Promise<number> {
  const used = await processorOf(db);
  await claimDeliveries(db, worker, LANE, 1, clock.now());
  return (await processorOf(db)) - used;
}

/** Bytes of a delivery's row and of its entries in indexes: as the ledger stands, with what could not be cleared away, and freshly written. */
async function bytesOf(db: Database): Promise<{ held: number; written: number }> {
  await sql`create schema if not exists bench`.execute(db);
  await sql`create table bench.deliveries (like deliveries including all)`.execute(db);
  await sql`insert into bench.deliveries overriding system value select * from deliveries limit 50000`.execute(db);
  const found = await sql<{ held: number; written: number }>`
    select (pg_total_relation_size('deliveries') / (select count(*) from deliveries))::int as held,
      (pg_total_relation_size('bench.deliveries') / (select count(*) from bench.deliveries))::int as written`.execute(db);
  return found.rows[0] ?? { held: 0, written: 0 };
}
