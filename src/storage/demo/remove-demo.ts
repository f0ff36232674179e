import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';

/** The demo's tenants, by number, held until the transaction ends: whoever adds something to one waits, and then finds it gone. */
export async function lockDemo(tx: Transaction): Promise<number[]> {
  const found = await sql<{ id: number }>`select id from tenants where demo order by id for update`.execute(tx);
  return found.rows.map(({ id }) => id);
}

/**
 * Deletes everything that belongs to these tenants, and them, whichever tables there are: each that has a tenant's number in it, those first that refer to others.
 * Gives how many rows that were.
 */
export async function deleteTenants(tx: Transaction, ids: number[]): Promise<number> {
  // A crowd's rows take longer than a request may.
  await sql`set local statement_timeout = 0`.execute(tx);
  const tables = await tablesOfTenants(tx);
  let gone = 0;
  // What a worker was just writing when its plan was waited for is there only afterwards: once more, until nothing comes.
  for (let more = 1; more > 0;) {
    more = 0;
    for (const table of tables) {
      const deleted = await sql`delete from ${sql.table(table)} where tenant_id = any(${ids}::bigint[])`.execute(tx);
      more += Number(deleted.numAffectedRows ?? 0n);
    }
    gone += more;
  }
  const deleted = await sql`delete from tenants where id = any(${ids}::bigint[])`.execute(tx);
  return gone + Number(deleted.numAffectedRows ?? 0n);
}

/** Every table with a tenant's number, each before those that it refers to. */
async function tablesOfTenants(tx: Transaction): Promise<string[]> {
  const found = await sql<{ name: string; refersTo: string[] }>`
    select t.table_name::text as name, array(
      select distinct r.confrelid::regclass::text from pg_constraint r
      where r.contype = 'f' and r.conrelid = format('%I.%I', t.table_schema, t.table_name)::regclass and r.confrelid <> r.conrelid) as refers_to
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE' order by name`.execute(tx);
  const left = new Map(found.rows.map(({ name, refersTo }) => [name, refersTo]));
  const ordered: string[] = [];
  while (left.size > 0) {
    const free = [...left.keys()].filter(
      (name) => ![...left.entries()].some(([other, refersTo]) => other !== name && refersTo.includes(name)),
    );
    if (free.length === 0) throw new Error(`tables that refer to each other in a circle: ${[...left.keys()].join(', ')}`);
    for (const name of free) left.delete(name);
    ordered.push(...free);
  }
  return ordered;
}
