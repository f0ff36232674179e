import type { Person } from '../../domain/people/house.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findOfHouse, listHouse } from '../../storage/people/house.ts';
import type { Context } from '../context.ts';
import { pageOf } from '../page-of.ts';

/** A page of the people of a tenant's house, by number, whose name or address contains a text; `next` is where the following one begins, null on the last. */
export async function listPeople(
  context: Pick<Context, 'db'>,
  tenant: Tenant,
  { text, after, limit }: { text: string; after: number; limit: number },
): Promise<{ people: Person[]; next: number | null }> {
  const found = await listHouse(context.db, tenant.id, { text, after, limit: limit + 1 });
  const { rows: people, next } = pageOf(found, limit);
  return { people, next };
}

/** One of the people of a tenant's house, or undefined. */
export function findPerson(context: Pick<Context, 'db'>, tenant: Tenant, id: number): Promise<Person | undefined> {
  return findOfHouse(context.db, tenant.id, id);
}
