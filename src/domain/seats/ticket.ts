import type { AttendeeRole, ParticipationStatus, ZoneSource } from '../people/people.ts';

/** One attendee's seat, or plain attendance of a meeting (no type, no UID of its own). */
export type Ticket = {
  tenantId: number;
  id: number;
  eventId: number;
  ticketTypeId: number | null;
  /** The customer who may see and cancel it. */
  customerId: number | null;
  name: string | null;
  email: string | null;
  telephone: string | null;
  zone: string;
  zoneSource: ZoneSource;
  language: string;
  role: AttendeeRole;
  participationStatus: ParticipationStatus;
  /** Printed on the ticket, for check-in. */
  code: string;
  /** Null where the event's UID is shared. */
  uid: string | null;
  /** SEQUENCE of the ticket's own UID = the event's sequence + this. */
  sequenceOffset: number;
  /** How often it was mailed again on request. */
  resends: number;
  /** When it was last mailed again on request. */
  resentAt: Temporal.Instant | null;
  issuedRevision: number;
  /** Null while the seat is taken. */
  releasedRevision: number | null;
  issuedAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
};

/** Letters and digits nobody confuses when reading a code aloud. */
const CODE_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
export const CODE_LENGTH = 8;

/** An attendee code from random bytes (at least `CODE_LENGTH` of them); 32 letters, so no letter is likelier. */
export function attendeeCode(random: Uint8Array): string {
  return Array.from(random.subarray(0, CODE_LENGTH), (byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join('');
}
