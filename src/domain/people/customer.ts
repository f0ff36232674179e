/** Somebody a tenant keeps an address or a number of, as they were given; whether they can sign in is another matter. */
export type Customer = {
  id: number;
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
  email: string | null;
  /** E.164. */
  contactNumber: string | null;
  /** In the members it was given in. */
  address: Record<string, string | null>;
  createdAt: Temporal.Instant;
};
