/** The online conference of an event: where it meets when it meets nowhere. */
export type Conference = {
  tenantId: number;
  id: number;
  /** The event it is for; null: for none. */
  eventId: number | null;
  /** The account at the conference service that it belongs to. */
  accountId: number;
  publicId: string;
  title: string;
  isPublic: boolean;
  startedAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
  createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
  /** An event's conference goes with it; one that has started stays. */
  deletedAt: Temporal.Instant | null;
};

/** Somebody who takes part in a conference: one of the staff, or a customer. */
export type ConferenceAttendee = {
  id: number;
  userId: number | null;
  customerId: number | null;
  email: string | null;
  createdAt: Temporal.Instant;
};
