import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type Profile, listProfiles as list } from '../../storage/people/customers.ts';
import type { Context } from '../context.ts';

export type { Profile };

/** The customer profiles of a user at a tenant, the default one first. */
export function listProfiles(context: Context, tenant: Tenant, userId: number): Promise<Profile[]> {
  return list(context.db, tenant.id, userId);
}
