import { Client } from 'pg';
import type { Tenant } from '../src/domain/tenants/tenant.ts';
import { type Row, inParallel, median } from './figures.ts';
import { record, replay } from './replay.ts';
import { type Stage, cancelOverHttp, openStage, plantMeetings } from './stage.ts';

const CONNECTIONS = 16;

/** Rows 1 to 3 of design.md §8: how fast a cancel commits, whoever is concerned and however much is stored. No worker runs beside it. */
export async function benchCancels(scale: { perRun: number; runs: number; crowd: number; stored: number }): Promise<Row[]> {
  const alone = await onStage(async (stage) => [await againstDriver(stage, scale), await withCrowd(stage, scale.crowd)]);
  return [...alone, await onStage((few) => onStage((many) => withMuchStored(few, many, scale.stored)))];
}

async function onStage<Answer>(work: (stage: Stage) => Promise<Answer>): Promise<Answer> {
  const stage = await openStage({ WORKERS: '0' });
  try {
    return await work(stage);
  } finally {
    await stage.close();
  }
}

async function againstDriver(stage: Stage, { perRun, runs }: { perRun: number; runs: number }): Promise<Row> {
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new Client({ connectionString: stage.connectionString });
      await client.connect();
      await client.query('set jit = off');
      return client;
    }),
  );
  const tenant = { id: Number((await stage.sql.query<{ id: string }>('select id from tenants')).rows[0]?.id) } as Tenant;
  let next = 1_000_000;
  await plantMeetings(stage.sql, next, 1, 3);
  const recording = await record(stage.sql, tenant, next++);
  const rates = { http: [] as number[], driver: [] as number[] };
  // Taken in turn, so that a slow moment of the machine meets both; the first round warms both up and does not count.
  for (let run = 0; run <= runs; run += 1) {
    const overHttp = next;
    const throughDriver = next + perRun;
    next += 2 * perRun;
    const ids = await plantMeetings(stage.sql, overHttp, perRun, 3);
    await plantMeetings(stage.sql, throughDriver, perRun, 3);
    const numbers = Array.from({ length: perRun }, (_, index) => throughDriver + index);
    const sides = [
      { rate: rates.http, work: () => inParallel(ids, CONNECTIONS, (id) => cancelOverHttp(stage.url, id)) },
      {
        rate: rates.driver,
        work: () =>
          inParallel(numbers, CONNECTIONS, async (id, lane) => {
            const client = clients[lane];
            if (client) await replay(client, recording, id);
          }),
      },
    ];
    for (const { rate, work } of run % 2 === 0 ? sides : sides.toReversed()) {
      const milliseconds = await timed(work);
      if (run > 0) rate.push((perRun / milliseconds) * 1000);
    }
    const [ours, theirs] = [await left(stage, overHttp, perRun), await left(stage, throughDriver, perRun)];
    if (ours !== theirs) throw new Error(`the replay did other work: ${theirs} rather than ${ours}`);
  }
  await Promise.all(clients.map((client) => client.end()));
  const [http, driver] = [median(rates.http), median(rates.driver)];
  return {
    what: 'cancels/s over HTTP (3 attendees, 16 connections) against the same transaction through the driver',
    goal: '≥ 0.7',
    reached: (http / driver).toFixed(2),
    raw: `${http.toFixed(0)}/s against ${driver.toFixed(0)}/s, medians of ${runs} runs of ${perRun}`,
  };
}

/** What a range of cancelled events left behind, to see that both sides did the same. */
async function left(stage: Stage, first: number, count: number): Promise<string> {
  const range = `event_id between ${first} and ${first + count - 1}`;
  const counted = await stage.sql.query<{ left: string }>(`
    select concat_ws(', ', (select count(*) from events where id between ${first} and ${first + count - 1} and status = 'cancelled' and cancel_reason is not null),
      (select count(*) from changes where ${range}), (select count(*) from outbox where ${range} and method = 'CANCEL'),
      (select count(*) from deliveries d join outbox o on o.tenant_id = d.tenant_id and o.id = d.outbox_id and o.event_id = d.event_id where d.${range})) as left`);
  return counted.rows[0]?.left ?? '';
}

async function withCrowd(stage: Stage, crowd: number): Promise<Row> {
  const big = await plantMeetings(stage.sql, 3_000_000, 7, crowd);
  const small = await plantMeetings(stage.sql, 3_100_000, 170, 3);
  await settle(stage, small.splice(0, 100));
  const few: number[] = [];
  const many: number[] = [];
  for (const [index, id] of big.entries()) {
    few.push(...(await inParallel(small.slice(index * 10, index * 10 + 10), 1, (one) => cancelOverHttp(stage.url, one))));
    many.push(...(await inParallel([id], 1, (one) => cancelOverHttp(stage.url, one))));
  }
  return {
    what: `cancel latency p50, event with ${crowd.toLocaleString('en')} attendees against one with 3`,
    goal: '≤ 1.5',
    reached: (median(many) / median(few)).toFixed(2),
    raw: `${median(many).toFixed(1)} ms (${many.length}) against ${median(few).toFixed(1)} ms (${few.length})`,
  };
}

const FEW = 10_000;

/** On two servers side by side, each with its own database, in turn: a slow moment of the machine meets both. */
async function withMuchStored(few: Stage, many: Stage, stored: number): Promise<Row> {
  await plantMeetings(few.sql, 5_000_000, FEW, 0);
  await plantMeetings(many.sql, 5_000_000, stored, 0);
  await many.sql.query('vacuum analyze events');
  const sides = await Promise.all(
    [few, many].map(async (stage) => {
      const ids = await plantMeetings(stage.sql, 4_000_000, 300, 3);
      return { stage, ids, warm: ids.splice(0, 100), took: [] as number[] };
    }),
  );
  for (const { stage, warm } of sides) await settle(stage, warm);
  for (let turn = 0; turn < 200; turn += 10) {
    for (const { stage, ids, took } of sides) {
      took.push(...(await inParallel(ids.slice(turn, turn + 10), 1, (id) => cancelOverHttp(stage.url, id))));
    }
  }
  const [low = Number.NaN, high = Number.NaN] = sides.map(({ took }) => median(took));
  return {
    what: `cancel latency p50 with ${stored.toLocaleString('en')} events stored against ${FEW.toLocaleString('en')}`,
    goal: '≤ 1.2',
    reached: (high / low).toFixed(2),
    raw: `${high.toFixed(1)} ms against ${low.toFixed(1)} ms, 200 cancels each`,
  };
}

/** Brings a database to rest: its dirty pages written, and what a cancel needs read once before. */
async function settle(stage: Stage, ids: string[]): Promise<void> {
  await stage.sql.query('checkpoint');
  await inParallel(ids, 1, (id) => cancelOverHttp(stage.url, id));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
