import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createConnection, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Row, median, percentile } from './figures.ts';
import { type Stage, cancelOverHttp, openStage, plantMeetings } from './stage.ts';

const SINK = '/usr/sbin/smtp-sink';
const SOURCE = '/usr/sbin/smtp-source';
const CONNECTIONS = 20;

/** Rows 4 to 6 of design.md §8: how fast a crowd is mailed, whether a single mail passes it, and what memory that takes. */
export async function benchMails(scale: { mails: number; drain: number }): Promise<Row[]> {
  if (!existsSync(SINK) || !existsSync(SOURCE)) {
    return [
      {
        what: 'mails/s against smtp-source',
        goal: '≥ 0.5',
        reached: 'not measured',
        raw: 'Postfix’s smtp-sink and smtp-source are not here',
      },
    ];
  }
  const port = await freePort();
  // As root it refuses to run under that name.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const sink = spawn(SINK, [...user, '-c', `127.0.0.1:${port}`, '200'], { stdio: 'ignore' });
  try {
    await listening(port);
    const stage = await openStage({ SMTP_URL: `smtp://127.0.0.1:${port}`, WORKERS: String(CONNECTIONS) });
    try {
      return [...(await rate(stage, { port, pid: sink.pid ?? 0 }, scale.mails)), ...(await drain(stage, scale.drain))];
    } finally {
      await stage.close();
    }
  } finally {
    sink.kill();
  }
}

type Sink = { port: number; pid: number };

async function rate(stage: Stage, sink: Sink, mails: number): Promise<Row[]> {
  let run = 0;
  const ours = async (count: number) => {
    const first = 2_000_000 + run++;
    const [id = ''] = await plantMeetings(stage.sql, first, 1, count);
    return await metered(sink, count, async () => {
      await cancelOverHttp(stage.url, id);
      await allSent(stage, first);
    });
  };
  // Warms up, and tells what size a mail of ours has on the wire.
  const { size } = await ours(1_000);
  const theirs = (options: string[]) =>
    metered(sink, mails, async () => {
      const to = ['-f', 'events@harbour-loft.example', '-t', 'ben@example.com', `127.0.0.1:${sink.port}`];
      const [code] = (await once(
        spawn(SOURCE, [...options, '-s', String(CONNECTIONS), '-m', String(mails), '-l', String(size), ...to]),
        'exit',
      )) as [number];
      if (code !== 0) throw new Error(`smtp-source ended with ${code}`);
    });
  const runs = { ours: [] as Metered[], kept: [] as Metered[], anew: [] as Metered[] };
  for (let round = 0; round < 3; round += 1) {
    runs.ours.push(await ours(mails));
    runs.kept.push(await theirs(['-d']));
    runs.anew.push(await theirs([]));
  }
  const told = (of: Metered[]) => `${median(of.map((one) => one.rate)).toFixed(0)}/s of ${median(of.map((one) => one.size))} bytes`;
  const row = (what: string, against: Metered[]): Row => ({
    what: `mails/s, complete iTIP mails recorded in the ledger, against smtp-source ${what}, into the same smtp-sink`,
    goal: '≥ 0.5',
    reached: (median(runs.ours.map((one) => one.rate)) / median(against.map((one) => one.rate))).toFixed(2),
    raw: `${told(runs.ours)} against ${told(against)}, ${mails.toLocaleString('en')} mails, ${CONNECTIONS} connections, medians of 3`,
  });
  return [row('as it comes (a connection for each mail)', runs.anew), row('keeping its connections as we do (-d)', runs.kept)];
}

type Metered = { rate: number; size: number };

/** Mails a second, and bytes of a mail with its SMTP commands as the sink read them: one meter for both sides. */
async function metered(sink: Sink, mails: number, work: () => Promise<void>): Promise<Metered> {
  const read = async () => Number(/rchar: (\d+)/.exec(await readFile(`/proc/${sink.pid}/io`, 'utf8'))?.[1]);
  const before = await read();
  const start = performance.now();
  await work();
  const rate = (mails / (performance.now() - start)) * 1000;
  return { rate, size: Math.round(((await read()) - before) / mails) };
}

async function drain(stage: Stage, crowd: number): Promise<Row[]> {
  const [id = ''] = await plantMeetings(stage.sql, 2_100_000, 1, crowd);
  const singles = await plantMeetings(stage.sql, 2_200_000, 100, 1);
  const before = await memoryOf(stage.pid);
  const memory: number[] = [];
  const calls: number[] = [];
  await cancelOverHttp(stage.url, id);
  let over = false;
  const drained = allSent(stage, 2_100_000).finally(() => {
    over = true;
  });
  // Awaited below; until then a fault of it must not end the process and leave the server behind.
  drained.catch(() => {});
  while (!over) {
    const single = singles.pop();
    if (single !== undefined) {
      const start = performance.now();
      await cancelOverHttp(stage.url, single);
      calls.push(performance.now() - start);
    }
    memory.push(await memoryOf(stage.pid));
    await sleep(200);
  }
  await drained;
  const waits = await stage.sql.query<{ ms: number }>(`
    select extract(epoch from finished_at - created_at)::float8 * 1000 as ms from deliveries where event_id >= 2200000 and event_id < 2300000 and state = 'sent'`);
  const milliseconds = waits.rows.map((row) => row.ms);
  const half = Math.floor(memory.length / 2);
  const [early, late] = [median(memory.slice(0, half)), median(memory.slice(half))];
  return [
    {
      what: `a single cancel's mail while ${crowd.toLocaleString('en')} others drain, p99; the call itself`,
      goal: '< 1 s; < 50 ms',
      reached: `${percentile(milliseconds, 0.99).toFixed(0)} ms; ${percentile(calls, 0.99).toFixed(0)} ms p99, ${median(calls).toFixed(0)} ms p50`,
      raw: `${milliseconds.length} single cancels`,
    },
    {
      what: 'server memory while that drain runs',
      goal: '≤ 200 MB, flat',
      reached: `${Math.max(...memory).toFixed(0)} MB at most`,
      raw: `${before.toFixed(0)} MB before, ${early.toFixed(0)} MB in the first half, ${late.toFixed(0)} MB in the second`,
    },
  ];
}

async function allSent(stage: Stage, eventId: number): Promise<void> {
  const deadline = performance.now() + 300_000;
  for (;;) {
    const open = await stage.sql.query(
      `
      select 1 from outbox where event_id = $1 and state = 'pending'
      union all select 1 from deliveries where event_id = $1 and state in ('queued', 'sending', 'awaiting_retry') limit 1`,
      [eventId],
    );
    if (open.rowCount === 0) return;
    if (performance.now() > deadline) throw new Error('the mails were not sent in five minutes');
    await sleep(20);
  }
}

/** Resident memory of a process, in MB (10⁶ bytes). */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024) / 1e6;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = createConnection(port, '127.0.0.1');
    const connected = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (connected) return;
    await sleep(20);
  }
  throw new Error('smtp-sink did not start');
}
