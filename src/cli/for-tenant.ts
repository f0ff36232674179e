import type { Command } from 'commander';
import type { Tools } from '../compose.ts';
import type { Config } from '../config.ts';
import type { Tenant } from '../domain/tenants/tenant.ts';
import type { ExitCode } from './exit-codes.ts';
import { complain } from './out.ts';

/** Gives a command the option --tenant, and what its own commands run with: the database and whose it is about. */
export function forTenant(
  command: Command,
  configuration: () => Config,
): (work: (tools: Tools, tenant: Tenant) => Promise<ExitCode>) => Promise<void> {
  command.option('--tenant <HOST>', 'whose; needed where there are several tenants');
  return async (work) =>
    (await import('./with-tools.ts')).withTools(configuration(), async (tools) => {
      const tenant = await tools.tenantNamed(command.opts<{ tenant?: string }>().tenant);
      if (tenant) return await work(tools, tenant);
      complain('There is no such tenant, or there are several and --tenant does not say which.');
      return 1;
    });
}
