import { settingNamed } from '../../domain/tenants/settings.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { saveSetting } from '../../storage/tenants/tenants.ts';
import type { Context } from '../context.ts';

export type ChangeSettingOutcome = { outcome: 'changed' } | { outcome: 'unknown_setting' } | { outcome: 'invalid_value'; values: string };

/** Decides one of a tenant's settings by the text that stands for its value; null: back to the preset. Counts from the next request on. */
export async function changeSetting(context: Context, tenant: Tenant, name: string, text: string | null): Promise<ChangeSettingOutcome> {
  const setting = settingNamed(name);
  if (!setting) return { outcome: 'unknown_setting' };
  const value = text === null ? undefined : setting.read(text);
  if (text !== null && value === undefined) return { outcome: 'invalid_value', values: setting.values };
  await saveSetting(context.db, tenant.id, name, value);
  return { outcome: 'changed' };
}
