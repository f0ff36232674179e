import type { Change } from '../notices/change.ts';
import { isBlank, lengthOf } from '../plain-text.ts';

/** Whose form a webhook has. */
export const WEBHOOK_DIALECTS = ['meetbit', 'zyntro'] as const;
export type WebhookDialect = (typeof WEBHOOK_DIALECTS)[number];

/**
 * What can be told of an event. `rescheduled` is a move and nothing else, `updated` any other change of its details; `moved` is either, where its
 * time is another than before.
 */
export const WEBHOOK_TOPICS = ['created', 'updated', 'rescheduled', 'moved', 'cancelled'] as const;
export type WebhookTopic = (typeof WEBHOOK_TOPICS)[number];

export const WEBHOOK_STATUSES = ['active', 'paused', 'disabled'] as const;
export type WebhookStatus = (typeof WEBHOOK_STATUSES)[number];

/** How the receiver wants the caller to say who they are. */
export type WebhookAuth =
  | { type: 'none' }
  | { type: 'bearer' | 'api_key'; value: string }
  | { type: 'basic'; username: string; password: string }
  | { type: 'custom_header'; header: string; value: string };

/** An address that wants to hear of changes. */
export type Webhook = {
  tenantId: number;
  /** A UUID. */
  id: string;
  dialect: WebhookDialect;
  organisationId: string | null;
  name: string;
  url: string;
  topics: WebhookTopic[];
  /** As the vendor's client named them; null where it was made by our own API. */
  slugs: string[] | null;
  authType: WebhookAuth['type'];
  timeoutSeconds: number;
  status: WebhookStatus;
  /** Failed tries since the last success. */
  failureCount: number;
  /** HTTP status of the last try; null: none, or no answer came. */
  lastStatus: number | null;
  lastTriedAt: Temporal.Instant | null;
  createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
};

/** The event a webhook tells of, as it was after the change. */
export type WebhookFacts = {
  eventId: number;
  publicId: string;
  calendarId: number;
  calendarPublicId: string;
  title: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  status: 'scheduled' | 'cancelled';
};

/** What is sent of one change to one address; `id` is the same for every try. */
export type WebhookMessage = {
  id: string;
  topics: WebhookTopic[];
  facts: WebhookFacts;
  organisationId: string | null;
  createdAt: Temporal.Instant;
};

/** A vendor's form: the bytes of a message, the same for every try, and what of it is signed. Timestamps are ISO 8601 in UTC. */
export type WebhookForm = {
  body(message: WebhookMessage): string;
  signed(message: { id: string; timestamp: string; body: string }): string;
};

/** A message has so many tries: at once, and then after so many seconds each. */
export const WEBHOOK_RETRY_SECONDS = [10, 60, 300, 1_800] as const;

/** What a change is to those who want to hear of events; nothing where it is about its seats alone. */
export function topicsOf({ kind, plans, before, event }: Change): WebhookTopic[] {
  // Nobody was told that there is a draft, so nobody is told what becomes of it either.
  if (event.status === 'draft') return [];
  switch (kind) {
    case 'event_created':
    case 'event_published':
      return ['created'];
    case 'event_cancelled':
      return before['status'] === 'draft' ? [] : ['cancelled'];
    case 'event_rescheduled':
      return ['rescheduled', 'moved'];
    case 'event_updated':
      return plans.some(({ purpose }) => purpose === 'moved') ? ['updated', 'moved'] : ['updated'];
    case 'ticket_issued':
    case 'ticket_cancelled':
    case 'ticket_resent':
    case 'notices_resent':
    case 'seats_offered':
    case 'waitlist_left':
    case 'order_cancelled':
    case 'capacity_changed':
    case 'event_unpublished':
    case 'ticket_type_added':
    case 'ticket_type_changed':
    case 'ticket_type_removed':
    case 'attendees_added':
    case 'attendee_corrected':
      return [];
  }
}

/** White space, control characters and half characters: no URL has them, and a database cannot hold all of them. */
const UNFIT = /[\p{White_Space}\p{Cc}\p{Cs}]/u;

/**
 * Why an address cannot be one: it must be an absolute https URL without a name or password in it, at most 2,000 characters. What URL parsers leave
 * out or replace without a word is refused: it is kept, and called, as it was given.
 */
export function webhookUrlFault(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || text.length > 2_000 || UNFIT.test(text)) return 'must be a web address';
  if (url.protocol !== 'https:') return 'must begin with https://';
  return url.username === '' && url.password === '' ? null : 'must not hold a name or password';
}

/** Why a webhook cannot be called so, to be read after "the name", or null: it is at most 100 Unicode characters on one line, some of which can be seen. */
export function webhookNameFault(name: string): string | null {
  if (isBlank(name)) return 'must be something that can be seen';
  if (lengthOf(name) > 100) return 'must be at most 100 characters long';
  return /[\p{Cc}\p{Cs}\u2028\u2029]/u.test(name) ? 'must be on one line, without control characters or halves of characters' : null;
}
