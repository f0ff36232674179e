import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { example } from './example.ts';
import { complain, say } from './out.ts';
import { withProgress } from './progress.ts';

/** Adds `adjourn prune` to the program. */
export function addPruneCommand(program: Command, configuration: () => Config): void {
  program
    .command('prune')
    .description(
      'let go the bytes of kept mails, the failed attempts and the tries of webhooks of what ended before a date, never that somebody was told',
    )
    .addHelpText('after', example('adjourn prune --before 2030-01-31'))
    .requiredOption('--before <DATE>', 'YYYY-MM-DD, in UTC; at least a week ago')
    .action(async ({ before }: { before: string }) => {
      const { withTools } = await import('./with-tools.ts');
      await withTools(configuration(), async (tools) => {
        const at = instantOf(before);
        const done = at && (await withProgress('Letting go', () => tools.prune(at)));
        if (done?.outcome === 'pruned') {
          say(
            `Let go ${done.pruned.mails} kept mails, ${done.pruned.attempts} failed attempts and ${done.pruned.webhookTries} tries of webhooks.`,
          );
          return 0;
        }
        complain(done ? 'What is not a week old may still be in use.' : `${before} is no date like 2030-01-31.`);
        return 1;
      });
    });
}

/** The first moment of a day in UTC; undefined where it is none. */
function instantOf(text: string): Temporal.Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toZonedDateTime('UTC').toInstant();
  } catch {
    return undefined;
  }
}
