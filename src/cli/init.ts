import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { CreateTenantOutcome, Tools } from '../compose.ts';
import type { Config } from '../config.ts';
import { LANGUAGES } from '../domain/people/people.ts';
import {
  LEAST_PASSWORD,
  type NewTenantFault,
  type NewTenantField,
  type NewTenantFaults,
  type TypedTenant,
  checkNewTenant,
} from '../domain/tenants/new-tenant.ts';
import { example } from './example.ts';
import type { ExitCode } from './exit-codes.ts';
import { complain, say } from './out.ts';

type Options = Omit<TypedTenant, 'password'> & { adminPasswordFile?: string };

const FLAGS: Record<NewTenantField, string> = {
  name: '--name',
  host: '--host',
  zone: '--zone',
  locale: '--locale',
  sender: '--sender',
  adminEmail: '--admin-email',
  adminName: '--admin-name',
  password: '--admin-password-file',
};

/** What each field is, as a person is asked for it. */
const QUESTIONS: Record<NewTenantField, string> = {
  name: 'What the house is called',
  host: 'Host under which people will reach it, e.g. events.example.org',
  zone: 'Its time zone, e.g. Europe/Madrid',
  locale: `Its language (${LANGUAGES.join(', ')})`,
  sender: 'Mailbox that its mails come from, e.g. events@example.org',
  adminEmail: 'Mail address of its administrator',
  adminName: 'Their name',
  password: `Their password, of at least ${LEAST_PASSWORD} characters`,
};

const WRONG: Record<NewTenantFault, string> = {
  missing: 'is missing',
  too_long: 'is at most 100 characters long',
  no_host: 'is a host name, e.g. events.example.org',
  no_zone: 'is a time zone, e.g. Europe/Madrid',
  no_language: `is a language that mails are written in: ${LANGUAGES.join(', ')}, or one of these with a region, e.g. en-GB`,
  no_address: 'is a mail address, e.g. events@example.org',
  password_short: `holds a password of at least ${LEAST_PASSWORD} characters in its first line`,
  password_long: 'holds a password of at most 1,000 characters in its first line',
};

/** Adds `adjourn init` to the program: the first house of an installation, or one more. */
export function addInitCommand(program: Command, configuration: () => Config): void {
  program
    .command('init')
    .description('set up a house: tenant, administrator, first calendar and a key of our own API; asks on a terminal for what no flag says')
    .option('--name <NAME>', 'what the house is called')
    .option('--host <HOST>', 'host under which people reach it, e.g. events.example.org')
    .option('--zone <ZONE>', 'its time zone, e.g. Europe/Madrid')
    .option('--locale <LANGUAGE>', `its language: ${LANGUAGES.join(', ')}`)
    .option('--sender <ADDRESS>', 'mailbox that its mails come from')
    .option('--admin-email <ADDRESS>', 'mail address of its administrator, who signs in with it')
    .option('--admin-name <NAME>', 'what they are called (Administrator)')
    .option('--admin-password-file <FILE>', 'file with their password in its first line; - is standard input')
    .addHelpText(
      'after',
      example(
        'adjourn init',
        'adjourn init --name Harbour --host events.example.org --zone Europe/Madrid --locale en --sender events@example.org --admin-email mina@example.org --admin-password-file -',
      ),
    )
    .action((options: Options) => init(configuration(), options));
}

