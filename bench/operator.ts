import { setTimeout as sleep } from 'node:timers/promises';
import { type Row, median } from './figures.ts';
import { createMeeting, drive } from './load.ts';
import { rateOfMyEvents } from './reads.ts';
import { freePort } from './sink.ts';
import { openStage } from './stage.ts';

/** What a reader notices of 2,000 notices that wait for a mail server which is away. */
export async function benchDeadServer(times: number): Promise<Row[]> {
  const stage = await openStage({ SMTP_URL: `smtp://127.0.0.1:${await freePort()}` });
  try {
    await rateOfMyEvents(stage, times);
    const before = await rateOfMyEvents(stage, times);
    await drive({ url: stage.url, connections: 16, calls: Array.from({ length: 667 }, (_, n) => createMeeting(n)) });
    await sleep(2_000);
    const waiting = await rateOfMyEvents(stage, times);
    const { rows } = await stage.sql.query<{ n: string }>(
      `select count(*) as n from deliveries where state in ('queued', 'awaiting_retry', 'sending')`,
    );
    return [
      {
        what: 'GET events/my while 2,000 notices wait for a dead mail server, against before',
        goal: '≥ 0.9',
        reached: (waiting / before).toFixed(2),
        raw: `${waiting.toFixed(0)} against ${before.toFixed(0)} /s; ${rows[0]?.n} waited`,
      },
    ];
  } finally {
    await stage.close();
  }
}

/** How long a start on existing data takes, after a polite end and after a kill. Ends the stage it is given and starts it anew. */
export async function benchStart(directory: string, environment: Record<string, string>): Promise<Row[]> {
  const politely: number[] = [];
  const killed: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const first = await openStage(environment, directory);
    politely.push(first.startedIn);
    await first.end('SIGKILL');
    const second = await openStage(environment, directory);
    killed.push(second.startedIn);
    await second.end();
  }
  return [
    {
      what: 'ready on existing data; after a kill',
      goal: '≤ 1.5 s',
      reached: `${(median(politely) / 1000).toFixed(2)} s; ${(median(killed) / 1000).toFixed(2)} s`,
      raw: 'medians of 3, from the start of the process until it listens',
    },
  ];
}
