import type { Circle } from './circle.ts';

/** One customer's isolated data, and what it has decided about itself. */
export type Tenant = {
  id: number;
  name: string;
  /** IANA zone and BCP 47 tag used where a person has none of their own. */
  zone: string;
  locale: string;
  /** ORGANIZER and From of every event made from now on. */
  senderMailbox: string;
  currency: string;
  demo: boolean;
  settings: TenantSettings;
};

export type TenantSettings = {
  /** May customers cancel their own tickets? */
  canCancelTickets?: boolean;
  /** Is a holder mailed when they cancel their own ticket, so that their calendar obeys too? */
  tellHolderOfOwnCancel?: boolean;
  /** How often one ticket may be asked for again within an hour. */
  resendsPerHour?: number;
  /** Requests a second that all of a tenant's clients may make together. */
  requestsPerSecond?: number;
  /** The status of "too many requests" where a door's documents and the world's habit differ. */
  throttleStatus?: 409 | 429;
  /** Is there a section of public events at all? */
  eventsEnabled?: boolean;
  /** Who may read it; each event can be open to fewer. */
  eventsOpenTo?: Circle;
  /** How long an order keeps its seats while it waits for payment. */
  orderHoldMinutes?: number;
  /** How long a seat is held for somebody who waited for it. */
  offerHours?: number;
  /** Is a comment shown at once, or once somebody of the house has read it? */
  publishComments?: boolean;
  /** Are events shown in the public calendar, and in the feed that calendars subscribe to? */
  eventsInCalendar?: boolean;
  eventsInFeed?: boolean;
  /** Is a meeting refused where its calendar has another at that time? */
  refusesConflicts?: boolean;
  /** SHA-256 in hex of a secret that calls by the older form of an account's paths must bring; empty: none. */
  developerSecretHash?: string;
  /** Addresses and CIDR networks from which that secret tells whose it is; none: from nowhere. */
  developerNetworks?: string[];
  /** Must whoever names a meeting by its ids alone show a key or a mailed link's token, too? */
  strictIds?: boolean;
  /** Do the ids of meetings that came from elsewhere, and were made by others, open them without either? */
  trustsImportedIds?: boolean;
  /** Is whoever runs a meeting mailed when somebody changed it with its ids alone? */
  tellsBarePairs?: boolean;
  /** Is anybody mailed of the cancel of an event that is over? */
  tellsPastCancels?: boolean;
  /** Are deleted_at and canceled_by_type left out of events that live, for clients that check them against the vendor's schema? */
  omitsNullDeletion?: boolean;
};

/** The settings of a tenant that has decided nothing. */
export const DEFAULT_SETTINGS: Required<TenantSettings> = {
  canCancelTickets: true,
  tellHolderOfOwnCancel: true,
  resendsPerHour: 5,
  requestsPerSecond: 10,
  throttleStatus: 409,
  eventsEnabled: true,
  eventsOpenTo: 'everyone',
  orderHoldMinutes: 1_440,
  offerHours: 24,
  publishComments: true,
  eventsInCalendar: true,
  eventsInFeed: true,
  refusesConflicts: false,
  developerSecretHash: '',
  developerNetworks: [],
  strictIds: false,
  trustsImportedIds: false,
  tellsBarePairs: true,
  tellsPastCancels: true,
  omitsNullDeletion: false,
};

/** A tenant's settings with the defaults filled in. */
export function settingsOf(tenant: Tenant): Required<TenantSettings> {
  return { ...DEFAULT_SETTINGS, ...tenant.settings };
}
