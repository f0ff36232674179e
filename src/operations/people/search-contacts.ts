import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type Contact, searchContacts as search } from '../../storage/people/members.ts';
import type { Context } from '../context.ts';

const MOST = 50;

/** A tenant's contacts whose name or address contains a text, in any case: the first 50 by name. */
export async function searchContacts(context: Context, tenant: Tenant, text: string): Promise<Contact[]> {
  return search(context.db, tenant.id, text, MOST);
}
