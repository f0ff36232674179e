import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { AdjournClient } from '../client/index.ts';
import { done } from './client.ts';
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
  const zone = given.zone ?? calendar.zone;
  const body = {
    kind: given.meeting ? ('meeting' as const) : ('ticketed' as const),
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
  };
  let event = done(await client.POST('/api/v1/events', { body }));
  const path = { params: { path: { id: String(event.id) } } };
  try {
    for (const type of given.ticket ?? []) done(await client.POST('/api/v1/events/{id}/ticket-types', { ...path, body: type }));
    // Once all of it is there.
    if (given.publish) event = done(await client.POST('/api/v1/events/{id}/publish', path));
  } catch (error) {
    complain(`Event ${event.id} is made, and is a draft still.`);
    throw error;
  }
  if (given.json) sayJson(event);
  else say(`Event ${event.id} is ${event.status === 'draft' ? 'a draft' : 'published'}.`);
  return 0;
}

/** The calendar of that name, or the only one there is. */
async function calendarOf(client: AdjournClient, id: string | undefined): Promise<{ id: number; zone: string }> {
  if (id !== undefined) return done(await client.GET('/api/v1/calendars/{id}', { params: { path: { id } } }));
  const [only, ...others] = done(await client.GET('/api/v1/calendars', { params: { query: { limit: 2 } } })).data;
  if (!only) throw new Error('There is no calendar: `adjourn calendars create` makes one.');
  if (others.length > 0) throw new Error('There are several calendars: say with --calendar in which it is.');
  return only;
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
