import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { AUDIT_ACTIONS } from '../domain/audit/audit.ts';
import { example } from './example.ts';
import { forTenant } from './for-tenant.ts';
import { AS_JSON, type ListOptions, complain, sayList } from './out.ts';

/** Adds `adjourn audit` to the program: who did what, when and from where. */
export function addAuditCommand(program: Command, configuration: () => Config): void {
  const command = program
    .command('audit')
    .description('who did what, when and from where, newest first')
    .option('--action <ACTION>', AUDIT_ACTIONS.join(', '))
    .option('--limit <COUNT>', 'how many at most', '100')
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn audit --action signed_in --limit 20'));
  const run = forTenant(command, configuration);
  command.action(({ action, limit, ...options }: ListOptions & { action?: string; limit: string }) =>
    run(async (tools, tenant) => {
      const known = AUDIT_ACTIONS.find((one) => one === action) ?? null;
      if ((action !== undefined && known === null) || !/^[1-9]\d{0,3}$/.test(limit)) {
        complain(`An action is one of ${AUDIT_ACTIONS.join(', ')}, and --limit a number from 1 to 9999.`);
        return 1;
      }
      const { entries } = await tools.house.audit(tenant, { action: known, actor: null, before: null, limit: Number(limit) });
      sayList(entries, options, (one) => {
        const who = one.actorName ?? `${one.actorKind} ${one.actorId}`;
        const about = one.subjectKind === null ? '' : `  ${one.subjectKind} ${one.subjectId}`;
        const details = Object.keys(one.details).length === 0 ? '' : `  ${JSON.stringify(one.details)}`;
        return `${one.at.toString({ smallestUnit: 'second' })}  ${who}  ${one.action}${about}${details}  ${one.network ?? one.cause}`;
      });
      return 0;
    }),
  );
}
