import { sql } from 'kysely';
import type { Database } from '../../postgres/database.ts';

export type OrganisationMember = { id: string; fullName: string; isAdmin: boolean };

/** A tenant's active members of staff, by name. */
export async function listActiveMembers(db: Database, tenantId: number): Promise<OrganisationMember[]> {
  const found = await sql<OrganisationMember>`
    select id, full_name, is_admin from members where tenant_id = ${tenantId} and active order by full_name, id`.execute(db);
  return found.rows;
}

/** When an organisation works, by weekday; undefined when the tenant has no such organisation. */
export async function findWorkingHours(
  db: Database,
  tenantId: number,
  organisationId: string,
): Promise<Record<string, { start: string; end: string }> | undefined> {
  const found = await sql<{ workingHours: Record<string, { start: string; end: string }> }>`
    select working_hours from accounts where tenant_id = ${tenantId} and organisation_id = ${organisationId} and active limit 1`.execute(
    db,
  );
  return found.rows[0]?.workingHours;
}
