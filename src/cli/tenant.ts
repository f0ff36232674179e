import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { readTenantChanges } from '../domain/tenants/tenant-changes.ts';
import { example } from './example.ts';
import { forTenant } from './for-tenant.ts';
import { complain, say, sayJson } from './out.ts';

type Given = { name?: string; zone?: string; locale?: string; sender?: string; currency?: string; hosts?: string[] };

/** Adds `adjourn tenant …` to the program: what a house is called, where it is, how it writes and by which hosts it is reached. */
export function addTenantCommands(program: Command, configuration: () => Config): void {
  const tenants = program
    .command('tenant')
    .description('what a house is called, where it is, how it writes, and by which hosts it is reached')
    .addHelpText('after', example('adjourn tenant show'));
  const run = forTenant(tenants, configuration);
  tenants
    .command('show')
    .description('all of it')
    .option('--json', 'as JSON')
    .addHelpText('after', example('adjourn tenant show'))
    .action(({ json }: { json?: true }) =>
      run(async (tools, tenant) => {
        const { id, name, zone, locale, senderMailbox: sender, currency, hosts } = await tools.house.show(tenant);
        const shown = { id, name, zone, locale, sender, currency, hosts };
        if (json) sayJson(shown);
        else say(...Object.entries({ ...shown, hosts: hosts.join(', ') || 'any' }).map(([key, value]) => `${key.padEnd(9)}${value}`));
        return 0;
      }),
    );
  tenants
    .command('set')
    .description('change what is named; counts from the next request on. Events that were made keep their organizer’s mailbox')
    .option('--name <NAME>', 'what it is called')
    .option('--zone <ZONE>', 'where it is, like Europe/Madrid')
    .option('--locale <LOCALE>', 'the language of whoever has none of their own, like en or de-AT')
    .option('--sender <ADDRESS>', 'the mailbox that mails come from')
    .option('--currency <CODE>', 'three letters, like EUR')
    .option('--hosts <HOST...>', 'the hosts that mean it, all of them')
    .addHelpText('after', example('adjourn tenant set --name "Harbour Loft" --zone Europe/Madrid --hosts loft.example.org'))
    .action(({ sender, ...given }: Given) =>
      run(async (tools, tenant) => {
        const read = readTenantChanges({ ...given, ...(sender !== undefined && { senderMailbox: sender }) });
        if ('wrong' in read) {
          complain(...read.wrong.map(({ name, wanted }) => `${name === 'senderMailbox' ? 'sender' : name} must be ${wanted}.`));
          return 1;
        }
        const done = await tools.house.change(tenant, read.changes);
        if (done.outcome === 'updated') return 0;
        complain(`Another tenant has the host ${done.hosts.join(', ')}.`);
        return 1;
      }),
    );
}
