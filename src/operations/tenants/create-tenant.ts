import { hashPassword } from '../../crypto/password.ts';
import { hashSecret, newToken } from '../../crypto/secret.ts';
import { languageOf } from '../../domain/people/people.ts';
import { type NewTenant, type NewTenantFaults, type TypedTenant, checkNewTenant } from '../../domain/tenants/new-tenant.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Transaction } from '../../postgres/database.ts';
import { lockTenants } from '../../storage/demo/demo.ts';
import { ensureInstallation, refuseDemo } from '../../storage/tenants/installation.ts';
import {
  holdsDemo,
  insertAdminKey,
  insertAdministrator,
  insertFirstCalendar,
  insertTenant,
  isHostTaken,
} from '../../storage/tenants/new-tenants.ts';
import { forgetSetupTokens } from '../../storage/tenants/setup-tokens.ts';
import type { Context } from '../context.ts';

/** What is there now. The key is shown here and never again: its hash is kept. */
export type CreatedTenant = { outcome: 'created'; tenant: Tenant; host: string; calendarId: number; key: string; besideDemo: boolean };

export type CreateTenantOutcome =
  | CreatedTenant
  | { outcome: 'invalid'; faults: NewTenantFaults }
  /** A house of this host is set up already. */
  | { outcome: 'host_taken'; host: string };

/** What the calendar that a house begins with is called. */
const FIRST_CALENDAR = { en: 'Events', de: 'Veranstaltungen', es: 'Eventos', fr: 'Événements' };

/**
 * Makes a tenant with its administrator, a first calendar and a key of our own API that may do everything, in one transaction, for whoever holds the
 * machine. Where the demo is not in the database, it is refused from now on: mails of a real house are never kept in the development mailbox unless
 * somebody asks for that.
 */
export async function createTenant(context: Context, typed: TypedTenant): Promise<CreateTenantOutcome> {
  const checked = checkNewTenant(typed);
  if ('faults' in checked) return { outcome: 'invalid', faults: checked.faults };
  const passwordHash = await hashPassword(checked.tenant.password);
  return context.db.transaction().execute(async (tx) => {
    await lockTenants(tx);
    return await insertHouse(context, tx, checked.tenant, passwordHash);
  });
}

/** Writes a house that was checked; tenants are locked. */
export async function insertHouse(context: Context, tx: Transaction, given: NewTenant, passwordHash: string): Promise<CreateTenantOutcome> {
  const now = context.clock.now();
  if (await isHostTaken(tx, given.host)) return { outcome: 'host_taken', host: given.host };
  const besideDemo = await holdsDemo(tx);
  await ensureInstallation(tx, now);
  if (!besideDemo) await refuseDemo(tx, now);
  await forgetSetupTokens(tx);
  const tenant = await insertTenant(tx, given, now);
  await insertAdministrator(tx, tenant.id, { email: given.adminEmail, fullName: given.adminName, passwordHash }, now);
  const calendar = { publicId: context.random.uuid(), name: FIRST_CALENDAR[languageOf(given.locale)] };
  const calendarId = await insertFirstCalendar(tx, tenant, calendar, now);
  const key = `adj_${newToken(context)}`;
  await insertAdminKey(tx, tenant.id, { label: 'First key', keyHash: hashSecret(key) }, now);
  return { outcome: 'created', tenant, host: given.host, calendarId, key, besideDemo };
}
