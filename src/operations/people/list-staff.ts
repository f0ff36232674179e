import type { StaffMember } from '../../domain/people/staff.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type StaffQuery, listStaff as list } from '../../storage/people/staff.ts';
import type { Context } from '../context.ts';

export type { StaffQuery };

/** A tenant's staff: administrators and users with a role. */
export async function listStaff(context: Context, tenant: Tenant, query: StaffQuery): Promise<StaffMember[]> {
  return list(context.db, tenant.id, query);
}
