import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { example } from './example.ts';
import { complainOf, say } from './out.ts';
import { withProgress } from './progress.ts';

/** Adds `adjourn backup` and `adjourn restore` to the program. */
export function addBackupCommands(program: Command, configuration: () => Config): void {
  program
    .command('backup <FILE>')
    .description('write the embedded database, as it stands, and its secret key to one file, while the server runs')
    .addHelpText('after', example('adjourn backup /backups/monday.tar'))
    .action((file: string) =>
      telling(async () => {
        const { backUpTo } = await import('../compose-backup.ts');
        const { secretKey } = await withProgress('Backing up', () => backUpTo(configuration(), resolve(file)));
        say(`Backed up to ${resolve(file)}.`);
        if (secretKey === 'included') say('It holds the secret key and everybody’s data: keep it as you keep those.');
        else say('SECRET_KEY is not in it: keep that, too, or what is sealed with it cannot be read.');
      }),
    );
  program
    .command('restore <FILE>')
    .description(
      'put a backup into an empty DATA_DIR that no server uses; nothing is touched before the whole file is compared with its checksums',
    )
    .option('--force', 'what DATA_DIR holds is moved aside, and kept')
    .option('--hold-mail', 'what waited when the backup was made waits until `adjourn mail release`')
    .addHelpText('after', example('DATA_DIR=./restored adjourn restore /backups/monday.tar --hold-mail'))
    .action((file: string, { force = false, holdMail = false }: { force?: boolean; holdMail?: boolean }) =>
      telling(async () => {
        const { restoreFrom } = await import('../compose-backup.ts');
        const config = configuration();
        const done = await withProgress('Restoring', () => restoreFrom(config, resolve(file), { force, holdMail }));
        say(`Restored into ${config.DATA_DIR} as of ${done.about.createdAt}.`);
        for (const path of done.aside) say(`What was there is at ${path}.`);
        if (done.about.secretKey === 'elsewhere') say('SECRET_KEY is not in it: set the one that the server had.');
        if (done.held > 0) say(`Held back: ${done.held}. \`adjourn mail release\` lets them go.`);
        else if (done.waiting > 0)
          say(
            `Waiting to be told: ${done.waiting}. Those that were sent after the backup are sent again by the next server; restore with --hold-mail to look first.`,
          );
      }),
    );
}

async function telling(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    complainOf(error);
    process.exitCode = 1;
  }
}
