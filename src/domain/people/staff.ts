import type { Weekday } from '../events/schedule.ts';

/** Wall clock in the person's zone, HH:MM:SS; each block ends after it starts, on the same day. */
export type WorkHours = Record<Weekday, { start: string; end: string }[]>;

/** A user who is one of the house: an administrator, or somebody with a role. Customers who sign in are not. */
export type StaffMember = {
  id: number;
  departmentId: number | null;
  department: string | null;
  firstName: string;
  lastName: string | null;
  email: string;
  status: 'active' | 'inactive';
  /** IANA. */
  zone: string;
  /** The name of their role; null: an administrator without one. */
  role: string | null;
  workHours: Partial<WorkHours>;
  createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
  deletedAt: Temporal.Instant | null;
};

/** What of a member of staff is replaced, all of it at once. */
export type StaffUpdate = Pick<StaffMember, 'departmentId' | 'email' | 'zone'> & {
  firstName: string;
  lastName: string;
  role: string;
  workHours: WorkHours;
};
