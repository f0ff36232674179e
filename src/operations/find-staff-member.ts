import type { StaffMember } from '../domain/staff.ts';
import type { Tenant } from '../domain/tenant.ts';
import { findStaffMember as find } from '../storage/staff.ts';
import type { Context } from './context.ts';

/** One of a tenant's staff who is not deleted; undefined when there is none. */
export async function findStaffMember(context: Context, tenant: Tenant, id: number): Promise<StaffMember | undefined> {
  return find(context.db, tenant.id, id);
}
