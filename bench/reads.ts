import type { Row } from './figures.ts';
import { drive, plainCall } from './load.ts';
import type { Call } from './driver.ts';
import type { Stage } from './stage.ts';

const CONNECTIONS = 16;

/** Signs Mina in; answers the header that says who she is. */
export async function signIn(url: string): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'password', username: 'mina@example.org', password: 'demo-password' });
  const answer = (await (await fetch(`${url}/api/token`, { method: 'POST', body })).json()) as { access_token: string };
  return `Bearer ${answer.access_token}`;
}

const keys = { 'x-access-key-id': 'MBP-demo', 'x-access-key-secret': 'demo-secret' };

/** What people and programs read most, against the least that this server can answer. */
export async function benchReads(stage: Stage, times: number): Promise<Row[]> {
  const authorization = await signIn(stage.url);
  const reads: [what: string, call: Call][] = [
    ['GET events/my', plainCall('GET', '/api/public/events/my?showUpcoming=true', 'Rooftop Breakfast', { authorization })],
    ['GET events/{id}', plainCall('GET', '/api/public/events/77', 'Rooftop Breakfast', { authorization })],
    ['MeetBit’s list', plainCall('GET', `/api/public/v2.0/calendars/12/events?from=${day(0)}&to=${day(60)}`, 'Site visit', keys)],
  ];
  const rows: Row[] = [];
  for (const [what, call] of reads) {
    const rates: number[] = [];
    const healthy: number[] = [];
    const p99: number[] = [];
    // Taken in turn, so that a slow moment of the machine meets both; the first round warms both and does not count.
    for (let run = 0; run < 3; run += 1) {
      const read = await drive({ url: stage.url, connections: CONNECTIONS, calls: [call], times });
      const health = await drive({ url: stage.url, connections: CONNECTIONS, calls: [plainCall('GET', '/healthz', '')], times });
      if (run === 0) continue;
      rates.push(read.perSecond);
      healthy.push(health.perSecond);
      p99.push(read.p99);
    }
    const [ours, theirs, slowest] = [mean(rates), mean(healthy), Math.max(...p99)];
    rows.push({
      what: `${what}, requests/s at 16 connections, against /healthz; p99`,
      goal: '≥ 0.25; < 25 ms',
      reached: `${(ours / theirs).toFixed(2)}; ${slowest.toFixed(0)} ms`,
      raw: `${ours.toFixed(0)} against ${theirs.toFixed(0)} /s`,
    });
  }
  return rows;
}

/** GET events/my in requests a second. */
export async function rateOfMyEvents(stage: Stage, times: number): Promise<number> {
  const authorization = await signIn(stage.url);
  const call = plainCall('GET', '/api/public/events/my?showUpcoming=true', 'Rooftop Breakfast', { authorization });
  return (await drive({ url: stage.url, connections: CONNECTIONS, calls: [call], times })).perSecond;
}

const day = (ahead: number): string =>
  Temporal.Now.instant()
    .add({ hours: 24 * ahead })
    .toString({ smallestUnit: 'second' });
const mean = (figures: number[]): number => figures.reduce((sum, each) => sum + each, 0) / figures.length;
