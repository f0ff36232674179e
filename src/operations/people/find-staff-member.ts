import type { StaffMember } from '../../domain/people/staff.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findStaffMember as find } from '../../storage/people/staff.ts';
import type { Context } from '../context.ts';

/** One of a tenant's staff who is not deleted; undefined when there is none. */
export async function findStaffMember(context: Context, tenant: Tenant, id: number): Promise<StaffMember | undefined> {
  return find(context.db, tenant.id, id);
}
