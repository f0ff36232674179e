import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { done, everyRow, overApi } from './client.ts';
import { example } from './example.ts';
import { nameOf } from './name-of.ts';
import { AS_JSON, type ListOptions, say, sayJson, sayList } from './out.ts';

type Given = ListOptions & { name: string; zone?: string; organizer?: string; replyTo?: string };

/** Adds `adjourn calendars …` to the program: sets of events. */
export function addCalendarCommands(program: Command, configuration: () => Config): void {
  const calendars = program
    .command('calendars')
    .description('sets of events, each with a zone and with who runs them')
    .addHelpText('after', example('adjourn calendars list'));
  const run = overApi(calendars, configuration);

  calendars
    .command('list')
    .description('all of them, oldest first')
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn calendars list --json'))
    .action((options: ListOptions) =>
      run(async (client) => {
        const all = await everyRow(async (page) =>
          done(await client.GET('/api/v1/calendars', { params: { query: { limit: 200, ...page } } })),
        );
        sayList(
          all,
          options,
          ({ id, name, zone, organizer_name: organizer }) => `${id}  ${name}  ${zone}${organizer ? `  ${organizer}` : ''}`,
        );
        return 0;
      }),
    );
  calendars
    .command('create')
    .description('make one')
    .requiredOption('--name <NAME>', 'what it is called', nameOf)
    .option('--zone <ZONE>', 'where its clocks are, like Europe/Madrid; unless told, those of the house')
    .option('--organizer <NAME>', 'who runs what is in it, unless an event says otherwise')
    .option('--reply-to <ADDRESS>', 'where answers to the mails of those events go')
    .option('--json', 'as JSON: the calendar')
    .addHelpText('after', example('adjourn calendars create --name Roof --zone Europe/Madrid --organizer Mina'))
    .action(({ name, zone, organizer, replyTo, json }: Given) =>
      run(async (client) => {
        const body = {
          name,
          ...(zone !== undefined && { zone }),
          ...(organizer !== undefined && { organizer_name: organizer }),
          ...(replyTo !== undefined && { reply_to: replyTo }),
        };
        const made = done(await client.POST('/api/v1/calendars', { body }));
        if (json) sayJson(made);
        else say(`Calendar ${made.id} is made.`);
        return 0;
      }),
    );
}
