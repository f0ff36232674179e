import type { Command } from 'commander';
import type { components } from '../client/index.ts';
import type { Config } from '../config.ts';
import { done, everyRow, overApi } from './client.ts';
import { addListCommands } from './attendee-lists.ts';
import { example } from './example.ts';
import { numberGiven } from './number-of.ts';
import { AS_JSON, type ListOptions, say, sayList } from './out.ts';

type Who = { name?: string; email?: string; telephone?: string; zone?: string; language?: string };
type Filter = { q?: string; removed?: true; notReached?: true };

/** Adds `adjourn attendees …` to the program: who attends an event. */
export function addAttendeeCommands(program: Command, configuration: () => Config): void {
  const attendees = program
    .command('attendees')
    .description('who attends an event, and what each knows of it')
    .addHelpText('after', example('adjourn attendees list 77'));
  const run = overApi(attendees, configuration);

  attendees
    .command('list <EVENT>')
    .description('all of them, in the order they got their seats, each with what they know of the latest')
    .option('--q <WORDS>', 'only whose name or address contains them, or whose code it is')
    .option('--removed', 'those whose seat was taken back')
    .option('--not-reached', 'only whom the latest has not reached')
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn attendees list 77 --not-reached'))
    .action((id: string, { q, removed, notReached, ...options }: ListOptions & Filter) =>
      run(async (api) => {
        const query = {
          limit: 200,
          ...(q !== undefined && { q }),
          ...(removed && { state: ['removed' as const] }),
          ...(notReached && { reach: ['not_reached' as const] }),
        };
        const all = await everyRow(async (page) =>
          done(await api.GET('/api/v1/events/{id}/attendees', { params: { path: { id }, query: { ...query, ...page } } })),
        );
        sayList(all, options, lineOf);
        return 0;
      }),
    );

  withWho(attendees.command('add <EVENT>'))
    .description('seat somebody, who is mailed that')
    .option('--ticket-type <ID>', 'of this ticket type', numberGiven)
    .option('--no-notify', 'mail nobody: they know it already')
    .addHelpText('after', example('adjourn attendees add 77 --name Noor --email noor@example.org'))
    .action((id: string, { ticketType, notify, ...who }: Who & { ticketType?: number; notify: boolean }) =>
      run(async (api) => {
        const body = { ...who, role: 'attendee' as const, notify, ...(ticketType !== undefined && { ticket_type_id: ticketType }) };
        const added = done(await api.POST('/api/v1/events/{id}/attendees', { params: { path: { id } }, body }));
        say(`Attendee ${added.id} has a seat, code ${added.code}.`);
        return 0;
      }),
    );

  withWho(attendees.command('correct <EVENT> <ATTENDEE>'))
    .description('correct what is named; at a new address they are mailed their seat as it stands, and the old one is told nothing more')
    .addHelpText('after', example('adjourn attendees correct 77 901 --email mina@example.org'))
    .action((id: string, attendeeId: string, who: Who) =>
      run(async (api) => {
        const path = '/api/v1/events/{id}/attendees/{attendeeId}' as const;
        say(lineOf(done(await api.PATCH(path, { params: { path: { id, attendeeId } }, body: who }))));
        return 0;
      }),
    );

  attendees
    .command('remove <EVENT> <ATTENDEE>')
    .description('take a seat back; they are mailed that, and it is offered to whoever waits')
    .addHelpText('after', example('adjourn attendees remove 77 901'))
    .action((id: string, attendeeId: string) =>
      run(async (api) => {
        done(await api.DELETE('/api/v1/events/{id}/attendees/{attendeeId}', { params: { path: { id, attendeeId } } }));
        return 0;
      }),
    );

  attendees
    .command('resend <EVENT> [ATTENDEE]')
    .description('mail somebody their seat as it stands again; without a number everybody whom the latest has not reached')
    .addHelpText('after', example('adjourn attendees resend 77 901', 'adjourn attendees resend 77'))
    .action((id: string, attendeeId: string | undefined) =>
      run(async (api) => {
        const counts = done(
          attendeeId === undefined
            ? await api.POST('/api/v1/events/{id}/resends', { params: { path: { id } }, body: { to: 'not_reached' } })
            : await api.POST('/api/v1/events/{id}/attendees/{attendeeId}/resend', { params: { path: { id, attendeeId } } }),
        );
        say(
          ...Object.entries(counts)
            .filter(([name, count]) => count > 0 || name === 'planned')
            .map(([name, count]) => `${name.replaceAll('_', ' ')}: ${count}`),
        );
        return 0;
      }),
    );

  addListCommands(attendees, run);
}

function withWho(command: Command): Command {
  return command
    .option('--name <NAME>', 'what they are called')
    .option('--email <ADDRESS>', 'where they are mailed')
    .option('--telephone <NUMBER>', 'where they are called when no mail arrives')
    .option('--zone <ZONE>', 'their time zone')
    .option('--language <TAG>', 'the language of their mails');
}

function lineOf(one: components['schemas']['Attendee']): string {
  const came = one.checked_in_at === null ? '' : '  in';
  return `${one.id}  ${one.code}  ${one.reach}${came}  ${one.name ?? 'no name'} <${one.email ?? 'no address'}>${one.telephone === null ? '' : `  ${one.telephone}`}`;
}
