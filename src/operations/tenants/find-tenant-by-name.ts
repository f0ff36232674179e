import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findTenantByLabel } from '../../storage/tenants/tenants.ts';
import type { Context } from '../context.ts';
import { findTenant } from './find-tenant.ts';

/** The tenant of a host, or of the first label of one ("harbour" for harbour.example.org). */
export async function findTenantByName(context: Context, name: string): Promise<Tenant | undefined> {
  return (await findTenantByLabel(context.db, name.toLowerCase())) ?? findTenant(context, name);
}
