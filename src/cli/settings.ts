import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { SETTINGS, settingNamed } from '../domain/tenants/settings.ts';
import { settingsOf } from '../domain/tenants/tenant.ts';
import { forTenant } from './for-tenant.ts';
import { complain, say } from './out.ts';

/** Adds `adjourn settings …` to the program: what a tenant decides about itself. */
export function addSettingCommands(program: Command, configuration: () => Config): void {
  const settings = program.command('settings').description('what a tenant decides about itself');
  const run = forTenant(settings, configuration);
  const change = (name: string, text: string | null) =>
    run(async (tools, tenant) => {
      const done = await tools.house.changeSetting(tenant, name, text);
      if (done.outcome === 'changed') return 0;
      const values = done.wrong[0]?.values ?? null;
      complain(values === null ? 'There is no such setting: `adjourn settings list` shows all.' : `${name} is ${values}.`);
      return 1;
    });

  settings
    .command('list')
    .description('all of them, with what counts now')
    .action(() =>
      run(async (_tools, tenant) => {
        for (const [name, value] of Object.entries(settingsOf(tenant))) {
          const setting = settingNamed(name);
          if (!setting) continue;
          say(`${name} = ${setting.write(value)}`);
          say(`    ${setting.says} (${setting.values}; preset ${setting.write(setting.preset)})`);
        }
        return 0;
      }),
    );
  settings
    .command('set <NAME> <VALUE>')
    .description(`decide one; counts from the next request on. Names: ${Object.keys(SETTINGS).join(', ')}`)
    .action((name: string, value: string) => change(name, value));
  settings
    .command('unset <NAME>')
    .description('back to the preset')
    .action((name: string) => change(name, null));
}
