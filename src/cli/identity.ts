import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { example } from './example.ts';
import { say } from './out.ts';

/** Adds `adjourn identity` to the program: the SECRET_KEY and PUBLIC_URL that all processes on a database share. */
export function addIdentityCommand(program: Command, configuration: () => Config): void {
  const identity = program
    .command('identity')
    .description('the SECRET_KEY and PUBLIC_URL that all processes on a database share')
    .addHelpText('after', example('adjourn identity take'));
  identity
    .command('take')
    .description('those of this environment count from now on; servers and workers that have others do not start any more')
    .addHelpText('after', example('PUBLIC_URL=https://events.example.org adjourn identity take'))
    .action(async () => {
      const { withTools } = await import('./with-tools.ts');
      await withTools(
        configuration(),
        async ({ publicUrl }) => {
          say(`This SECRET_KEY counts from now on; links in mails lead to ${publicUrl ?? 'where the next server listens'}.`);
          return 0;
        },
        { takesIdentity: true },
      );
    });
}
