import { Command } from 'commander';
import { type Config, describeEnvironment } from '../config.ts';
import { example } from './example.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { addInitCommand } from './init.ts';
import { addOperatorCommands } from './operator-commands.ts';
import { AS_JSON, type ListOptions, inert } from './out.ts';

/** The whole command line; nothing is opened before a command runs. `configuration` ends the process where it is not usable. */
export function buildProgram(version: string, configuration: () => Config): Command {
  const program = new Command('adjourn')
    .description('An events server for the moment plans change.')
    .version(version)
    .showHelpAfterError()
    // It repeats what was typed.
    .configureOutput({ writeErr: (text) => void process.stderr.write(text.split('\n').map(inert).join('\n')) })
    .addHelpText('after', example('adjourn serve', 'adjourn explain ben@example.com') + environmentHelp());

  program
    .command('serve')
    .description('run the server: doors, portal, worker and, unless DATABASE_URL is set, the database (what `npm start` does)')
    .addHelpText('after', example('SMTP_URL=smtp://mail.example.org adjourn serve'))
    .action(async () => (await import('./serve.ts')).serve(configuration()));

  program
    .command('work')
    .description('hand over mail beside a server that runs elsewhere (with WORKERS=0 there, this does it alone)')
    .addHelpText('after', example('DATABASE_URL=postgres://db.example.org/adjourn adjourn work'))
    .action(async () => (await import('./work.ts')).work(configuration()));

  addInitCommand(program, configuration);

  program
    .command('migrate')
    .description('bring the database up to this version (`serve` does so by itself)')
    .addHelpText('after', example('adjourn migrate'))
    .action(async () => (await import('./migrate.ts')).migrate(configuration()));

  program
    .command('demo')
    .description('load the demo data into an empty database; its secrets open doors of a server with DEMO=on')
    .option('--remove', 'take it out again, with all that was made in it; other tenants stay')
    .addHelpText('after', example('adjourn demo', 'adjourn demo --remove'))
    .action(async (options: { remove?: boolean }) => (await import('./demo.ts')).demo(configuration(), options));

  program
    .command('explain <EMAIL|EVENT>')
    .description("what became of the notices of a person (an address) or of an event (its number, public UUID or a mail's UID)")
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn explain ben@example.com', 'adjourn explain 345'))
    .action(async (subject: string, options: ListOptions) => (await import('./explain.ts')).explain(configuration(), subject, options));

  addOperatorCommands(program, configuration);
  return program;
}

/**
 * What was typed, made to fail where it should. Help is shown of what there is. Of a command that there is not, `--help` would show that of the program
 * and end with 0, which a script takes for a command that worked: without the flag it is an error, as it should be.
 */
export function withoutVainHelp(root: Command, words: string[]): string[] {
  let command: Command | undefined = root;
  for (const word of words.filter((one, index) => index > 0 || !/^(-h|--help)$/.test(one))) {
    if (word.startsWith('-') || command.commands.length === 0) return words;
    command = word === 'help' ? undefined : command.commands.find((one) => one.name() === word);
    if (command === undefined) return word === 'help' ? words : words.filter((one) => !/^(-h|--help)$/.test(one));
  }
  return words;
}

function environmentHelp(): string {
  const variables = describeEnvironment().map(({ name, description }) => `  ${name.padEnd(23)}${description}`);
  const codes = Object.entries(EXIT_CODES).map(([code, meaning]) => `  ${code.padEnd(23)}${meaning}`);
  return `

Environment (in brackets what counts without it):
${variables.join('\n')}

Exit codes:
${codes.join('\n')}

In a checkout call it \`npx adjourn COMMAND\`. Like \`npm start\` that uses the Node.js of the lock file, whichever is installed.`;
}
