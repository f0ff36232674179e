import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { SETTINGS, settingNamed } from '../domain/tenants/settings.ts';
import { settingsOf } from '../domain/tenants/tenant.ts';
import { example } from './example.ts';
import { forTenant } from './for-tenant.ts';
import { AS_JSON, type ListOptions, complain, sayList } from './out.ts';

/** Adds `adjourn settings …` to the program: what a tenant decides about itself. */
export function addSettingCommands(program: Command, configuration: () => Config): void {
  const settings = program
    .command('settings')
    .description('what a tenant decides about itself')
    .addHelpText('after', example('adjourn settings list'));
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
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn settings list'))
    .action((options: ListOptions) =>
      run(async (_tools, tenant) => {
        const rows = Object.entries(settingsOf(tenant)).flatMap(([name, value]) => {
          const setting = settingNamed(name);
          if (!setting) return [];
          return [{ name, value: setting.write(value), preset: setting.write(setting.preset), values: setting.values, says: setting.says }];
        });
        sayList(rows, options, ({ name, value, preset, values, says }) => [
          `${name} = ${value}`,
          `    ${says} (${values}; preset ${preset})`,
        ]);
        return 0;
      }),
    );
  settings
    .command('set <NAME> <VALUE>')
    .description(`decide one; counts from the next request on. Names: ${Object.keys(SETTINGS).join(', ')}`)
    .addHelpText('after', example('adjourn settings set strictIds on'))
    .action((name: string, value: string) => change(name, value));
  settings
    .command('unset <NAME>')
    .description('back to the preset')
    .addHelpText('after', example('adjourn settings unset strictIds'))
    .action((name: string) => change(name, null));
}
