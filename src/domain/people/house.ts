/** What somebody of the house may do: everything, run the events of some calendars, or let people in and send their tickets again. */
export const HOUSE_ROLES = ['administrator', 'organizer', 'front_desk'] as const;
export type HouseRole = (typeof HOUSE_ROLES)[number];

/** A user who is of the house. */
export type Person = {
  id: number;
  email: string;
  fullName: string;
  /** Null: nothing in our own API; another door's role made them one of the staff. */
  role: HouseRole | null;
  /** The calendars an organizer runs, by number. */
  calendarIds: number[];
  active: boolean;
  /** Whether they have set a password. */
  hasPassword: boolean;
  mustResetPassword: boolean;
  hasTwoFactor: boolean;
  createdAt: Temporal.Instant;
  lastSignedInAt: Temporal.Instant | null;
};

/** What of a person of the house can be changed; what is absent stays. */
export type PersonChanges = Partial<Pick<Person, 'email' | 'fullName' | 'calendarIds' | 'active'>> & { role?: HouseRole };

/** Whether somebody can do what only an administrator can. */
export function administers({ role, active }: Pick<Person, 'role' | 'active'>): boolean {
  return role === 'administrator' && active;
}
