import { sql } from 'kysely';
import type { HouseRole, Person } from '../../domain/people/house.ts';
import type { Database, Transaction } from '../../postgres/database.ts';

const IS_OF_HOUSE = sql.raw(`(u.is_admin or u.house_role is not null or u.role_id is not null) and u.deleted_at is null`);

/** The columns of a Person. */
const PERSON = sql.raw(`
  select u.id, u.email, u.full_name, case when u.is_admin then 'administrator' else u.house_role end as role, u.active,
    u.password_hash is not null as has_password, u.must_reset_password, u.totp_sealed is not null as has_two_factor, u.created_at, u.last_signed_in_at,
    array(select calendar_id from house_calendars h where h.tenant_id = u.tenant_id and h.user_id = u.id order by calendar_id) as calendar_ids
  from users u`);

/** People of a tenant's house by number, whose name or address contains a text, after a number, at most `limit`. */
export async function listHouse(
  db: Database,
  tenantId: number,
  { text, after, limit }: { text: string; after: number; limit: number },
): Promise<Person[]> {
  const found = await sql<Person>`
    ${PERSON} where u.tenant_id = ${tenantId} and ${IS_OF_HOUSE} and u.id > ${after}
      and (strpos(lower(u.full_name), lower(${text})) > 0 or strpos(folded(u.email), lower(${text})) > 0)
    order by u.id limit ${limit}`.execute(db);
  return found.rows;
}

/** One of them, or undefined. */
export async function findOfHouse(db: Database, tenantId: number, id: number): Promise<Person | undefined> {
  const found = await sql<Person>`${PERSON} where u.tenant_id = ${tenantId} and u.id = ${id} and ${IS_OF_HOUSE}`.execute(db);
  return found.rows[0];
}

/** Locks a tenant's active administrators until the transaction ends, in the order of their numbers, and gives these: of two who leave at once, one stays. */
export async function lockAdministrators(tx: Transaction, tenantId: number): Promise<number[]> {
  const found = await sql<{ id: number }>`
    select id from users where tenant_id = ${tenantId} and is_admin and active order by id for no key update`.execute(tx);
  return found.rows.map(({ id }) => id);
}

/** Locks one of the house until the transaction ends and gives them; undefined when there is none. */
export async function lockOfHouse(tx: Transaction, tenantId: number, id: number): Promise<Person | undefined> {
  await sql`select from users where tenant_id = ${tenantId} and id = ${id} for no key update`.execute(tx);
  return findOfHouse(tx, tenantId, id);
}

export type NewPerson = { email: string; fullName: string; role: HouseRole; calendarIds: number[] };

/** Adds somebody to the house: a new user, or the one that `userId` names, who keeps what else they are. Gives their number. */
export async function addToHouse(
  tx: Transaction,
  tenantId: number,
  person: NewPerson,
  userId: number | null,
  now: Temporal.Instant,
): Promise<number> {
  const [isAdmin, houseRole] = columnsOf(person.role);
  const saved =
    userId === null
      ? await sql<{ id: number }>`insert into users (tenant_id, email, full_name, is_admin, house_role, created_at)
          values (${tenantId}, ${person.email}, ${person.fullName}, ${isAdmin}, ${houseRole}, ${now}) returning id`.execute(tx)
      : await sql<{
          id: number;
        }>`update users set full_name = ${person.fullName}, is_admin = ${isAdmin}, house_role = ${houseRole}, active = true,
          deleted_at = null, updated_at = ${now} where tenant_id = ${tenantId} and id = ${userId} returning id`.execute(tx);
  const id = saved.rows[0]?.id;
  if (id === undefined) throw new Error('the person was not added');
  await saveCalendars(tx, tenantId, id, person.calendarIds);
  return id;
}

/** Keeps what of a person was changed; the caller has locked them. */
export async function saveOfHouse(
  tx: Transaction,
  tenantId: number,
  person: Pick<Person, 'id' | 'email' | 'fullName' | 'role' | 'calendarIds' | 'active'>,
  now: Temporal.Instant,
): Promise<void> {
  const [isAdmin, houseRole] = columnsOf(person.role);
  await sql`
    update users set email = ${person.email}, is_admin = ${isAdmin}, house_role = ${houseRole}, active = ${person.active}, updated_at = ${now},
      first_name = case when full_name = ${person.fullName} then first_name end, last_name = case when full_name = ${person.fullName} then last_name end,
      full_name = ${person.fullName}
    where tenant_id = ${tenantId} and id = ${person.id}`.execute(tx);
  await saveCalendars(tx, tenantId, person.id, person.calendarIds);
}

/** Takes somebody out of the house. Who is a customer with an account as well stays one; anybody else cannot sign in any more. */
export async function takeOutOfHouse(tx: Transaction, tenantId: number, id: number, now: Temporal.Instant): Promise<void> {
  await sql`
    with customer as (select 1 from customers where tenant_id = ${tenantId} and user_id = ${id} limit 1)
    update users set is_admin = false, house_role = null, role_id = null, department_id = null, updated_at = ${now},
      active = active and exists (table customer), deleted_at = case when not exists (table customer) then ${now}::timestamptz end
    where tenant_id = ${tenantId} and id = ${id}`.execute(tx);
  await saveCalendars(tx, tenantId, id, []);
}

/** Which of these numbers are no calendars of the tenant. */
export async function unknownCalendars(db: Database, tenantId: number, ids: number[]): Promise<number[]> {
  const found = await sql<{ id: number }>`
    select w.id from unnest(${ids}::bigint[]) w(id) where not exists (select from calendars c where c.tenant_id = ${tenantId} and c.id = w.id)`.execute(
    db,
  );
  return found.rows.map(({ id }) => id);
}

async function saveCalendars(tx: Transaction, tenantId: number, userId: number, ids: number[]): Promise<void> {
  await sql`delete from house_calendars where tenant_id = ${tenantId} and user_id = ${userId} and calendar_id <> all(${ids}::bigint[])`.execute(
    tx,
  );
  await sql`insert into house_calendars (tenant_id, user_id, calendar_id) select ${tenantId}, ${userId}, id from unnest(${ids}::bigint[]) id
    on conflict do nothing`.execute(tx);
}

/** As the role is kept: administrators are told by a column of their own, which other doors ask. */
function columnsOf(role: HouseRole | null): [isAdmin: boolean, houseRole: string | null] {
  return role === 'administrator' ? [true, null] : [false, role];
}
