import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../postgres/database.ts';

/**
 * The numbers of a tenant's categories of these titles, in any case; one that there is none of is made. Waits for whoever makes others of the tenant,
 * or one title would be there twice. Locked until the transaction ends.
 */
export async function keepCategories(db: Database, tenantId: number, titles: string[]): Promise<number[]> {
  if (titles.length === 0) return [];
  await sql`select from tenants where id = ${tenantId} for no key update`.execute(db);
  const found = await sql<{ id: number }>`
    with asked as (select distinct on (lower(title)) title from unnest(${titles}::text[]) as t (title)),
    made as (
      insert into categories (tenant_id, title)
      select ${tenantId}, a.title from asked a
      where not exists (select from categories c where c.tenant_id = ${tenantId} and lower(c.title) = lower(a.title)) returning id)
    select id from made union all
    select min(c.id) from categories c join asked a on lower(c.title) = lower(a.title) where c.tenant_id = ${tenantId} group by lower(c.title)`.execute(
    db,
  );
  return found.rows.map(({ id }) => id);
}

/** Parts of a statement that put the event of `saved` into these categories and no others. */
export function putIntoCategories(categoryIds: number[]): RawBuilder<unknown>[] {
  return [
    sql`left_categories as (
      delete from event_categories ec using saved s
      where ec.event_id = s.id and ec.tenant_id = s.tenant_id and ec.category_id <> all(${categoryIds}::bigint[]))`,
    sql`entered_categories as (
      insert into event_categories (tenant_id, event_id, category_id)
      select s.tenant_id, s.id, k.id from saved s cross join unnest(${categoryIds}::bigint[]) as k (id) on conflict do nothing)`,
  ];
}
