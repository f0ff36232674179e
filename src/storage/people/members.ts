import { sql } from 'kysely';
import type { Database } from '../../postgres/database.ts';

/** Somebody of the staff who runs events. */
export type Member = { id: string; fullName: string; email: string; zone: string };

/** Somebody a tenant keeps in its address book; without a zone or language of their own known, those are null. */
export type Contact = { id: string; fullName: string; email: string; zone: string | null; language: string | null };

/** An active member of a tenant's staff, or undefined. */
export async function findMember(db: Database, tenantId: number, id: string): Promise<Member | undefined> {
  const found = await sql<Member>`
    select id, full_name, email, zone from members where tenant_id = ${tenantId} and id = ${id} and active`.execute(db);
  return found.rows[0];
}

/** At most `limit` contacts whose name or address contains a text, in any case, by name. */
export async function searchContacts(db: Database, tenantId: number, text: string, limit: number): Promise<Contact[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const found = await sql<Contact>`
    select id, full_name, email, zone, language from contacts
    where tenant_id = ${tenantId} and (full_name ilike ${pattern} escape '\\' or email ilike ${pattern} escape '\\')
    order by full_name, id limit ${limit}`.execute(db);
  return found.rows;
}

/** Those of these contacts that the tenant has. */
export async function listContacts(db: Database, tenantId: number, ids: string[]): Promise<Contact[]> {
  const found = await sql<Contact>`
    select id, full_name, email, zone, language from contacts where tenant_id = ${tenantId} and id = any(${ids}::uuid[])`.execute(db);
  return found.rows;
}
