import { Client } from 'pg';
import type { Tenant } from '../src/domain/tenant.ts';
import { type Row, inParallel, median } from './figures.ts';
import { record, replay } from './replay.ts';
import { type Stage, cancelOverHttp, openStage, plantMeetings } from './stage.ts';

const CONNECTIONS = 16;

/** Rows 1 to 3 of design.md §8: how fast a cancel commits, whoever is concerned and however much is stored. No worker runs beside it. */
export async function benchCancels(scale: { perRun: number; runs: number; crowd: number; stored: number }): Promise<Row[]> {
  const stage = await openStage({ WORKERS: '0' });
  try {
    return [await againstDriver(stage, scale), await withCrowd(stage, scale.crowd), await withMuchStored(stage, scale.stored)];
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
    const ids = await plantMeetings(stage.sql, next, perRun, 3);
    const http = await timed(() => inParallel(ids, CONNECTIONS, (id) => cancelOverHttp(stage.url, id)));
    next += perRun;
    await plantMeetings(stage.sql, next, perRun, 3);
    const numbers = Array.from({ length: perRun }, (_, index) => next + index);
    const driver = await timed(() =>
      inParallel(numbers, CONNECTIONS, async (id, lane) => {
        const client = clients[lane];
        if (client) await replay(client, recording, id);
      }),
    );
    next += perRun;
    if (run === 0) continue;
    rates.http.push((perRun / http) * 1000);
    rates.driver.push((perRun / driver) * 1000);
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

async function withCrowd(stage: Stage, crowd: number): Promise<Row> {
  const big = await plantMeetings(stage.sql, 3_000_000, 7, crowd);
  const small = await plantMeetings(stage.sql, 3_100_000, 70, 3);
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
    raw: `${median(many).toFixed(1)} ms against ${median(few).toFixed(1)} ms`,
  };
}

async function withMuchStored(stage: Stage, stored: number): Promise<Row> {
  // The server has some thousands by now; "few" is measured before the rest is put in.
  const few = await settled(stage, 4_000_000);
  await plantMeetings(stage.sql, 5_000_000, stored, 0);
  await stage.sql.query('vacuum analyze events');
  const many = await settled(stage, 4_500_000);
  return {
    what: `cancel latency p50 with ${stored.toLocaleString('en')} events stored against some thousands`,
    goal: '≤ 1.2',
    reached: (median(many) / median(few)).toFixed(2),
    raw: `${median(many).toFixed(1)} ms against ${median(few).toFixed(1)} ms`,
  };
}

/** 200 cancels one after another on a database at rest: its dirty pages written, and what it needs read once before. */
async function settled(stage: Stage, first: number): Promise<number[]> {
  const ids = await plantMeetings(stage.sql, first, 300, 3);
  await stage.sql.query('checkpoint');
  await inParallel(ids.slice(0, 100), 1, (id) => cancelOverHttp(stage.url, id));
  return await inParallel(ids.slice(100), 1, (id) => cancelOverHttp(stage.url, id));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
