import type { LinkAction, MeetingAction } from '../../../domain/notices/link.ts';
import type { OfferPurpose, Purpose } from '../../../domain/notices/notice.ts';

/**
 * What a mail has to say. `uninvited` is a `ticket_cancelled` notice to somebody without a ticket: taken off the list of
 * a meeting that goes on. The last two are a `bare_pair_used` notice, by what was done; `message` is the organizer's own words.
 */
export type MailKind = Purpose | OfferPurpose | 'message' | 'uninvited' | 'cancelled_by_ids' | 'moved_by_ids';

/** The sentences of one kind of mail. */
export type KindTexts = {
  /** On the coloured band, and the first word of the subject. */
  label: string;
  /** First sentence; gets the organizer's name as plain text. */
  lead: (organizer: string) => string;
  /** The first sentence when the reader is the organizer. */
  ownLead: string;
  /** What the reader's calendar should do by itself, and what to do when it does not; null where it has nothing to do. */
  calendar: string | null;
  /** What the ticket is good for now; shown below its code. */
  ticket: string;
};

/** Everything a mail says in one language. */
export type MailTexts = {
  /** BCP 47 tag for dates and zone names. */
  locale: string;
  kinds: Record<MailKind, KindTexts>;
  /** Behind a label, with the space that a language sets before it. */
  colon: string;
  subject: (label: string, title: string, when: string) => string;
  greeting: (name: string | null) => string;
  when: string;
  where: string;
  title: string;
  before: string;
  now: string;
  /** Before the event's own wall clock, where it is not the reader's. */
  atTheEvent: string;
  /** Said when the reader's zone is our inference; gets the zone's name. */
  zoneGuessed: (zone: string) => string;
  noPlace: string;
  about: string;
  reason: string;
  quote: (words: string) => string;
  ticketCode: string;
  ticketType: string;
  ticketHolder: string;
  openPage: string;
  /** Words of the links a mail can have. */
  actions: Record<LinkAction, string>;
  /** The same of links that only say who can. */
  asking: Record<MeetingAction, string>;
  /** The first sentence when the reader is the organizer, and an attendee of theirs did it. */
  attendeeDid: Record<'moved' | 'event_cancelled', (name: string) => string>;
  /** Before the moment until which a seat is held. */
  heldUntil: string;
  /** Before the network a call came from. */
  cameFrom: string;
  replyReaches: (organizer: string) => string;
  /** Why the reader gets this mail, by what they are to the event. */
  because: { ticket: string; attendee: string; organizer: string; waiting: string };
};
