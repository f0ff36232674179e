import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { example } from './example.ts';
import { forTenant } from './for-tenant.ts';
import { complain, say, sayJson } from './out.ts';

/** Adds `adjourn forget` and `adjourn export-person` to the program: what is kept of a person, and its end. */
export function addPrivacyCommands(program: Command, configuration: () => Config): void {
  const forget = program
    .command('forget <ADDRESS>')
    .description('take names, addresses and all else that is kept of a person out, for good; sums and proofs stay without them')
    .option('--yes', 'give seats of events to come back first')
    .addHelpText('after', example('adjourn forget kenji@example.net', 'adjourn forget kenji@example.net --yes'));
  const runForget = forTenant(forget, configuration);
  forget.action((address: string, { yes = false }: { yes?: boolean }) =>
    runForget(async (tools, tenant) => {
      const done = await tools.house.forget(tenant, address, yes);
      switch (done.outcome) {
        case 'forgotten': {
          const { counts, givenBack } = done;
          say(`${address} is forgotten.`, ...(givenBack > 0 ? [`${givenBack} seats of events to come were given back.`] : []));
          for (const [what, count] of Object.entries(counts)) say(`  ${String(count).padStart(6)}  ${what.replaceAll('_', ' ')}`);
          return 0;
        }
        case 'has_seats':
          complain(`They have seats of events to come; with --yes these are given back, and nobody tells them:`);
          for (const { title, startsAt } of done.seats) complain(`  ${startsAt.toString({ smallestUnit: 'second' })}  ${title}`);
          return 1;
        case 'last_administrator':
          complain('They are the last administrator: make somebody else one first.');
          return 1;
        case 'busy':
          complain('A mail to them is on its way at this moment. Try again in a minute.');
          return 1;
        case 'not_found':
          complain(`Nothing is kept of ${address}.`);
          return 1;
        case 'no_address':
          complain(`${address} is no mail address.`);
          return 1;
      }
    }),
  );

  const exporting = program
    .command('export-person <ADDRESS>')
    .description('everything that is kept of a person, as JSON')
    .addHelpText('after', example('adjourn export-person kenji@example.net'));
  const runExport = forTenant(exporting, configuration);
  exporting.action((address: string) =>
    runExport(async (tools, tenant) => {
      const done = await tools.house.exportPerson(tenant, address);
      if (done.outcome === 'exported') {
        sayJson(done.data);
        return 0;
      }
      complain(done.outcome === 'no_address' ? `${address} is no mail address.` : `Nothing is kept of ${address}.`);
      return 1;
    }),
  );
}
