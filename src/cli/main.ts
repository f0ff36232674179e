#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepCompiledModules } from '../compile-cache.ts';
import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { complain, inert } from './out.ts';

if (!('Temporal' in globalThis)) {
  complain(`Adjourn runs on Node.js 26, this is ${process.version}. \`npm start\` and \`npx adjourn\` use the right one.`);
  process.exit(1);
}

const root = join(import.meta.dirname, '../..');
keepCompiledModules();
const [{ Command: Program }, { describeEnvironment, readConfig }, { addOperatorCommands }] = await Promise.all([
  import('commander'),
  import('../config.ts'),
  import('./operator-commands.ts'),
]);

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const program = new Program('adjourn')
  .description('An events server for the moment plans change.')
  .version(version)
  .showHelpAfterError()
  // It repeats what was typed.
  .configureOutput({ writeErr: (text) => void process.stderr.write(text.split('\n').map(inert).join('\n')) })
  .addHelpText('after', environmentHelp);

program
  .command('serve')
  .description('run the server: doors, portal, worker and, unless DATABASE_URL is set, the database (what `npm start` does)')
  .action(async () => (await import('./serve.ts')).serve(configuration()));

program
  .command('work')
  .description('hand over mail beside a server that runs elsewhere (with WORKERS=0 there, this does it alone)')
  .action(async () => (await import('./work.ts')).work(configuration()));

program
  .command('migrate')
  .description('bring the database up to this version (`serve` does so by itself)')
  .action(async () => (await import('./migrate.ts')).migrate(configuration()));

program
  .command('demo')
  .description('load the demo data into an empty database; its secrets open doors of a server with DEMO=on')
  .action(async () => (await import('./demo.ts')).demo(configuration()));

program
  .command('explain <EMAIL|EVENT>')
  .description("what became of the notices of a person (an address) or of an event (its number, public UUID or a mail's UID)")
  .action(async (subject: string) => (await import('./explain.ts')).explain(configuration(), subject));

addOperatorCommands(program, configuration);

await program.parseAsync(withoutVainHelp(program, process.argv.slice(2)), { from: 'user' });

/**
 * Help is shown of what there is. Of a command that there is not, `--help` would show that of the program and end with 0, which a script takes for a
 * command that worked: without the flag it is an error, as it should be.
 */
function withoutVainHelp(root: Command, words: string[]): string[] {
  let command: Command | undefined = root;
  for (const word of words.filter((one, index) => index > 0 || !/^(-h|--help)$/.test(one))) {
    if (word.startsWith('-') || command.commands.length === 0) return words;
    command = word === 'help' ? undefined : command.commands.find((one) => one.name() === word);
    if (command === undefined) return word === 'help' ? words : words.filter((one) => !/^(-h|--help)$/.test(one));
  }
  return words;
}

/** The configuration, or the end: every fault on standard error and exit code 1. */
function configuration(): Config {
  const read = readConfig();
  if ('config' in read) return read.config;
  complain('The configuration is not usable:', ...read.faults.map((fault) => `  ${fault}`));
  process.exit(1);
}

function environmentHelp(): string {
  const lines = describeEnvironment().map(({ name, description }) => `  ${name.padEnd(23)}${description}`);
  return `
Environment (in brackets what counts without it):
${lines.join('\n')}

In a checkout call it \`npx adjourn COMMAND\`. Like \`npm start\` that uses the Node.js of the lock file, whichever is installed.`;
}
