import type { Explanation } from '../compose.ts';
import type { Config } from '../config.ts';
import { withTools } from './with-tools.ts';

/** `adjourn explain`: the story of a person's or an event's notices in plain words; exit code 1 when there is none. */
export async function explain(config: Config, subject: string): Promise<void> {
  await withTools(config, async (tools) => {
    const found = await tools.explain(subject);
    if (found.length === 0) {
      console.error(`Nothing is known of ${subject}: no event has that number or UID, and no notice went to that address.`);
      return 1;
    }
    for (const one of found) console.log(linesOf(one).join('\n'));
    return 0;
  });
}

const STATES: Record<string, string> = {
  queued: 'waits to be sent',
  sending: 'is being sent',
  awaiting_retry: 'is tried again',
  sent: 'sent',
  failed: 'FAILED',
  bounced: 'BOUNCED',
  aborted: 'not sent',
};

/** An explanation as lines for a terminal; times in the tenant's zone. */
export function linesOf(one: Explanation): string[] {
  const at = (instant: Temporal.Instant) => clockTime(instant, one.tenant.zone);
  if (one.about === 'person') {
    return [
      `${one.tenant.name}: ${one.deliveries.length} notices, newest first`,
      ...one.deliveries.map((notice) => {
        const when = notice.state === 'awaiting_retry' || notice.state === 'queued' ? `due ${at(notice.dueAt)}` : at(notice.finishedAt ?? notice.createdAt);
        const tries = notice.attempts === 1 ? '1 attempt' : `${notice.attempts} attempts`;
        const reply = notice.lastReply === null ? '' : `: ${notice.lastReply}`;
        return `  ${notice.purpose.replaceAll('_', ' ')} “${notice.title}” ${STATES[notice.state]}, ${when}, ${tries}${reply}`;
      }),
    ];
  }
  const { event, reach } = one;
  return [
    `${one.tenant.name}: event ${event.id} “${event.title}”, ${event.status}, ${at(event.startsAt)}, revision ${event.revision}`,
    'What happened, newest first:',
    ...one.history.map((line) => {
      const why = line.reason === null ? '' : `, because: ${line.reason.replaceAll('\n', ' ')}`;
      return `  ${at(line.at)}  ${happened(line)} by ${line.actorKind} ${line.actorId} (revision ${line.revision})${why}`;
    }),
    `Who knows: ${reach.reached} reached, ${reach.nothingOwed} owed nothing, ${reach.waiting} not written yet, ${reach.unreached.length} not reached${reach.unreached.length > 0 ? ':' : '.'}`,
    ...reach.unreached.map(
      (person) => `  ${person.recipient ?? 'a person without an address'}: ${person.purpose.replaceAll('_', ' ')} ${STATES[person.state]}, ${person.lastReply ?? 'not tried yet'}`,
    ),
  ];
}

function happened({ kind, after }: Extract<Explanation, { about: 'event' }>['history'][number]): string {
  const words = kind.replaceAll('_', ' ');
  if (kind !== 'capacity_changed') return words;
  const { ticketTypeId: type, capacity } = after as { ticketTypeId: number | null; capacity: number | null };
  return `${type === null ? words : `${words} of ticket type ${type}`} to ${capacity ?? 'no limit'}`;
}

function clockTime(instant: Temporal.Instant, zone: string): string {
  const local = instant.toZonedDateTimeISO(zone);
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'second' })} UTC${local.offset}`;
}
