import type { Explanation } from '../compose.ts';
import type { Config } from '../config.ts';
import { type ListOptions, complain, inert, say, sayJson } from './out.ts';
import { withTools } from './with-tools.ts';

/** `adjourn explain`: the story of a person's or an event's notices in plain words, or as JSON; exit code 1 when there is none. */
export async function explain(config: Config, subject: string, { json }: ListOptions = {}): Promise<void> {
  await withTools(config, async (tools) => {
    const found = await tools.explain(subject);
    if (found.length === 0) {
      complain(`Nothing is known of ${subject}: no event has that number or UID, and no notice went to that address.`);
      return 1;
    }
    if (json) {
      sayJson(found);
      return 0;
    }
    for (const one of found) say(...linesOf(one));
    if (found.some(waits) && !(await tools.mailLeaves()))
      say('Nobody hands over mail at present: no worker runs, or no mail server is set (SMTP_URL) where one does.');
    return 0;
  });
}

function waits(one: Explanation): boolean {
  if (one.about === 'person') return one.deliveries.some(({ state }) => state === 'queued' || state === 'awaiting_retry');
  const { not_written: unwritten, queued, deferred } = one.reach.counts;
  return unwritten + queued + deferred > 0;
}

type Happening = Extract<Explanation, { about: 'event' }>;
type Why = Happening['reach']['unreached'][number]['why'];

const STATES: Record<string, string> = {
  queued: 'waits to be sent',
  sending: 'is being sent',
  awaiting_retry: 'is tried again',
  sent: 'sent',
  captured: 'kept in the development mailbox, not sent',
  failed: 'FAILED',
  bounced: 'BOUNCED',
  aborted: 'not sent',
};

const WHY: Record<Why, string> = {
  not_written: 'is being written',
  queued: 'waits to be sent',
  sending: 'is being sent',
  deferred: 'is tried again',
  captured: 'NOT SENT, kept in the development mailbox',
  bounced: 'BOUNCED',
  suppressed: 'SUPPRESSED',
  failed: 'FAILED',
  no_address: 'has nowhere to go',
  not_planned: 'NOTHING WAS PLANNED',
};

/** An explanation as lines for a terminal; times in the tenant's zone. What strangers wrote cannot steer the terminal. */
export function linesOf(one: Explanation): string[] {
  return told(one).map(inert);
}

function told(one: Explanation): string[] {
  const at = (instant: Temporal.Instant) => clockTime(instant, one.tenant.zone);
  if (one.about === 'person') {
    return [
      `${one.tenant.name}: ${one.more ? 'the newest ' : ''}${one.deliveries.length === 1 ? 'one notice' : `${one.deliveries.length} notices, newest first`}`,
      ...one.deliveries.map((notice) => {
        const when =
          notice.state === 'awaiting_retry' || notice.state === 'queued'
            ? `due ${at(notice.dueAt)}`
            : at(notice.finishedAt ?? notice.createdAt);
        const tries = notice.attempts === 1 ? '1 attempt' : `${notice.attempts} attempts`;
        const reply = notice.lastReply === null ? '' : `: ${notice.lastReply}`;
        return `  ${words(notice.purpose)} “${notice.title}” ${STATES[notice.state]}, ${when}, ${tries}${reply}`;
      }),
    ];
  }
  const { event, reach } = one;
  const unreached = reach.people - reach.reached - reach.nothingOwed;
  const counts = Object.entries(reach.counts).filter(([, count]) => count > 0);
  const unlisted = unreached - reach.unreached.length;
  return [
    `${one.tenant.name}: event ${event.id} “${event.title}”, ${event.status}, ${at(event.startsAt)}, revision ${event.revision}`,
    `What happened, newest first${one.more ? ` (the newest ${one.history.length})` : ''}:`,
    ...one.history.map((line) => {
      const why = line.reason === null ? '' : `, because: ${line.reason}`;
      return `  ${at(line.at)}  ${happened(line)} by ${by(line)} (revision ${line.revision})${why}`;
    }),
    `Who knows, of ${reach.people} ${reach.people === 1 ? 'person' : 'people'}: ${reach.reached} reached, ${reach.nothingOwed} owed nothing, ${unreached} not reached${unreached > 0 ? ':' : '.'}`,
    ...(unreached > 0 ? [`  ${counts.map(([why, count]) => `${count} ${words(why)}`).join(', ')}`] : []),
    ...reach.unreached.map((person) => {
      const notice = person.purpose === null ? '' : `${words(person.purpose)} `;
      const reply = person.lastReply === null ? '' : `: ${person.lastReply}`;
      return `  ${person.recipient ?? `the holder of ticket ${person.ticketId}`}: ${notice}${WHY[person.why]}${reply}`;
    }),
    ...(unlisted > 0 ? [`  … and ${unlisted} more`] : []),
  ];
}

function by({ actorKind, actorId, actorName }: Happening['history'][number]): string {
  return actorName === null
    ? `${actorKind} ${actorId}`
    : `${actorName} (${actorKind === 'token' ? 'a link of their mail' : `${actorKind} ${actorId}`})`;
}

function happened({ kind, after }: Happening['history'][number]): string {
  const said = words(kind);
  if (kind !== 'capacity_changed') return said;
  const { ticketTypeId: type, capacity } = after as { ticketTypeId: number | null; capacity: number | null };
  return `${type === null ? said : `${said} of ticket type ${type}`} to ${capacity ?? 'no limit'}`;
}

const words = (name: string) => name.replaceAll('_', ' ');

function clockTime(instant: Temporal.Instant, zone: string): string {
  const local = instant.toZonedDateTimeISO(zone);
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'second' })} UTC${local.offset}`;
}
