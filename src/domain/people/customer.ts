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

/** A customer with all that is kept of them. */
export type CustomerRecord = Customer & {
  fullName: string;
  zone: string;
  language: string;
  /** Whether they count, and may sign in where they have an account. */
  active: boolean;
  isMember: boolean;
  /** The user they sign in as; null: they cannot. */
  userId: number | null;
};

/** What of a customer can be changed; what is absent stays. Without names of its own `fullName` is all there is. */
export type CustomerChanges = Partial<
  Pick<
    CustomerRecord,
    'firstName' | 'middleName' | 'lastName' | 'fullName' | 'email' | 'contactNumber' | 'zone' | 'language' | 'active' | 'isMember'
  >
>;
