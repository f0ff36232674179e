import { settingNamed } from '../../domain/tenants/settings.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { saveSetting } from '../../storage/tenants/tenants.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';

export type ChangeSettingsOutcome =
  | { outcome: 'changed' }
  /** Everything that is wrong, and nothing is changed. `values`: what can be given; null: there is no such setting. */
  | { outcome: 'refused'; wrong: { name: string; values: string | null }[] };

/** Decides settings of a tenant, each by the text that stands for its value; null: back to the preset. All of them or none; counts from the next request on. */
export async function changeSettings(
  context: Context,
  tenant: Tenant,
  texts: Record<string, string | null>,
  asking: Asking,
): Promise<ChangeSettingsOutcome> {
  const read = Object.entries(texts).map(([name, text]) => {
    const setting = settingNamed(name);
    return { name, text, setting, value: text === null ? undefined : setting?.read(text) };
  });
  const wrong = read.filter(({ setting, text, value }) => !setting || (text !== null && value === undefined));
  if (wrong.length > 0) return { outcome: 'refused', wrong: wrong.map(({ name, setting }) => ({ name, values: setting?.values ?? null })) };
  await context.db.transaction().execute(async (tx) => {
    for (const { name, text, value } of read) {
      await saveSetting(tx, tenant.id, name, value);
      await writeDown(tx, context, tenant, asking, {
        action: 'setting_changed',
        subject: { kind: 'setting', id: name },
        details: { value: text },
      });
    }
  });
  return { outcome: 'changed' };
}
