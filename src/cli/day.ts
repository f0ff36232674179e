import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { components } from '../client/index.ts';
import type { Config } from '../config.ts';
import { writeLines } from './attendee-lists.ts';
import { done, everyRow, overApi } from './client.ts';
import { example } from './example.ts';
import { numberGiven } from './number-of.ts';
import { AS_JSON, type ListOptions, complain, say, sayList } from './out.ts';

type MessageTo = components['schemas']['NewMessage']['to'];

/** Adds what one does on the day: `adjourn call-list`, `message`, `check-in` and `undo-check-in`. */
export function addDayCommands(program: Command, configuration: () => Config): void {
  const callList = program
    .command('call-list <EVENT>')
    .description('whom waiting does not help: name, telephone number, and why no mail reached them')
    .option('--csv', 'as CSV')
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn call-list 77'));
  const runCallList = overApi(callList, configuration);
  callList.action((id: string, { csv, ...options }: ListOptions & { csv?: true }) =>
    runCallList(async (api) => {
      if (csv) {
        const query = { format: 'csv' as const };
        const text = done(await api.GET('/api/v1/events/{id}/call-list', { params: { path: { id }, query }, parseAs: 'text' }));
        await writeLines(String(text), undefined);
        return 0;
      }
      const all = await everyRow(async (page) => {
        const query = { limit: 200, format: 'json' as const, ...page };
        return done(
          await api.GET('/api/v1/events/{id}/call-list', { params: { path: { id }, query } }),
        ) as components['schemas']['CallList'];
      });
      sayList(all, options, (one) =>
        `${one.name ?? 'no name'}  ${one.telephone ?? 'no number'}  ${one.why}  ${one.last_reply ?? ''}`.trimEnd(),
      );
      return 0;
    }),
  );

  const message = program
    .command('message <EVENT>')
    .description('mail your own words to those of an event, each address once')
    .requiredOption('--subject <WORDS>', 'on one line')
    .option('--text <WORDS>', 'what it says')
    .option('--file <FILE>', 'a file that holds what it says')
    .option('--to <WHOM>', 'all, not_reached, checked_in, not_checked_in or waiting', 'all')
    .addHelpText('after', example('adjourn message 77 --subject "Doors open at nine" --text "Please come by the north gate."'));
  const runMessage = overApi(message, configuration);
  message.action((id: string, { subject, text, file, to }: { subject: string; text?: string; file?: string; to: MessageTo }) =>
    runMessage(async (api) => {
      if ((text === undefined) === (file === undefined)) {
        complain('Give what it says by --text or by --file.');
        return 1;
      }
      const body = { subject, text: text ?? (await readFile(file ?? '', 'utf8')), to };
      const sent = done(await api.POST('/api/v1/events/{id}/messages', { params: { path: { id } }, body }));
      say(`${sent.recipients} are mailed, ${sent.no_address} have no address (change ${sent.change_id}).`);
      return 0;
    }),
  );

  const checkIn = program
    .command('check-in <CODE>')
    .description('let the holder of a code in, once')
    .option('--event <ID>', 'only to this event', numberGiven)
    .addHelpText('after', example('adjourn check-in K7M2QX9B --event 77'));
  const runCheckIn = overApi(checkIn, configuration);
  checkIn.action((code: string, { event }: { event?: number }) =>
    runCheckIn(async (api) => {
      const found = done(await api.POST('/api/v1/check-ins', { body: { code, ...(event !== undefined && { event }) } }));
      const who = `${found.name ?? 'Somebody'}, ${found.event_title}`;
      if (found.outcome === 'checked_in') {
        say(`${who}: in (check-in ${found.check_in_id}).`);
        return 0;
      }
      complain(`${who}: ${whyNot(found)}.`);
      return 1;
    }),
  );

  const undo = program
    .command('undo-check-in <CHECK_IN>')
    .description('take a check-in back, so that its code lets in again')
    .addHelpText('after', example('adjourn undo-check-in 12'));
  const runUndo = overApi(undo, configuration);
  undo.action((id: string) =>
    runUndo(async (api) => {
      done(await api.DELETE('/api/v1/check-ins/{id}', { params: { path: { id } } }));
      return 0;
    }),
  );
}

function whyNot({ outcome, checked_in_at, checked_in_by: by, check_in_id }: components['schemas']['CheckedIn']): string {
  if (outcome === 'other_event') return 'this code is for another event';
  if (outcome === 'cancelled') return 'the seat was given back, or the event is cancelled';
  return `came in at ${checked_in_at}, by ${by?.name ?? `${by?.kind} ${by?.id}`} (check-in ${check_in_id})`;
}
