import { plainLine } from '../../domain/plain-text.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { TenantChanges } from '../../domain/tenants/tenant-changes.ts';
import { hostsOf, lockHosts, saveTenant, takenHosts } from '../../storage/tenants/tenants.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';

export type TenantWithHosts = Tenant & { hosts: string[] };

export type UpdateTenantOutcome = { outcome: 'updated'; tenant: TenantWithHosts } | { outcome: 'hosts_taken'; hosts: string[] };

/** Changes what is named of a tenant, as `readTenantChanges` gives it; counts from the next request on. A host is one tenant's alone. Events that were made keep their organizer's mailbox. */
export async function updateTenant(context: Context, tenant: Tenant, changes: TenantChanges, asking: Asking): Promise<UpdateTenantOutcome> {
  const { hosts, ...others } = changes;
  return context.db.transaction().execute(async (tx): Promise<UpdateTenantOutcome> => {
    await lockHosts(tx);
    const taken = hosts === undefined ? [] : await takenHosts(tx, tenant.id, hosts);
    if (taken.length > 0) return { outcome: 'hosts_taken', hosts: taken };
    const after = { ...tenant, ...others, hosts: hosts ?? (await hostsOf(tx, tenant.id)) };
    after.name = plainLine(after.name);
    await saveTenant(tx, after);
    await writeDown(tx, context, tenant, asking, { action: 'tenant_changed', details: { changed: Object.keys(changes) } });
    return { outcome: 'updated', tenant: after };
  });
}

/** A tenant with the hosts that mean it. */
export async function showTenant(context: Pick<Context, 'db'>, tenant: Tenant): Promise<TenantWithHosts> {
  return { ...tenant, hosts: await hostsOf(context.db, tenant.id) };
}
