import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { openHouse } from './house.ts';
import { callOnce, cancelMeeting, createMeeting, drive, plainCall } from './load.ts';
import { signIn } from './reads.ts';
import { hasSink, openSink } from './sink.ts';
import { type Stage, openStage } from './stage.ts';

/*
 * `npm run bench:cpu`: who uses how much processor for one create, one cancel, one mail and one read, in milliseconds, as the kernel counts it for each
 * thread. Unlike a rate it says the same on a machine that does other things besides. `--statements` adds what each statement costs
 * within PostgreSQL (which costs a little itself).
 */

const { values: given } = parseArgs({
  options: {
    meetings: { type: 'string', default: '300' },
    crowd: { type: 'string', default: '3000' },
    reads: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '2' },
    only: { type: 'string', default: 'meetings,crowd,reads' },
    statements: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const [meetings, crowd, reads, rounds] = [given.meetings, given.crowd, given.reads, given.rounds].map(Number) as [
  number,
  number,
  number,
  number,
];

/** Nanoseconds of processor time and switches away from it, by who used them. */
type Used = Record<string, { ns: number; switches: number }>;

if (!hasSink()) throw new Error('Postfix’s smtp-sink and smtp-source are not here; Debian’s package is postfix.');
const sink = await openSink();
const environment = { SMTP_URL: `smtp://127.0.0.1:${sink.port}` };
let stage = await openStage(environment);
if (given.statements) {
  await stage.sql.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`);
  await stage.sql.query('create extension if not exists pg_stat_statements');
  await stage.end();
  stage = await openStage(environment, stage.directory);
}
const results: Record<string, Record<string, number[]>> = {};
try {
  // Warms what a newcomer's first minute warms, so that rounds can be compared.
  await round(stage, 0, 100);
  for (let n = 1; n <= rounds && given.only.includes('meetings'); n += 1) await round(stage, n, meetings);
  const house = await openHouse(stage);
  try {
    for (let n = 0; n <= rounds && given.only.includes('crowd'); n += 1) {
      const before = sink.mails();
      const id = await house.crowd(crowd);
      await sink.taken(before + crowd);
      await sleep(300);
      await measured(stage, n > 0 ? 'crowd mail' : null, crowd, async () => {
        const from = sink.mails();
        await callOnce(stage.url, cancelMeeting(id));
        await sink.taken(from + crowd);
      });
    }
  } finally {
    await house.close();
  }
  const day = (ahead: number) =>
    Temporal.Now.instant()
      .add({ hours: 24 * ahead })
      .toString({ smallestUnit: 'second' });
  const authorization = await signIn(stage.url);
  const keys = { 'x-access-key-id': 'MBP-demo', 'x-access-key-secret': 'demo-secret' };
  const calls = {
    '/healthz': plainCall('GET', '/healthz', ''),
    'events/my': plainCall('GET', '/api/public/events/my?showUpcoming=true', 'Rooftop Breakfast', { authorization }),
    'events/{id}': plainCall('GET', '/api/public/events/77', 'Rooftop Breakfast', { authorization }),
    'MeetBit list': plainCall('GET', `/api/public/v2.0/calendars/12/events?from=${day(0)}&to=${day(60)}`, 'Site visit', keys),
  };
  for (let n = 0; n <= rounds && given.only.includes('reads'); n += 1)
    for (const [name, call] of Object.entries(calls))
      await measured(
        stage,
        n > 0 ? name : null,
        reads,
        async () => await drive({ url: stage.url, connections: 16, calls: [call], times: reads }),
      );
  report();
  console.log(`memory ${stage.memory().toFixed(0)} MB`);
  if (given.json) console.log(JSON.stringify(results));
} finally {
  await stage.end().catch(() => {});
  await rm(stage.directory, { recursive: true, force: true });
  await sink.close();
}

async function round(on: Stage, n: number, count: number): Promise<void> {
  const first = n * 10_000;
  await measured(on, n > 0 ? 'create + 3 mails' : null, count, async () => {
    const before = sink.mails();
    await drive({ url: on.url, connections: 16, calls: Array.from({ length: count }, (_, k) => createMeeting(first + k)) });
    await sink.taken(before + 3 * count);
  });
  const ids = await on.sql.query<{ id: string }>(
    `select public_id as id from events where title like 'Discovery Call %' and status = 'scheduled' order by id`,
  );
  await measured(on, n > 0 ? 'cancel + 3 mails' : null, count, async () => {
    const before = sink.mails();
    const { perSecond } = await drive({ url: on.url, connections: 16, calls: ids.rows.map(({ id }) => cancelMeeting(id)) });
    if (n > 0) ((results['cancel + 3 mails'] ??= {})['wall of the calls'] ??= []).push(1000 / perSecond);
    await sink.taken(before + 3 * count);
  });
}

async function measured(on: Stage, name: string | null, count: number, work: () => Promise<unknown>): Promise<void> {
  // What the last one left behind is not this one's.
  await sleep(500);
  if (given.statements) await on.sql.query('select pg_stat_statements_reset()');
  const before = await used(on);
  const wal = await walOf(on);
  const start = performance.now();
  await work();
  const wall = performance.now() - start;
  await sleep(300);
  const after = await used(on);
  if (name === null) return;
  const row = (results[name] ??= {});
  for (const [who, { ns, switches }] of Object.entries(after)) {
    (row[who] ??= []).push((ns - (before[who]?.ns ?? 0)) / 1e6 / count);
    (row[`${who} switches`] ??= []).push((switches - (before[who]?.switches ?? 0)) / count);
  }
  (row['wall'] ??= []).push(wall / count);
  (row['WAL bytes'] ??= []).push(((await walOf(on)) - wal) / count);
  if (given.statements) await statements(on, name, count);
}

async function walOf(on: Stage): Promise<number> {
  const { rows } = await on.sql.query<{ at: string }>(`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as at`);
  return Number(rows[0]?.at);
}

/** What each part of the machine has used so far. */
async function used(on: Stage): Promise<Used> {
  const { rows } = await on.sql.query<{ pid: number; who: string }>(
    `select pid, case when application_name like 'adjourn%' then application_name when backend_type = 'client backend' then 'not ours' else 'postgres itself' end as who from pg_stat_activity`,
  );
  const all: Used = {};
  const add = (who: string, { ns, switches }: { ns: number; switches: number }) => {
    const one = (all[who] ??= { ns: 0, switches: 0 });
    one.ns += ns;
    one.switches += switches;
  };
  for (const { pid, who } of rows) if (who !== 'not ours') add(who.replace('adjourn', 'backends of'), ofThread(pid, pid));
  const [node] = on.nodes();
  for (const tid of readdirSync(`/proc/${node}/task`).map(Number)) {
    const name = readFileSync(`/proc/${node}/task/${tid}/comm`, 'utf8').trim();
    add(tid === node ? 'server thread' : /adjourn worker/.test(name) ? 'worker thread' : `node: ${name}`, ofThread(node ?? 0, tid));
  }
  add('sink', ofThread(sink.pid, sink.pid));
  return all;
}

function ofThread(pid: number, tid: number): { ns: number; switches: number } {
  const at = join('/proc', String(pid), 'task', String(tid));
  const ns = Number(readFileSync(join(at, 'schedstat'), 'utf8').split(' ')[0]);
  const status = readFileSync(join(at, 'status'), 'utf8');
  const switches = [...status.matchAll(/ctxt_switches:\s+(\d+)/g)].reduce((sum, [, n]) => sum + Number(n), 0);
  return { ns, switches };
}

async function statements(on: Stage, name: string, count: number): Promise<void> {
  const { rows } = await on.sql.query<{ query: string; calls: number; ms: number; rows: number; wal: number }>(
    `select regexp_replace(left(query, 4000), '\\s+', ' ', 'g') as query, calls::int, total_exec_time + total_plan_time as ms, rows::int, wal_bytes::float8 as wal
     from pg_stat_statements where query not like '%pg_stat%' order by total_exec_time desc limit 14`,
  );
  console.log(`\n${name}: statements, a unit's share`);
  for (const row of rows)
    console.log(
      `${(row.ms / count).toFixed(3)} ms  ${(row.calls / count).toFixed(2)} calls  ${(row.ms / row.calls).toFixed(3)} ms each  ${(row.wal / count).toFixed(0)} B wal  ${row.query.slice(0, 130)}`,
    );
}

function report(): void {
  const median = (figures: number[]) => figures.toSorted((a, b) => a - b)[Math.floor((figures.length - 1) / 2)] ?? 0;
  for (const [name, row] of Object.entries(results)) {
    console.log(`\n${name}`);
    let sum = 0;
    for (const [who, figures] of Object.entries(row)) {
      if (/switches|WAL|wall/.test(who)) continue;
      const ms = Math.min(...figures);
      sum += ms;
      if (ms >= 0.001) console.log(`  ${ms.toFixed(3)} ms  ${median(row[`${who} switches`] ?? []).toFixed(2)} switches  ${who}`);
    }
    console.log(
      `  ${sum.toFixed(3)} ms in all, in ${median(row['wall'] ?? []).toFixed(3)} ms of time; ${median(row['WAL bytes'] ?? []).toFixed(0)} bytes of WAL`,
    );
  }
}
