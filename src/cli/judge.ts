import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { type Judged, judgeMail } from '../inbound/judge-mail.ts';
import { example } from './example.ts';
import { AS_JSON, type ListOptions, complainOf, sayList } from './out.ts';

/** Adds `adjourn judge` to the program: what mails are that came back. It opens no database, and changes nothing. */
export function addJudgeCommand(program: Command): void {
  program
    .command('judge <FILE...>')
    .description(
      'what mails (.eml) that came back are: a bounce and whether its mailbox is gone, a delay, a complaint, an answer to an invitation',
    )
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn judge returned.eml'))
    .action(async (files: string[], options: ListOptions) => {
      try {
        const judged = await Promise.all(
          files.map(async (file) => ({ file: basename(file), ...plain(await judgeMail(await readFile(file))) })),
        );
        sayList(judged, options, (one) => `${one.file}  ${sentenceOf(one)}`);
      } catch (error) {
        complainOf(error);
        process.exitCode = 1;
      }
    });
}

/** As it is told: instants as RFC 3339. */
function plain(judged: Judged) {
  if (judged.kind !== 'reply' && judged.kind !== 'counter') return judged;
  const { proposed, dtstamp } = judged;
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString();
  const startsAt = proposed && at(proposed.startsAt);
  return {
    ...judged,
    dtstamp: at(dtstamp),
    proposed: proposed && { startsAt, endsAt: proposed.endsAt === null ? null : at(proposed.endsAt) },
  };
}

function sentenceOf(judged: ReturnType<typeof plain>): string {
  switch (judged.kind) {
    case 'bounce':
      return `bounce of ${judged.recipient ?? 'nobody named'}, ${judged.noMailbox ? 'whose mailbox is gone' : 'this mail alone'}: ${judged.words}`;
    case 'complaint':
      return `complaint of ${judged.recipient ?? 'nobody named'}`;
    case 'reply':
      return `${judged.attendee}: ${judged.status}, to SEQUENCE ${judged.sequence} of ${judged.uid}`;
    case 'counter':
      return `${judged.attendee} would rather have ${judged.proposed?.startsAt ?? 'another time'}, of ${judged.uid}`;
    case 'delay':
      return 'delay: somebody is still trying';
    case 'auto_reply':
      return 'automatic reply';
    case 'other':
      return 'none of these: a person wrote it, or nobody can tell';
  }
}
