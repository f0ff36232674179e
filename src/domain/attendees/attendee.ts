import { folded } from '../people/address.ts';
import type { AttendeeRole, ParticipationStatus } from '../people/people.ts';
import { plainLine } from '../plain-text.ts';

/** Somebody who is to attend, as the house names them. Null: nothing was said. */
export type NewAttendee = {
  name: string | null;
  email: string | null;
  telephone: string | null;
  /** IANA name; null: the calendar's zone is taken, and the mail says so. */
  zone: string | null;
  /** BCP 47; null: the tenant's. */
  language: string | null;
  role: AttendeeRole;
  /** Null: who has a ticket or runs the event comes, who is invited has not said so yet. */
  participationStatus: ParticipationStatus | null;
  ticketTypeId: number | null;
};

/** So many can be added in one call. */
export const MOST_ADDED = 10_000;

export const MAX_NAME = 255;

/** What two who are the same person share at one event: their address; of people without one, their name and number. */
export function attendeeKey({ name, email, telephone }: Pick<NewAttendee, 'name' | 'email' | 'telephone'>): string {
  return email === null ? `${name ?? ''}\n${telephone ?? ''}` : folded(email);
}

/**
 * A telephone number as people write it, fit to be kept and dialled: digits, a plus, and what separates them, at most 40 characters; null when it is
 * none. It is for people to dial, so it stays as it was written.
 */
export function telephoneOf(written: string): string | null {
  const number = plainLine(written);
  const digits = number.replace(/\D/g, '').length;
  return /^\+?[\d\s()./-]+(?:(?:x|ext\.?|#)\s*\d+)?$/i.test(number) && digits >= 3 && digits <= 20 && number.length <= 40 ? number : null;
}
