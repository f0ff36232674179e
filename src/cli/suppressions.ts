import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { example } from './example.ts';
import { forTenant } from './for-tenant.ts';
import { AS_JSON, type ListOptions, complain, sayList } from './out.ts';

/** Adds `adjourn suppressions …` to the program: addresses that are mailed nothing more. */
export function addSuppressionCommands(program: Command, configuration: () => Config): void {
  const suppressions = program
    .command('suppressions')
    .description('addresses that are mailed nothing more, because a server said they are none')
    .addHelpText('after', example('adjourn suppressions list'));
  const run = forTenant(suppressions, configuration);
  suppressions
    .command('list')
    .description('the latest 1,000 with the words of the server, newest first')
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn suppressions list'))
    .action((options: ListOptions) =>
      run(async (tools, tenant) => {
        const found = await tools.house.suppressions(tenant);
        sayList(
          found,
          options,
          ({ address, reason, deliveryId, createdAt }) =>
            `${createdAt.toString({ smallestUnit: 'second' })}  ${address}  ${deliveryId === null ? 'by the house' : `delivery ${deliveryId}`}  ${reason}`,
        );
        return 0;
      }),
    );
  suppressions
    .command('add <ADDRESS>')
    .description('mail an address nothing more, by your own word')
    .option('--reason <WORDS>', 'why, for whoever reads the list')
    .addHelpText('after', example('adjourn suppressions add kenji@example.net --reason "asked for no mail"'))
    .action((address: string, { reason }: { reason?: string }) =>
      run(async (tools, tenant) => {
        const { outcome } = await tools.house.suppress(tenant, address, reason ?? null);
        if (outcome === 'added') return 0;
        complain(outcome === 'no_address' ? `${address} is no mail address.` : `${address} is suppressed already.`);
        return 1;
      }),
    );
  suppressions
    .command('remove <ADDRESS...>')
    .description('mail them again: what is planned from now on')
    .addHelpText('after', example('adjourn suppressions remove ben@example.com'))
    .action((addresses: string[]) =>
      run(async (tools, tenant) => {
        let unknown = 0;
        for (const address of addresses) {
          if (await tools.house.liftSuppression(tenant, address)) continue;
          complain(`${address} is not suppressed.`);
          unknown += 1;
        }
        return unknown === 0 ? 0 : 1;
      }),
    );
}
