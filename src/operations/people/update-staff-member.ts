import { canonical } from '../../domain/people/address.ts';
import type { StaffMember, StaffUpdate } from '../../domain/people/staff.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { lockAddress } from '../../postgres/address-lock.ts';
import { findRole, findStaffMember, hasDepartment, lockStaffMember, saveStaffMember } from '../../storage/people/staff.ts';
import { findUserByEmail } from '../../storage/people/users.ts';
import type { Context } from '../context.ts';

export type UpdateStaffMemberOutcome =
  | { outcome: 'updated'; member: StaffMember }
  /** Everything that is wrong, and nothing is changed. */
  | { outcome: 'refused'; wrong: Array<'department_unknown' | 'email_taken' | 'role_unknown'> }
  | { outcome: 'not_found' };

/**
 * Replaces what is kept of one of the staff, in one transaction. The address is also what they sign in with, so no other user may have it.
 * A role is one of the tenant's, by name; it makes nobody an administrator and no administrator less of one.
 */
export async function updateStaffMember(
  context: Context,
  tenant: Tenant,
  id: number,
  given: StaffUpdate,
): Promise<UpdateStaffMemberOutcome> {
  const now = context.clock.now();
  return context.db.transaction().execute(async (tx): Promise<UpdateStaffMemberOutcome> => {
    if (!(await lockStaffMember(tx, tenant.id, id))) return { outcome: 'not_found' };
    const before = await findStaffMember(tx, tenant.id, id);
    // A door may show an address in another spelling than its person's own; given back, that is no change.
    const isKept = before !== undefined && canonical(before.email) === canonical(given.email);
    const update = isKept ? { ...given, email: before.email } : given;
    await lockAddress(tx, tenant.id, update.email);
    const holder = await findUserByEmail(tx, tenant.id, update.email);
    const roleId = await findRole(tx, tenant.id, update.role);
    const isElsewhere = update.departmentId !== null && !(await hasDepartment(tx, tenant.id, update.departmentId));
    const isTaken = holder !== undefined && holder.id !== id;
    if (isElsewhere || isTaken || roleId === undefined) {
      const wrong = [isElsewhere && 'department_unknown', isTaken && 'email_taken', roleId === undefined && 'role_unknown'] as const;
      return { outcome: 'refused', wrong: wrong.filter((one) => one !== false) };
    }
    await saveStaffMember(tx, tenant.id, id, update, roleId, now);
    const member = await findStaffMember(tx, tenant.id, id);
    return member ? { outcome: 'updated', member } : { outcome: 'not_found' };
  });
}
