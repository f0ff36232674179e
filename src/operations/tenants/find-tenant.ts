import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findTenant as byNumber, findTenantByHost } from '../../storage/tenants/tenants.ts';
import type { Context } from '../context.ts';

/**
 * The tenant that a request's Host header means, with or without port, in any case; where only one tenant exists, any host
 * reaches it. Undefined when it means none.
 */
export function findTenant(context: Context, hostHeader: string | undefined): Promise<Tenant | undefined> {
  return findTenantByHost(context.db, hostNameOf(hostHeader));
}

/** The name in a Host header, as tenants' hosts are kept. */
export function hostNameOf(hostHeader: string | undefined): string {
  return (hostHeader ?? '').toLowerCase().replace(/:\d*$/, '');
}

/** A tenant by its number, as it is now; undefined when there is none. */
export function findTenantOf(context: Pick<Context, 'db'>, id: number): Promise<Tenant | undefined> {
  return byNumber(context.db, id);
}
