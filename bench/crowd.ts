import { setTimeout as sleep } from 'node:timers/promises';
import { type Row, median, percentile, ratio } from './figures.ts';
import type { House } from './house.ts';
import { callOnce, cancelMeeting, createMeeting, drive } from './load.ts';
import { type Sink, sourceRate } from './sink.ts';
import type { Stage } from './stage.ts';

/** As many as the worker has connections. */
const SESSIONS = 20;

/** One crowd called off: how fast it is mailed, against as many sessions of smtp-source. */
export async function benchCrowd(stage: Stage, sink: Sink, house: House, people: number): Promise<Row[]> {
  const invited = sink.mails();
  const id = await house.crowd(people);
  await sink.taken(invited + people);
  const [before, bytes, start] = [sink.mails(), await sink.bytes(), Date.now()];
  await callOnce(stage.url, cancelMeeting(id));
  const last = await sink.taken(before + people);
  const size = Math.round(((await sink.bytes()) - bytes) / people);
  const source = await sourceRate(sink, people, size, SESSIONS);
  const ours = people / ((last - start) / 1000);
  return [
    ratio(
      `mails/s of one crowd of ${people.toLocaleString('en')}, against smtp-source with ${SESSIONS} sessions`,
      '≥ 0.6',
      ours,
      source,
      `/s of ${size} bytes`,
    ),
  ];
}

/** What one person's cancel waits for while a crowd is being told, and what memory all of it takes. */
export async function benchDrain(stage: Stage, sink: Sink, house: House, people: number): Promise<Row[]> {
  const singles = 100;
  const invited = sink.mails();
  await drive({ url: stage.url, connections: 1, calls: Array.from({ length: singles }, (_, n) => createMeeting(100_000 + n)) });
  await sink.taken(invited + 3 * singles);
  const found = await stage.sql.query<{ id: string }>(
    `select public_id as id from events where title ~ '^Discovery Call 1[0-9]{5}$' order by id`,
  );
  const before = stage.memory();
  const begun = sink.mails();
  await house.crowd(people);
  const memory: number[] = [];
  const calls: number[] = [];
  const waiting = found.rows.map(({ id }) => id);
  // Cancels one after the other while the crowd's invitations go out.
  while (sink.mails() < begun + people) {
    const id = waiting.pop();
    if (id !== undefined) calls.push(await callOnce(stage.url, cancelMeeting(id)));
    memory.push(stage.memory());
    await sleep(100);
  }
  await sink.taken(begun + people + 3 * (singles - waiting.length));
  const waits = await stage.sql.query<{ ms: number }>(`
    select extract(epoch from d.finished_at - d.created_at)::float8 * 1000 as ms from deliveries d join events e on e.id = d.event_id
    where e.title ~ '^Discovery Call 1[0-9]{5}$' and d.purpose = 'event_cancelled' and d.state = 'sent'`);
  const milliseconds = waits.rows.map(({ ms }) => ms);
  const half = Math.floor(memory.length / 2);
  return [
    {
      what: `a single cancel’s mail while ${people.toLocaleString('en')} drain, p99; the call itself, p99`,
      goal: '< 1 s; < 50 ms',
      reached: `${percentile(milliseconds, 0.99).toFixed(0)} ms; ${percentile(calls, 0.99).toFixed(0)} ms`,
      raw: `${calls.length} cancels of 3; the call p50 ${median(calls).toFixed(0)} ms`,
    },
    {
      what: 'memory of all Node processes while that drain runs',
      goal: '≤ 250 MB, flat',
      reached: `${Math.max(...memory).toFixed(0)} MB at most`,
      raw: `${before.toFixed(0)} MB before, ${median(memory.slice(0, half)).toFixed(0)} MB in the first half, ${median(memory.slice(half)).toFixed(0)} MB in the second`,
    },
  ];
}
