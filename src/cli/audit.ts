import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { AUDIT_ACTIONS } from '../domain/audit/audit.ts';
import { forTenant } from './for-tenant.ts';
import { complain, sayList, sayRecords } from './out.ts';

/** Adds `adjourn audit` to the program: who did what, when and from where. */
export function addAuditCommand(program: Command, configuration: () => Config): void {
  const command = program
    .command('audit')
    .description('who did what, when and from where, newest first')
    .option('--action <ACTION>', AUDIT_ACTIONS.join(', '))
    .option('--limit <COUNT>', 'how many at most', '100')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample: adjourn audit --action signed_in --limit 20');
  const run = forTenant(command, configuration);
  command.action(({ action, limit, json }: { action?: string; limit: string; json?: true }) =>
    run(async (tools, tenant) => {
      const known = AUDIT_ACTIONS.find((one) => one === action) ?? null;
      if ((action !== undefined && known === null) || !/^[1-9]\d{0,3}$/.test(limit)) {
        complain(`An action is one of ${AUDIT_ACTIONS.join(', ')}, and --limit a number from 1 to 9999.`);
        return 1;
      }
      const { entries } = await tools.house.audit(tenant, { action: known, actor: null, before: null, limit: Number(limit) });
      if (json) sayRecords(entries);
      else
        sayList(
          entries.map((one) => {
            const who = one.actorName ?? `${one.actorKind} ${one.actorId}`;
            const about = one.subjectKind === null ? '' : `  ${one.subjectKind} ${one.subjectId}`;
            const details = Object.keys(one.details).length === 0 ? '' : `  ${JSON.stringify(one.details)}`;
            return `${one.at.toString({ smallestUnit: 'second' })}  ${who}  ${one.action}${about}${details}  ${one.network ?? one.cause}`;
          }),
        );
      return 0;
    }),
  );
}
