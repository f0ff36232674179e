import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { forTenant } from './for-tenant.ts';
import { complain, sayList } from './out.ts';

/** Adds `adjourn suppressions …` to the program: addresses that are mailed nothing more. */
export function addSuppressionCommands(program: Command, configuration: () => Config): void {
  const suppressions = program
    .command('suppressions')
    .description('addresses that are mailed nothing more, because a server said they are none');
  const run = forTenant(suppressions, configuration);
  suppressions
    .command('list')
    .description('the latest 1,000 with the words of the server, newest first')
    .action(() =>
      run(async (tools, tenant) => {
        const found = await tools.listSuppressions(tenant);
        sayList(
          found.map(
            ({ address, reason, deliveryId, createdAt }) =>
              `${createdAt.toString({ smallestUnit: 'second' })}  ${address}  delivery ${deliveryId}  ${reason}`,
          ),
        );
        return 0;
      }),
    );
  suppressions
    .command('remove <ADDRESS...>')
    .description('mail them again: what is planned from now on')
    .action((addresses: string[]) =>
      run(async (tools, tenant) => {
        let unknown = 0;
        for (const address of addresses) {
          if (await tools.removeSuppression(tenant, address)) continue;
          complain(`${address} is not suppressed.`);
          unknown += 1;
        }
        return unknown === 0 ? 0 : 1;
      }),
    );
}
