import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { addressOf } from '../domain/people/address.ts';
import { HOUSE_ROLES, type HouseRole, type Person } from '../domain/people/house.ts';
import { example } from './example.ts';
import { forTenant } from './for-tenant.ts';
import { nameOf } from './name-of.ts';
import { AS_JSON, type ListOptions, complain, say, sayList } from './out.ts';

type Chosen = { role: string; calendars?: string[] };

/** Adds `adjourn people …` and `adjourn two-factor …` to the program: who is of the house, and what each may do. */
export function addPeopleCommands(program: Command, configuration: () => Config): void {
  const people = program
    .command('people')
    .description('people of the house: administrators, organizers of some calendars, the front desk')
    .addHelpText('after', example('adjourn people list'));
  const run = forTenant(people, configuration);

  people
    .command('list')
    .description('all of them, oldest first')
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn people list --json'))
    .action((options: ListOptions) =>
      run(async (tools, tenant) => {
        sayList(await tools.house.people(tenant), options, lineOf);
        return 0;
      }),
    );
  people
    .command('add <ADDRESS>')
    .description('take somebody into the house; they are mailed a link that sets their password, good for a week')
    .requiredOption('--name <NAME>', 'what they are called', nameOf)
    .requiredOption('--role <ROLE>', HOUSE_ROLES.join(', '))
    .option('--calendars <ID...>', 'the calendars that an organizer runs')
    .addHelpText('after', example('adjourn people add omar@example.org --name Omar --role organizer --calendars 12 13'))
    .action((address: string, given: Chosen & { name: string }) =>
      run(async (tools, tenant) => {
        const email = addressOf(address);
        const chosen = chosenBy(given);
        if (email === null) return refuse(`${address} is no mail address.`);
        if (typeof chosen === 'string') return refuse(chosen);
        const done = await tools.house.invite(tenant, { email, fullName: given.name, ...chosen });
        switch (done.outcome) {
          case 'invited':
            say(`Person ${done.person.id} is invited by mail.`);
            return 0;
          case 'email_taken':
            return refuse(`${address} is of the house already.`);
          case 'unknown_calendars':
            return refuse(`There is no calendar ${done.ids.join(', ')}.`);
        }
      }),
    );
  people
    .command('role <PERSON>')
    .description('what somebody, named by number or address, may do from now on')
    .requiredOption('--role <ROLE>', HOUSE_ROLES.join(', '))
    .option('--calendars <ID...>', 'the calendars that an organizer runs')
    .addHelpText('after', example('adjourn people role omar@example.org --role front_desk'))
    .action((who: string, given: Chosen) =>
      run(async (tools, tenant) => {
        const chosen = chosenBy(given);
        if (typeof chosen === 'string') return refuse(chosen);
        const done = await tools.house.updatePerson(tenant, who, chosen);
        switch (done.outcome) {
          case 'updated':
            return 0;
          case 'last_administrator':
            return refuse('They are the last administrator: make somebody else one first.');
          case 'unknown_calendars':
            return refuse(`There is no calendar ${done.ids.join(', ')}.`);
          case 'email_taken':
          case 'not_found':
            return refuse(NOBODY);
        }
      }),
    );
  people
    .command('remove <PERSON>')
    .description('take somebody out of the house; what they did stays in the histories')
    .addHelpText('after', example('adjourn people remove omar@example.org'))
    .action((who: string) =>
      run(async (tools, tenant) => {
        const { outcome } = await tools.house.removePerson(tenant, who);
        if (outcome === 'removed') return 0;
        return refuse(outcome === 'not_found' ? NOBODY : 'They are the last administrator: make somebody else one first.');
      }),
    );
  people
    .command('reset-password <PERSON>')
    .description('have somebody of the house, or a customer with an account, set a new password; they are mailed a link, and signed out')
    .addHelpText('after', example('adjourn people reset-password mina@example.org'))
    .action((who: string) =>
      run(async (tools, tenant): Promise<0 | 1> => answered(await tools.house.requirePassword(tenant, who), 'required')),
    );

  const twoFactor = program
    .command('two-factor')
    .description('the second factor of people who sign in')
    .addHelpText('after', example('adjourn two-factor disable mina@example.org'));
  const runFor = forTenant(twoFactor, configuration);
  twoFactor
    .command('disable <PERSON>')
    .description('for somebody who lost their device, once you are sure who asks: the password is enough again')
    .addHelpText('after', example('adjourn two-factor disable mina@example.org'))
    .action((who: string) => runFor(async (tools, tenant) => answered(await tools.house.disableTwoFactor(tenant, who), 'disabled')));
}

const NOBODY = 'There is nobody of that number or address: `adjourn people list` shows all of the house.';

function answered({ outcome }: { outcome: string }, done: string): 0 | 1 {
  return outcome === done ? 0 : refuse(NOBODY);
}

function refuse(sentence: string): 1 {
  complain(sentence);
  return 1;
}

function chosenBy({ role, calendars = [] }: Chosen): { role: HouseRole; calendarIds: number[] } | string {
  const known = HOUSE_ROLES.find((one) => one === role);
  if (known === undefined) return `A role is one of ${HOUSE_ROLES.join(', ')}.`;
  if (known === 'organizer' && calendars.length === 0) return 'An organizer runs calendars: name them with --calendars.';
  if (!calendars.every((one) => /^[1-9]\d{0,14}$/.test(one))) return 'A calendar is named by its number.';
  return { role: known, calendarIds: calendars.map(Number) };
}

function lineOf({ id, email, fullName, role, calendarIds, active, hasPassword, hasTwoFactor }: Person): string {
  const calendars = calendarIds.length === 0 ? '' : ` of ${calendarIds.join(', ')}`;
  const marks = [active ? null : 'suspended', hasPassword ? null : 'no password yet', hasTwoFactor ? 'second factor' : null];
  return [id, email, fullName, `${role ?? 'no role'}${calendars}`, ...marks.filter((mark) => mark !== null)].join('  ');
}
