import type { AttendeeRole } from '../people/people.ts';

/** What a mailed link lets its holder do: with a meeting they attend, or with a seat that is held for them. */
export type LinkAction = MeetingAction | OfferAction;
export type MeetingAction = 'cancel' | 'reschedule';
export type OfferAction = 'take_seat' | 'decline_seat';

/** A link as a mail has it: an absolute address. With `asks` its page does not act, but says who can. */
export type MailedLink = { action: LinkAction; url: string; asks?: true };

/**
 * Whether somebody's link moves or cancels a meeting for everybody in it: the organizer's does, and either side's in a meeting of two. Anybody else's
 * would call it off for people who do not know them. Asked again when a link is followed, for people join and leave.
 */
export function actsForAll(role: AttendeeRole, attendees: number): boolean {
  return role === 'organizer' || attendees <= 2;
}

/**
 * What a link's token says, all of it signed: one action, on the event of one seat or of one place in the waiting list (`subjectId`: of a ticket
 * or of an entry), as it stood in the mail that carries it. Once the event is moved the old mail's links are void, and at its end, or the offer's, all are.
 */
export type LinkClaims = {
  action: LinkAction;
  tenantId: number;
  subjectId: number;
  startsAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
};

/** Makes and reads tokens; made by compose.ts from the installation's keys. */
export type LinkSigner = {
  sign(claims: LinkClaims): string;
  /** Null: not a token of ours, or one of a key that is no longer known. Says nothing of time. */
  read(token: string): LinkClaims | null;
};
