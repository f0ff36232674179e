import type { Assembled } from './assembled.ts';
import { type Row, ratio } from './figures.ts';
import type { Limits } from './limits.ts';
import { cancelMeeting, createMeeting, drive } from './load.ts';
import { type Sink, sourceRate } from './sink.ts';
import type { Stage } from './stage.ts';

const CONNECTIONS = 16;

/**
 * Small meetings from door to mailbox: made and cancelled through the Zyntro door, with three attendees each, while the worker mails all of them. The
 * first thing that happens to the database.
 */
export async function benchMeetings(
  stage: Stage,
  sink: Sink,
  meetings: number,
  limits: () => Promise<Limits>,
  assembled: Assembled | undefined,
): Promise<Row[]> {
  const calls = Array.from({ length: meetings }, (_, n) => createMeeting(n));
  const made = await drive({ url: stage.url, connections: CONNECTIONS, calls });
  await sink.taken(3 * meetings);
  const ids = await stage.sql.query<{ id: string }>(`select public_id as id from events where title like 'Discovery Call %' order by id`);
  const [before, bytes] = [sink.mails(), await sink.bytes()];
  const start = Date.now();
  const cancelled = await drive({ url: stage.url, connections: CONNECTIONS, calls: ids.rows.map(({ id }) => cancelMeeting(id)) });
  const last = await sink.taken(before + 3 * meetings);
  const mails = (3 * meetings) / ((last - start) / 1000);
  const size = Math.round(((await sink.bytes()) - bytes) / (3 * meetings));
  const source = await sourceRate(sink, 3 * meetings, size, 10);
  const limit = await limits();
  const rows = [
    ratio(
      'cancels/s over HTTP, 3 attendees, 16 connections, against the same writes as one SQL function',
      '≥ 0.25',
      cancelled.perSecond,
      limit.cancel,
      '/s',
    ),
    { what: '… p99 of that call', goal: '< 50 ms', reached: `${cancelled.p99.toFixed(0)} ms`, raw: `p50 ${cancelled.p50.toFixed(1)} ms` },
    ratio('creates/s, the same way', '≥ 0.2', made.perSecond, limit.create, `/s; p99 ${made.p99.toFixed(0)} ms`),
    ratio(
      'mails/s of those cancels, against smtp-source with a connection a mail, 10 sessions, same sink, same size',
      '≥ 0.5',
      mails,
      source,
      `/s of ${size} bytes`,
    ),
    {
      what: `last mail of ${meetings} cancelled meetings after the last answer`,
      goal: '< 2 s',
      reached: `${((last - cancelled.at) / 1000).toFixed(1)} s`,
      raw: `${3 * meetings} mails`,
    },
  ];
  if (assembled) {
    rows.push(
      ratio(
        'cancels/s against the assembled stack',
        '≥ 6',
        cancelled.perSecond,
        assembled.cancels,
        `/s; its p99 ${assembled.p99.toFixed(0)} ms`,
      ),
      ratio('mails/s against the assembled stack', '≥ 4', mails, assembled.mails, '/s'),
    );
  }
  return rows;
}