/** `adjourn init`: asks for what is missing where a person sits at a terminal; elsewhere every fault of the flags is told at once, before anything is opened. */
async function init(config: Config, { adminPasswordFile, ...options }: Options): Promise<void> {
  const read = passwordFrom(adminPasswordFile);
  const typed: TypedTenant = { ...options, ...(read.password !== undefined && { password: read.password }) };
  const checked = checkNewTenant(typed);
  const faults: NewTenantFaults = 'faults' in checked ? checked.faults : {};
  if (read.fault !== undefined) delete faults.password;
  const wrong = read.fault !== undefined || Object.values(faults).some((fault) => fault !== 'missing');
  // What was given and is wrong is told, not asked again: the fault of a script should not hang on a terminal.
  const asks = process.stdin.isTTY && process.stderr.isTTY && !wrong;
  if (!asks && (wrong || Object.keys(faults).length > 0)) {
    tellFaults(faults);
    if (read.fault !== undefined) complain(read.fault);
    process.exitCode = 1;
    return;
  }
  const whole = asks ? await askFor(typed, faults) : typed;
  if (whole === undefined) {
    complain('Nothing was set up.');
    process.exitCode = 1;
    return;
  }
  const { withTools } = await import('./with-tools.ts');
  await withTools(config, async (tools) => tell(config, tools, await tools.createTenant(whole)), { makes: true });
}

/** The first line of a file, or of standard input for `-`, or why there is none; neither where no file is named. */
function passwordFrom(file: string | undefined): { password?: string; fault?: string } {
  if (file === undefined) return {};
  try {
    return { password: readFileSync(file === '-' ? 0 : file, 'utf8').split(/\r?\n/)[0] ?? '' };
  } catch (error) {
    return { fault: `${FLAGS.password} ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.` };
  }
}

function tellFaults(faults: NewTenantFaults): void {
  for (const field of Object.keys(FLAGS) as NewTenantField[]) {
    const fault = faults[field];
    if (fault) complain(`${FLAGS[field]} ${WRONG[fault]}.`);
  }
}

/** Asks for each field that is missing until what is said is right; undefined where the person gave up (Ctrl-C). */
async function askFor(typed: TypedTenant, missing: NewTenantFaults): Promise<TypedTenant | undefined> {
  const [{ default: input }, { default: hidden }] = await Promise.all([import('@inquirer/input'), import('@inquirer/password')]);
  const presets: TypedTenant = { host: 'localhost', zone: Temporal.Now.timeZoneId(), locale: 'en', adminName: 'Administrator' };
  const whole = { ...typed };
  // Questions go where a person reads them, the answer of the command where it is kept.
  const context = { output: process.stderr };
  try {
    for (const field of Object.keys(QUESTIONS) as NewTenantField[]) {
      if (whole[field] !== undefined || (field !== 'adminName' && !missing[field])) continue;
      const question = {
        message: QUESTIONS[field],
        validate(answer: string) {
          const checked = checkNewTenant({ ...whole, [field]: answer });
          const fault = 'faults' in checked ? checked.faults[field] : undefined;
          return fault === undefined || `This ${WRONG[fault].replace(/ in its first line$/, '')}.`;
        },
      };
      whole[field] =
        field === 'password'
          ? await hidden({ ...question, mask: false }, context)
          : await input({ ...question, ...(presets[field] !== undefined && { default: presets[field] }) }, context);
    }
    return whole;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return undefined;
    throw error;
  }
}

function tell(config: Config, tools: Tools, done: CreateTenantOutcome): ExitCode {
  switch (done.outcome) {
    case 'invalid':
      tellFaults(done.faults);
      return 1;
    case 'host_taken':
      complain(`A house is set up for ${done.host} already; nothing was changed. For another one give it another --host.`);
      return 1;
    case 'created':
      say(
        `${done.tenant.name} is set up.`,
        '',
        `Calendar: ${done.calendarId}`,
        `Key of the API, shown here and never again: ${done.key}`,
        '',
        'What to do next:',
        `  1. Start the server: ${config.SMTP_URL === undefined ? 'SMTP_URL=smtp://user:password@mail.example.org:587 ' : ''}npm start`,
        ...(config.SMTP_URL === undefined ? ['     Without SMTP_URL its mails wait; they leave once it is set.'] : []),
        `  2. Open ${tools.publicUrl ?? config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`} under the host ${done.host}.`,
        '  3. Make the first event: docs/install.md shows how.',
        ...(done.besideDemo ? ['', 'The demo is in this database, too: `adjourn demo --remove` takes it out.'] : []),
      );
      return 0;
  }
}
