import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Command } from 'commander';
import { done, type overApi } from './client.ts';
import { example } from './example.ts';
import { complain, say } from './out.ts';

/** Adds what is done with a whole list: `adjourn attendees import` and `export`. */
export function addListCommands(attendees: Command, run: ReturnType<typeof overApi>): void {
  attendees
    .command('import <EVENT> <FILE>')
    .description('seat everybody of a CSV file or an .ics, all of them or nobody; who is there already is passed over')
    .option('--dry-run', 'say what would happen, and do nothing')
    .option('--no-notify', 'mail nobody: they know it already')
    .addHelpText('after', example('adjourn attendees import 77 people.csv --dry-run'))
    .action((id: string, file: string, { dryRun = false, notify }: { dryRun?: boolean; notify: boolean }) =>
      run(async (api) => {
        const type = extname(file).toLowerCase() === '.ics' ? 'text/calendar' : 'text/csv';
        const bytes = await readFile(file);
        const answer = await api.POST('/api/v1/events/{id}/attendees/import', {
          params: { path: { id }, query: { notify, dry_run: dryRun } },
          headers: { 'content-type': type },
          body: '',
          bodySerializer: () => bytes,
        });
        const { rows = [], faults = 0 } = answer.error ?? {};
        complain(...rows.map(({ row, column, reason }) => `row ${row}${column === '' ? '' : `, ${column}`}: ${reason}`));
        if (faults > rows.length) complain(`… and ${faults - rows.length} more.`);
        const { added, skipped, notices, ignored_columns: ignored } = done(answer);
        say(`${dryRun ? 'Would add' : 'Added'} ${added}, ${skipped} are there already, ${notices} mails.`);
        if (ignored.length > 0) say(`Left out: ${ignored.join(', ')}.`);
        return 0;
      }),
    );

  attendees
    .command('export <EVENT>')
    .description('all of them as CSV')
    .option('--to <FILE>', 'into a file instead of the terminal')
    .addHelpText('after', example('adjourn attendees export 77 --to people.csv'))
    .action((id: string, { to }: { to?: string }) =>
      run(async (api) => {
        const text = done(await api.GET('/api/v1/events/{id}/attendees.csv', { params: { path: { id } }, parseAs: 'text' }));
        await writeLines(text, to);
        return 0;
      }),
    );
}

/** A text of lines, into a file or on standard output. */
export async function writeLines(text: string, file: string | undefined): Promise<void> {
  if (file === undefined) say(...text.trimEnd().split('\r\n'));
  else await writeFile(file, text);
}
