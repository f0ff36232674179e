import type { Circle } from './circle.ts';

/** What an event's page shows and its mails are signed with, and who may read and wait for it: no news for anybody's calendar. */
export type EventDetails = {
  organizerName: string;
  /** The organizer's own address, for Reply-To. */
  replyTo: string | null;
  shortDescription: string;
  venueAddress: string | null;
  /** Has it a page, once it is published? */
  isPublic: boolean;
  /** Since when it has; null: it has none, or none yet. */
  publishedAt: Temporal.Instant | null;
  /** Who may read that page. */
  openTo: Circle;
  /** May people wait for a seat when there is none? */
  waitlistEnabled: boolean;
  featured: boolean;
  showInHomePage: boolean;
  allowComments: boolean;
  showAttendees: boolean;
  /** Titles, in their order. */
  categories: string[];
};

/** What an event has that was made without a word about it. */
export const PLAIN_DETAILS = {
  shortDescription: '',
  venueAddress: null,
  isPublic: false,
  publishedAt: null,
  openTo: 'everyone',
  waitlistEnabled: false,
  featured: false,
  showInHomePage: false,
  allowComments: false,
  showAttendees: false,
  categories: [],
} satisfies Omit<EventDetails, 'organizerName' | 'replyTo'>;

/** What of the details is another after than before, as it goes into the history. */
export function changedDetails(
  before: EventDetails | undefined,
  after: EventDetails | undefined,
): { before: Partial<EventDetails>; after: Partial<EventDetails> } {
  if (!before || !after) return { before: {}, after: {} };
  const names = (Object.keys(after) as (keyof EventDetails)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const only = (details: EventDetails) => Object.fromEntries(names.map((name) => [name, details[name]])) as Partial<EventDetails>;
  return { before: only(before), after: only(after) };
}
