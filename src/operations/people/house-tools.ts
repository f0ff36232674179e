import type { Person, PersonChanges } from '../../domain/people/house.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { AuditQuery } from '../../storage/audit/audit.ts';
import type { NewPerson } from '../../storage/people/house.ts';
import { findUserByEmail } from '../../storage/people/users.ts';
import { disableTwoFactor } from '../access/disable-two-factor.ts';
import { type RequirePasswordResetOutcome, requirePasswordReset } from '../access/require-password-reset.ts';
import type { Asking } from '../audit/audited.ts';
import { listAudit } from '../audit/list-audit.ts';
import type { Context } from '../context.ts';
import { type AddSuppressionOutcome, addSuppression } from '../ledger/add-suppression.ts';
import { type Suppression, listSuppressions } from '../ledger/list-suppressions.ts';
import { removeSuppression } from '../ledger/remove-suppression.ts';
import { type ChangeSettingsOutcome, changeSettings } from '../tenants/change-settings.ts';
import type { TenantChanges } from '../../domain/tenants/tenant-changes.ts';
import { type TenantWithHosts, type UpdateTenantOutcome, showTenant, updateTenant } from '../tenants/update-tenant.ts';
import { type InvitePersonOutcome, invitePerson } from './invite-person.ts';
import { listPeople } from './list-people.ts';
import { type RemovePersonOutcome, removePerson } from './remove-person.ts';
import { type UpdatePersonOutcome, updatePerson } from './update-person.ts';

/** What the commands about a tenant and its people do, over one database. Whom they name is named by number or address. */
export type HouseTools = {
  show(tenant: Tenant): Promise<TenantWithHosts>;
  change(tenant: Tenant, changes: TenantChanges): Promise<UpdateTenantOutcome>;
  changeSetting(tenant: Tenant, name: string, text: string | null): Promise<ChangeSettingsOutcome>;
  people(tenant: Tenant): Promise<Person[]>;
  invite(tenant: Tenant, given: NewPerson): Promise<InvitePersonOutcome>;
  updatePerson(tenant: Tenant, who: string, changes: PersonChanges): Promise<UpdatePersonOutcome>;
  removePerson(tenant: Tenant, who: string): Promise<RemovePersonOutcome>;
  /** Of the house or a customer with an account. */
  requirePassword(tenant: Tenant, who: string): Promise<RequirePasswordResetOutcome>;
  disableTwoFactor(tenant: Tenant, who: string): Promise<{ outcome: 'disabled' | 'not_found' }>;
  audit(tenant: Tenant, query: AuditQuery): ReturnType<typeof listAudit>;
  suppressions(tenant: Tenant): Promise<Suppression[]>;
  suppress(tenant: Tenant, address: string, reason: string | null): Promise<AddSuppressionOutcome>;
  liftSuppression(tenant: Tenant, address: string): Promise<boolean>;
};

/** Nobody has so many. */
const MOST = 10_000;

/** Who has a terminal of this machine: nobody by name. */
const OPERATOR: Asking = { actor: { kind: 'system', id: 'command line' }, cause: 'command line' };

/** These operations bound to a context, for the command line. */
export function houseTools(context: Context): HouseTools {
  /** The number of a user, of the house or a customer's; 0, which is nobody's, where there is none. */
  const idOf = async (tenant: Tenant, who: string): Promise<number> =>
    /^[1-9]\d{0,14}$/.test(who) ? Number(who) : ((await findUserByEmail(context.db, tenant.id, who))?.id ?? 0);
  return {
    show: (tenant) => showTenant(context, tenant),
    change: (tenant, changes) => updateTenant(context, tenant, changes, OPERATOR),
    changeSetting: (tenant, name, text) => changeSettings(context, tenant, { [name]: text }, OPERATOR),
    people: async (tenant) => (await listPeople(context, tenant, { text: '', after: 0, limit: MOST })).people,
    invite: (tenant, given) => invitePerson(context, tenant, given, OPERATOR),
    updatePerson: async (tenant, who, changes) => updatePerson(context, tenant, await idOf(tenant, who), changes, OPERATOR),
    removePerson: async (tenant, who) => removePerson(context, tenant, await idOf(tenant, who), OPERATOR),
    requirePassword: async (tenant, who) => requirePasswordReset(context, tenant, await idOf(tenant, who), OPERATOR),
    disableTwoFactor: async (tenant, who) => disableTwoFactor(context, tenant, await idOf(tenant, who), OPERATOR),
    audit: (tenant, query) => listAudit(context, tenant, query),
    suppressions: (tenant) => listSuppressions(context, tenant),
    suppress: (tenant, address, reason) => addSuppression(context, tenant, { address, reason }, OPERATOR),
    liftSuppression: (tenant, address) => removeSuppression(context, tenant, address, OPERATOR),
  };
}
