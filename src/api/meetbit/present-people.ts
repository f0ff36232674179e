import { canonical } from '../../domain/people/address.ts';
import type { Customer } from '../../domain/people/customer.ts';
import { WEEKDAYS } from '../../domain/events/schedule.ts';
import type { StaffMember } from '../../domain/people/staff.ts';
import { presentTime } from './present.ts';

/** A User: the fields the contract names (meetbit.md §10), and when it was made, changed and deleted. */
export function presentUser(member: StaffMember) {
  return {
    id: member.id,
    department_id: member.departmentId,
    department: member.department,
    first_name: member.firstName,
    last_name: member.lastName,
    email: canonical(member.email),
    status: member.status,
    timezone: member.zone,
    work_hours: Object.fromEntries(
      WEEKDAYS.map((day) => [
        day,
        (member.workHours[day] ?? []).map(({ start, end }) => ({ start: presentClock(start), end: presentClock(end) })),
      ]),
    ),
    role: member.role,
    created_at: presentTime(member.createdAt),
    updated_at: presentTime(member.updatedAt),
    deleted_at: member.deletedAt === null ? null : presentTime(member.deletedAt),
  };
}

/** A Customer, as it is when it has just been made. */
export function presentCustomer(customer: Customer) {
  return {
    id: customer.id,
    first_name: customer.firstName,
    middle_name: customer.middleName,
    last_name: customer.lastName,
    email: customer.email && canonical(customer.email),
    contact_number: customer.contactNumber,
    address: customer.address,
    created_at: presentTime(customer.createdAt),
    updated_at: presentTime(customer.createdAt),
    deleted_at: null,
  };
}

function presentClock(clock: string) {
  const { hour, minute, second } = Temporal.PlainTime.from(clock);
  return { hour, minute, second };
}
