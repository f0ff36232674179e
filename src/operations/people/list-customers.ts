import type { CustomerRecord } from '../../domain/people/customer.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findCustomerRecord, listCustomers as list } from '../../storage/people/customers.ts';
import type { Context } from '../context.ts';
import { pageOf } from '../page-of.ts';

/** A page of a tenant's customers, by number, whose name or address contains a text; `next` is where the following one begins, null on the last. */
export async function listCustomers(
  context: Pick<Context, 'db'>,
  tenant: Tenant,
  { text, after, limit }: { text: string; after: number; limit: number },
): Promise<{ customers: CustomerRecord[]; next: number | null }> {
  const found = await list(context.db, tenant.id, { text, after, limit: limit + 1 });
  const { rows: customers, next } = pageOf(found, limit);
  return { customers, next };
}

/** One of a tenant's customers, active or not; undefined when there is none. */
export function findCustomer(context: Pick<Context, 'db'>, tenant: Tenant, id: number): Promise<CustomerRecord | undefined> {
  return findCustomerRecord(context.db, tenant.id, id);
}
