import type { ApiKey } from '../../domain/access/api-key.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { listApiKeys as list } from '../../storage/access/api-keys.ts';
import type { Context } from '../context.ts';
import { pageOf } from '../page-of.ts';

/** A tenant's keys of our own API that were not revoked, in the order they were made: a page after a number, with where the next one begins. */
export async function listApiKeys(
  { db }: Pick<Context, 'db'>,
  tenant: Tenant,
  page: { after: number; limit: number },
): Promise<{ keys: ApiKey[]; next: number | null }> {
  const found = await list(db, tenant.id, { ...page, limit: page.limit + 1 });
  const { rows: keys, next } = pageOf(found, page.limit);
  return { keys, next };
}

/** One of them, or undefined. */
export async function findApiKey({ db }: Pick<Context, 'db'>, tenant: Tenant, id: number): Promise<ApiKey | undefined> {
  return (await list(db, tenant.id, { id }))[0];
}
