import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { CLIENTS, type Showing, holdCourt } from '../court/hold-court.ts';
import { readMail } from '../mime/read-mail.ts';
import { example } from './example.ts';
import type { ExitCode } from './exit-codes.ts';
import { AS_JSON, type ListOptions, complain, complainOf, say, sayJson } from './out.ts';

/** Adds `adjourn court` to the program: what calendars make of mails, anybody's, and which rules the mails break. It opens no database. */
export function addCourtCommand(program: Command): void {
  program
    .command('court <FILE...>')
    .description('what four kinds of calendar client show after reading mails (.eml, in the order given), and which rules the mails break')
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn court invite.eml cancel.eml'))
    .action(async (files: string[], options: ListOptions) => {
      process.exitCode = await judge(files, options);
    });
}

async function judge(files: string[], { json }: ListOptions): Promise<ExitCode> {
  let mails;
  try {
    mails = await Promise.all(files.map(async (file) => readMail(await readFile(file))));
  } catch (error) {
    complainOf(error);
    return 1;
  }
  const { showings, faults } = holdCourt(mails);
  const named = faults.map(({ index, rule, says }) => ({ file: basename(files[index] ?? ''), rule, says }));
  if (json) sayJson({ showings: showings.map((one) => ({ ...one, entries: one.entries.map(plain) })), faults: named });
  else say(...showings.flatMap(linesOf), ...(named.length === 0 ? ['No rule is broken.'] : []));
  if (named.length === 0) return 0;
  if (!json) complain(...named.map(({ file, rule, says }) => `${file}: ${says} (${rule})`));
  return 1;
}

function linesOf({ reader, client, entries }: Showing, index: number): string[] {
  const shows = entries.map((entry) => {
    const { startsAt, endsAt, summary, sequence } = plain(entry);
    return `${startsAt ?? 'at no time'} to ${endsAt ?? 'no end'}  ${summary ?? 'untitled'}  (SEQUENCE ${sequence})`;
  });
  const [first = 'nothing', ...more] = shows;
  return [
    ...(index % CLIENTS.length === 0 ? [reader] : []),
    `  ${client.padEnd(14)}${first}`,
    ...more.map((line) => ' '.repeat(16) + line),
  ];
}

/** An entry as it is told: instants as RFC 3339. */
function plain({ uid, recurrenceId, sequence, startsAt, endsAt, summary, location, status }: Showing['entries'][number]) {
  const at = (ms: number | null) => (ms === null ? null : Temporal.Instant.fromEpochMilliseconds(ms).toString());
  return { uid, recurrenceId, sequence, startsAt: at(startsAt), endsAt: at(endsAt), summary, location, status };
}
