import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { AdjournClient } from '../client/index.ts';
import { done } from './client.ts';
import { example } from './example.ts';
import type { ExitCode } from './exit-codes.ts';
import { momentOf } from './moment.ts';
import { say, sayJson } from './out.ts';

type AsJson = { json?: true };
type Words = AsJson & { reason?: string; message?: string };

const people = (notices: number) => `${notices} ${notices === 1 ? 'person is' : 'people are'} owed a notice`;

/** Adds what becomes of an event: `adjourn events publish`, `cancel`, `reschedule` and `copy`. */
export function addEventChangeCommands(events: Command, run: (work: (client: AdjournClient) => Promise<ExitCode>) => Promise<void>): void {
  events
    .command('publish <ID>')
    .description('make a draft visible, and mail everybody who has a seat at it; a repeat does nothing')
    .option('--json', 'as JSON: the event, and in notices how many people are owed one')
    .addHelpText('after', example('adjourn events publish 78'))
    .action((id: string, { json }: AsJson) =>
      run(async (client) => {
        const data = done(await client.POST('/api/v1/events/{id}/publish', { params: { path: { id } } }));
        if (json) sayJson(data);
        else say(`Event ${data.id} is published; ${people(data.notices)}.`);
        return 0;
      }),
    );
  events
    .command('picture <ID> <FILE>')
    .description('give an event a picture (PNG, JPEG, GIF or WebP, at most 2 MiB), or `none`')
    .addHelpText('after', example('adjourn events picture 78 roof.jpg', 'adjourn events picture 78 none'))
    .action((id: string, file: string) =>
      run(async (client) => {
        const params = { path: { id } };
        if (file === 'none') done(await client.DELETE('/api/v1/events/{id}/image', { params }));
        else {
          const bytes = await readFile(file);
          const sent = { bodySerializer: () => bytes, headers: { 'content-type': 'image/png' } };
          done(await client.PUT('/api/v1/events/{id}/image', { params, body: '', ...sent }));
        }
        say(file === 'none' ? `Event ${id} has no picture any more.` : `Event ${id} has that picture now.`);
        return 0;
      }),
    );
  events
    .command('cancel <ID>')
    .description('call it off and tell everybody who has a seat; a repeat tells nobody')
    .option('--reason <WORDS>', 'why, in words that they are mailed')
    .option('--message <WORDS>', 'more words to them, below the reason')
    .option('--json', 'as JSON: the change, and in notices how many people are owed one')
    .addHelpText('after', example('adjourn events cancel 78 --reason "The roof leaks"'))
    .action((id: string, { reason, message, json }: Words) =>
      run(async (client) => {
        const data = done(
          await client.POST('/api/v1/events/{id}/cancellations', {
            params: { path: { id } },
            body: { reason: reason ?? null, message: message ?? null },
          }),
        );
        if (json) sayJson(data);
        else
          say(
            data.outcome === 'cancelled'
              ? `Event ${data.event_id} is cancelled; ${people(data.notices)}.`
              : 'It is cancelled already; nobody is told again.',
          );
        return 0;
      }),
    );
  events
    .command('reschedule <ID>')
    .description('move it and tell everybody who has a seat; the same times again tell nobody')
    .requiredOption('--starts <MOMENT>', 'by RFC 3339, or on the clocks of its zone: "2030-05-01 14:00"')
    .option('--ends <MOMENT>', 'likewise; unless told, it lasts as long as before')
    .option('--zone <ZONE>', 'where its clocks are from now on')
    .option('--reason <WORDS>', 'why, in words that they are mailed')
    .option('--message <WORDS>', 'more words to them, below the reason')
    .option('--json', 'as JSON: the change, and in notices how many people are owed one')
    .addHelpText('after', example('adjourn events reschedule 78 --starts 2030-05-02T14:00 --reason Wind'))
    .action((id: string, given: Words & { starts: string; ends?: string; zone?: string }) =>
      run(async (client) => {
        const { reason, message, json } = given;
        const path = { params: { path: { id } } };
        const event = done(await client.GET('/api/v1/events/{id}', path));
        const zone = given.zone ?? event.zone;
        const data = done(
          await client.POST('/api/v1/events/{id}/reschedules', {
            ...path,
            body: {
              starts_at: momentOf(given.starts, zone),
              ...(given.ends !== undefined && { ends_at: momentOf(given.ends, zone) }),
              ...(given.zone !== undefined && { zone: given.zone }),
              reason: reason ?? null,
              message: message ?? null,
            },
          }),
        );
        if (json) sayJson(data);
        else
          say(
            data.outcome === 'rescheduled'
              ? `Event ${data.event_id} is moved; ${people(data.notices)}.`
              : 'It is then already; nobody is told.',
          );
        return 0;
      }),
    );
  events
    .command('copy <ID>')
    .description('make a draft like it at another time, with its ticket types and nobody in it')
    .requiredOption('--starts <MOMENT>', 'by RFC 3339, or on the clocks of its zone: "2030-06-05 14:00"')
    .option('--ends <MOMENT>', 'likewise; unless told, it lasts as long')
    .option('--title <TITLE>', 'another title')
    .option('--json', 'as JSON: the copy')
    .addHelpText('after', example('adjourn events copy 78 --starts 2030-06-05T14:00'))
    .action((id: string, { starts, ends, title, json }: AsJson & { starts: string; ends?: string; title?: string }) =>
      run(async (client) => {
        const path = { params: { path: { id } } };
        const event = done(await client.GET('/api/v1/events/{id}', path));
        const data = done(
          await client.POST('/api/v1/events/{id}/copy', {
            ...path,
            body: {
              starts_at: momentOf(starts, event.zone),
              ...(ends !== undefined && { ends_at: momentOf(ends, event.zone) }),
              ...(title !== undefined && { title }),
            },
          }),
        );
        if (json) sayJson(data);
        else say(`Event ${data.id} is a draft like it.`);
        return 0;
      }),
    );
}
