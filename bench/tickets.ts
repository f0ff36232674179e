import { type Row, ratio } from './figures.ts';
import type { House } from './house.ts';
import type { Limits } from './limits.ts';
import { drive, plainCall } from './load.ts';
import { signIn } from './reads.ts';
import type { Sink } from './sink.ts';
import type { Stage } from './stage.ts';

/** Tickets given back through the Nexudus door, each of another event, while the worker mails. */
export async function benchTickets(stage: Stage, sink: Sink, house: House, tickets: number, limits: () => Promise<Limits>): Promise<Row[]> {
  const before = sink.mails();
  const ids = await house.tickets(tickets);
  await sink.taken(before + tickets);
  const authorization = await signIn(stage.url);
  const calls = ids.map((id) => plainCall('DELETE', `/api/public/events/my/${id}`, '', { authorization }));
  const cancelled = await drive({ url: stage.url, connections: 16, calls });
  await sink.taken(before + 2 * tickets);
  const { cancelTicket } = await limits();
  const unit = `/s; p99 ${cancelled.p99.toFixed(0)} ms`;
  return [
    ratio(
      'ticket cancels/s over HTTP, 16 connections, against the same writes as one SQL function',
      '≥ 0.2',
      cancelled.perSecond,
      cancelTicket,
      unit,
    ),
  ];
}
