import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { AdjournClient, Problem } from '../client/index.ts';
import { allPages, refuse } from './client.ts';
import { example } from './example.ts';
import type { ExitCode } from './exit-codes.ts';
import { momentOf } from './moment.ts';
import { nameOf } from './name-of.ts';
import { numberOf } from './number-of.ts';
import { complain, say, sayJson } from './out.ts';

type TicketType = { name: string; price: string; capacity?: number };
type Given = {
  title: string;
  starts: string;
  ends: string;
  calendar?: string;
  zone?: string;
  location?: string;
  description?: string;
  organizer?: string;
  replyTo?: string;
  capacity?: number;
  ticket?: TicketType[];
  category?: string[];
  meeting?: true;
  public?: true;
  waitingList?: true;
  publish?: true;
  json?: true;
};

/** Adds `adjourn events create`: an event with its ticket types, a draft unless it is to be published. */
export function addEventCreateCommand(events: Command, run: (work: (client: AdjournClient) => Promise<ExitCode>) => Promise<void>): void {
  events
    .command('create')
    .description('make one: a draft, which nobody sees or is mailed of, unless --publish')
    .requiredOption('--title <TITLE>', 'what it is called', nameOf)
    .requiredOption('--starts <MOMENT>', 'by RFC 3339, or on the clocks of its zone: "2030-05-01 14:00"')
    .requiredOption('--ends <MOMENT>', 'likewise')
    .option('--calendar <ID>', 'needed where there are several')
    .option('--zone <ZONE>', 'where its clocks are; unless told, those of its calendar')
    .option('--location <PLACE>', 'where it is')
    .option('--description <TEXT>', 'what it is about')
    .option('--organizer <NAME>', 'who runs it; unless told, whoever runs its calendar')
    .option('--reply-to <ADDRESS>', 'where answers to its mails go')
    .option('--capacity <SEATS>', 'how many seats there are', seatsOf)
    .option('--ticket <NAME=PRICE>', 'a ticket type, or NAME=PRICExCOUNT; may be given several times', ticketsOf)
    .option('--category <TITLE...>', 'what kind of event it is')
    .option('--meeting', 'people are invited, instead of taking tickets')
    .option('--public', 'it gets a page')
    .option('--waiting-list', 'people may wait for a seat')
    .option('--publish', 'at once')
    .option('--json', 'as JSON: the event')
    .addHelpText(
      'after',
      example(
        'adjourn events create --title Walk --starts 2030-05-01T14:00 --ends 2030-05-01T15:00 --capacity 20 --ticket Standard=12.50x20 --public --publish',
      ),
    )
    .action((given: Given) => run((client) => create(client, given)));
}

async function create(client: AdjournClient, given: Given): Promise<ExitCode> {
  const calendar = await calendarOf(client, given.calendar);
  if ('error' in calendar) return refuse(calendar.error);
  if ('sentence' in calendar) return (complain(calendar.sentence), 1);
  const zone = given.zone ?? calendar.zone;
  const made = await client.POST('/api/v1/events', {
    body: {
      kind: given.meeting ? 'meeting' : 'ticketed',
      calendar_id: calendar.id,
      title: given.title,
      starts_at: momentOf(given.starts, zone),
      ends_at: momentOf(given.ends, zone),
      public: given.public ?? false,
      waiting_list: given.waitingList ?? false,
      capacity: given.capacity ?? null,
      ...(given.zone !== undefined && { zone: given.zone }),
      ...(given.location !== undefined && { location: given.location }),
      ...(given.description !== undefined && { description: given.description }),
      ...(given.organizer !== undefined && { organizer_name: given.organizer }),
      ...(given.replyTo !== undefined && { reply_to: given.replyTo }),
      ...(given.category && { categories: given.category }),
    },
  });
  if (made.error) return refuse(made.error);
  const path = { params: { path: { id: String(made.data.id) } } };
  for (const body of given.ticket ?? []) {
    const { error } = await client.POST('/api/v1/events/{id}/ticket-types', { ...path, body });
    if (error) return unfinished(made.data.id, error);
  }
  // Once all of it is there.
  const published = given.publish ? await client.POST('/api/v1/events/{id}/publish', path) : undefined;
  if (published?.error) return unfinished(made.data.id, published.error);
  const event = published?.data ?? made.data;
  if (given.json) sayJson(event);
  else say(`Event ${event.id} is ${event.status === 'draft' ? 'a draft' : 'published'}.`);
  return 0;
}

function unfinished(id: number, error: Problem): ExitCode {
  complain(`Event ${id} is made, and is a draft still:`);
  return refuse(error);
}

/** The calendar of that name, or the only one there is. */
async function calendarOf(
  client: AdjournClient,
  id: string | undefined,
): Promise<{ id: number; zone: string } | { error: Problem } | { sentence: string }> {
  if (id !== undefined) {
    const { data, error } = await client.GET('/api/v1/calendars/{id}', { params: { path: { id } } });
    return data ?? { error };
  }
  const found = await allPages(() =>
    client
      .GET('/api/v1/calendars', { params: { query: { limit: 2 } } })
      .then(({ data, error }) => (data ? { data: { ...data, next_cursor: null } } : { error })),
  );
  if ('error' in found) return found;
  const [only, ...others] = found.rows;
  if (only && others.length === 0) return only;
  return {
    sentence: only
      ? 'There are several calendars: say with --calendar in which it is.'
      : 'There is no calendar: `adjourn calendars create` makes one.',
  };
}

function seatsOf(text: string): number {
  const seats = text === '0' ? 0 : numberOf(text);
  if (seats === undefined) throw new InvalidArgumentError('SEATS is a whole number.');
  return seats;
}

function ticketsOf(text: string, before: TicketType[] = []): TicketType[] {
  const [, name, price, count] = /^(.+)=(\d+(?:\.\d{1,2})?)(?:x(\d{1,9}))?$/.exec(text) ?? [];
  if (name === undefined || price === undefined)
    throw new InvalidArgumentError('A ticket is NAME=PRICE or NAME=PRICExCOUNT, like Standard=12.50x100.');
  return [...before, { name: nameOf(name), price, ...(count !== undefined && { capacity: Number(count) }) }];
}
