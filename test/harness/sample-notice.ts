import { methodOf } from '../../src/domain/notices/notice.ts';
import type { EventFacts, Notice } from '../../src/domain/notices/notice.ts';

/** Parts of a notice to set; what is left out keeps its sample value. */
export type NoticeParts = Omit<Partial<Notice>, 'event' | 'recipient' | 'itip'> & {
  event?: Partial<EventFacts>;
  recipient?: Partial<Notice['recipient']>;
  itip?: Partial<Notice['itip']>;
};

/** A whole notice for tests: Ana invites Ben, in New York, to a site visit near Madrid; `parts` say what is different. */
export function sampleNotice(parts: NoticeParts = {}): Notice {
  const purpose = parts.purpose ?? 'invitation';
  return {
    deliveryId: 1,
    purpose,
    messageId: '0f343b0931126a20@events.example.org',
    inReplyTo: null,
    date: Temporal.Instant.from('2026-10-01T09:00:00Z'),
    previous: null,
    reason: null,
    ticket: null,
    pageUrl: null,
    links: [],
    ...parts,
    event: {
      title: 'Site visit',
      description: 'Bring boots.',
      location: 'Pier 4',
      startsAt: Temporal.Instant.from('2026-11-05T15:00:00Z'),
      endsAt: Temporal.Instant.from('2026-11-05T16:00:00Z'),
      zone: 'Europe/Madrid',
      organizerName: 'Ana',
      replyTo: 'ana@example.com',
      organizerMailbox: 'harbour-loft@events.example.org',
      createdAt: Temporal.Instant.from('2026-09-01T08:00:00Z'),
      updatedAt: Temporal.Instant.from('2026-09-02T08:00:00Z'),
      ...parts.event,
    },
    recipient: {
      email: 'ben@example.com',
      name: 'Ben',
      zone: 'America/New_York',
      zoneSource: 'person',
      language: 'en',
      role: 'attendee',
      participationStatus: 'needs-action',
      ...parts.recipient,
    },
    itip: {
      uid: '7c6a180b36896a0a@events.example.org',
      uidScope: 'event',
      sequence: 0,
      dtstamp: Temporal.Instant.from('2026-10-01T09:00:00Z'),
      method: methodOf(purpose),
      ...parts.itip,
    },
  };
}
