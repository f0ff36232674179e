import { sql } from 'kysely';
import type { StaffMember, StaffUpdate } from '../../domain/people/staff.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { type ListFilter, whereFilter } from '../events/list-filter.ts';

/** `address` is the email with its host as A-labels, whatever its person writes. */
type StaffText = 'first_name' | 'last_name' | 'address' | 'status' | 'zone' | 'role';
type StaffTime = 'created_at' | 'updated_at' | 'deleted_at';

type StaffFilter = ListFilter<'id' | 'department_id', StaffText | 'department', StaffTime>;

export type StaffQuery = {
  withDeleted: boolean;
  /** Null: anybody. */
  only: number[] | null;
  /** Null: none. */
  filter: StaffFilter | null;
  order: { by: 'id' | StaffText | StaffTime; descending: boolean };
  limit: number;
  offset: number;
};

const IS_STAFF = sql.raw(`(u.is_admin or u.role_id is not null)`);

/** The columns of a StaffMember. */
const STAFF = sql.raw(`
  select u.id, u.department_id, d.name as department, coalesce(u.first_name, split_part(u.full_name, ' ', 1)) as first_name,
    coalesce(u.last_name, nullif(substr(u.full_name, length(split_part(u.full_name, ' ', 1)) + 2), '')) as last_name,
    u.email, with_a_labels(u.email) as address, case when u.active then 'active' else 'inactive' end as status, coalesce(u.zone, te.zone) as zone, r.name as role,
    u.work_hours, u.created_at, coalesce(u.updated_at, u.created_at) as updated_at, u.deleted_at
  from users u join tenants te on te.id = u.tenant_id
  left join departments d on d.tenant_id = u.tenant_id and d.id = u.department_id
  left join roles r on r.tenant_id = u.tenant_id and r.id = u.role_id`);

/** A tenant's staff in the order asked for, then by number, at most `limit`. */
export async function listStaff(db: Database, tenantId: number, query: StaffQuery): Promise<StaffMember[]> {
  const found = await sql<StaffMember>`
    select s.* from (${STAFF} where u.tenant_id = ${tenantId} and ${IS_STAFF}) s
    where (${query.withDeleted} or s.deleted_at is null)
      and (${query.only}::bigint[] is null or s.id = any(${query.only}::bigint[]))
      and ${whereFilter('s', query.filter)}
    order by ${sql.ref(`s.${query.order.by}`)} ${sql.raw(query.order.descending ? 'desc' : 'asc')}, s.id
    limit ${query.limit} offset ${query.offset}`.execute(db);
  return found.rows;
}

/** One of the staff who is not deleted, or undefined. */
export async function findStaffMember(db: Database, tenantId: number, id: number): Promise<StaffMember | undefined> {
  const found = await sql<StaffMember>`
    ${STAFF} where u.tenant_id = ${tenantId} and u.id = ${id} and ${IS_STAFF} and u.deleted_at is null`.execute(db);
  return found.rows[0];
}

/** Locks one of the staff who is not deleted until the transaction ends; false when there is none. */
export async function lockStaffMember(tx: Transaction, tenantId: number, id: number): Promise<boolean> {
  const found = await sql`
    select from users u where u.tenant_id = ${tenantId} and u.id = ${id} and ${IS_STAFF} and u.deleted_at is null for update`.execute(tx);
  return found.rows.length > 0;
}

/** The number of the oldest role of a name, or undefined. Names need not be unique: each client made by command has a role of its own. */
export async function findRole(db: Database, tenantId: number, name: string): Promise<number | undefined> {
  const found = await sql<{
    id: number;
  }>`select id from roles where tenant_id = ${tenantId} and name = ${name} order by id limit 1`.execute(db);
  return found.rows[0]?.id;
}

export async function hasDepartment(db: Database, tenantId: number, id: number): Promise<boolean> {
  const found = await sql`select from departments where tenant_id = ${tenantId} and id = ${id}`.execute(db);
  return found.rows.length > 0;
}

/** Replaces what an update has of a user whom the caller has locked. */
export async function saveStaffMember(
  tx: Transaction,
  tenantId: number,
  id: number,
  { role: _name, ...update }: StaffUpdate,
  roleId: number,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    update users set department_id = ${update.departmentId}, first_name = ${update.firstName}, last_name = ${update.lastName},
      full_name = ${`${update.firstName} ${update.lastName}`}, email = ${update.email}, zone = ${update.zone},
      work_hours = ${JSON.stringify(update.workHours)}::jsonb, role_id = ${roleId}, updated_at = ${at}
    where tenant_id = ${tenantId} and id = ${id}`.execute(tx);
}
