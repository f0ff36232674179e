import type { Command } from 'commander';
import type { components } from '../client/index.ts';
import type { Config } from '../config.ts';
import { done, everyRow, overApi } from './client.ts';
import { addEventChangeCommands } from './events-change.ts';
import { addEventCreateCommand } from './events-create.ts';
import { example } from './example.ts';
import { clockOf } from './moment.ts';
import { AS_JSON, type ListOptions, say, sayJson, sayList } from './out.ts';

type Event = components['schemas']['Event'];
type Filter = ListOptions & { calendar?: string; from?: string; to?: string; status?: Event['status'][]; search?: string };

/** Adds `adjourn events …` to the program: what takes place, when and where. */
export function addEventCommands(program: Command, configuration: () => Config): void {
  const events = program
    .command('events')
    .description('what takes place, when and where: making, publishing, moving and calling it off')
    .addHelpText('after', example('adjourn events list --from 2030-05-01T00:00:00Z', 'adjourn events cancel 78 --reason "The roof leaks"'));
  const run = overApi(events, configuration);

  events
    .command('list')
    .description('all of them in the order they begin in, drafts and cancelled ones too')
    .option('--calendar <ID>', 'of this calendar alone')
    .option('--from <MOMENT>', 'that begin then or later, like 2030-05-01T00:00:00Z')
    .option('--to <MOMENT>', 'that begin before')
    .option('--status <STATUS...>', 'draft, scheduled, cancelled')
    .option('--search <WORDS>', 'words that title, place or organizer begin with')
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn events list --status draft --search harbour', 'adjourn events list --json'))
    .action(({ calendar, from, to, status, search, ...options }: Filter) =>
      run(async (client) => {
        const filter = {
          ...(calendar !== undefined && { calendar }),
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
          ...(status && { status }),
          ...(search !== undefined && { q: search }),
        };
        const all = await everyRow(async (page) =>
          done(await client.GET('/api/v1/events', { params: { query: { ...filter, limit: 200, ...page } } })),
        );
        sayList(all, options, lineOf);
        return 0;
      }),
    );
  events
    .command('show <ID>')
    .description('one of them, by its number or public UUID, with its ticket types')
    .option('--json', 'as JSON: the event, and its ticket types in ticket_types')
    .addHelpText('after', example('adjourn events show 78'))
    .action((id: string, { json }: ListOptions) =>
      run(async (client) => {
        const path = { params: { path: { id } } };
        const event = done(await client.GET('/api/v1/events/{id}', path));
        const types = done(await client.GET('/api/v1/events/{id}/ticket-types', path)).data;
        if (json) sayJson({ ...event, ticket_types: types });
        else say(...linesOf(event), ...types.map(lineOfType));
        return 0;
      }),
    );
  addEventCreateCommand(events, run);
  addEventChangeCommands(events, run);
}

function lineOf({ id, starts_at: start, zone, status, title, location }: Event): string {
  return `${id}  ${clockOf(start, zone)} ${zone}  ${status}  ${title}${location === null ? '' : `  ${location}`}`;
}

function linesOf(event: Event): string[] {
  const { zone } = event;
  const facts: [string, string | null][] = [
    ['title', event.title],
    ['status', event.status + (event.cancel_reason === null ? '' : `: ${event.cancel_reason}`)],
    ['when', `${clockOf(event.starts_at, zone)} to ${clockOf(event.ends_at, zone)} ${zone}`],
    ['where', event.location],
    ['organizer', event.reply_to === null ? event.organizer_name : `${event.organizer_name} <${event.reply_to}>`],
    ['seats', `${event.seats_taken} taken, ${event.seats_held} held, of ${event.capacity ?? 'any number'}`],
    ['page', event.public ? `for ${event.open_to}` : 'none'],
    ['UUID', event.public_id],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [`${name.padEnd(10)}${value}`]));
}

function lineOfType(type: components['schemas']['TicketType']): string {
  const seats = `${type.seats_taken} taken, ${type.seats_held} held, of ${type.capacity ?? 'any number'}`;
  return `ticket    ${type.id}  ${type.name}  ${type.price} ${type.currency}  ${seats}${type.hidden ? '  hidden' : ''}`;
}
