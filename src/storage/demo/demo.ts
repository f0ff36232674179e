import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';

/** Rows of one table by column name, as PostgreSQL reads them from JSON. All have the same columns. */
export type TableRows = { table: string; rows: Record<string, unknown>[] };

/** Keeps others from making a tenant until this transaction ends, so that "there is none" stays true. */
export async function lockTenants(tx: Transaction): Promise<void> {
  await sql`lock table tenants in share row exclusive mode`.execute(tx);
}

/** Inserts rows of several tables, in the given order, with the numbers they name. */
export async function insertTables(tx: Transaction, tables: TableRows[]): Promise<void> {
  for (const { table, rows } of tables) {
    const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
  }
}

/** Moves the number sequences of these tables beyond the numbers that stand there, so that the next rows collide with none. */
export async function advanceSequences(tx: Transaction, tables: string[]): Promise<void> {
  for (const table of tables) {
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select max(id) from ${sql.table(table)}))`.execute(tx);
  }
}
