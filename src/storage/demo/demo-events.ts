import { type Event, factsOf } from '../../domain/events/event.ts';
import { DEMO_TENANT } from './demo-people.ts';
import { type DemoEvent, type Seat, demoProgramme } from './demo-programme.ts';
import type { TableRows } from './demo.ts';

export type DemoEventsInput = {
  senderMailbox: string;
  now: Temporal.Instant;
  newUuid(): string;
  newCode(): string;
};

/** Calendars, events and seats of the demo. Everybody seated counts as told of the event at its first revision. */
export function demoEvents(input: DemoEventsInput): TableRows[] {
  const { now } = input;
  const tenant_id = DEMO_TENANT;
  const base = { tenant_id, created_at: now };
  const events = demoProgramme(now).map((one) => ({ one, event: storedEvent(one, input) }));
  const tables: TableRows[] = [
    {
      table: 'calendars',
      rows: [
        { id: 11, public_id: input.newUuid(), name: 'House events', zone: 'Europe/Madrid' },
        { id: 12, public_id: input.newUuid(), name: 'Visits', zone: 'Europe/Madrid' },
        { id: 13, public_id: input.newUuid(), name: 'Reviews', zone: 'Europe/Madrid' },
        { id: 14, public_id: '3d21426f-9042-40d9-a0b2-94037f551d51', name: 'Calls', zone: 'Europe/London' },
      ].map((calendar) => ({ ...base, ...calendar })),
    },
    { table: 'events', rows: events.map(({ one, event }) => eventRow(one, event)) },
    {
      table: 'categories',
      rows: [
        { tenant_id, id: 1, title: 'Food' },
        { tenant_id, id: 2, title: 'Talks' },
      ],
    },
    {
      table: 'event_categories',
      rows: events.flatMap(({ one }) => (one.categoryId ? [{ tenant_id, event_id: one.id, category_id: one.categoryId }] : [])),
    },
    {
      table: 'comments',
      rows: [{ ...base, id: 1, event_id: 77, posted_by: 'Noor', body: 'The view alone is worth the stairs.', rating: 5, published: true }],
    },
    {
      table: 'ticket_types',
      rows: events.flatMap(({ one }) =>
        one.ticketTypeId
          ? [
              {
                ...base,
                id: one.ticketTypeId,
                event_id: one.id,
                name: 'Standard',
                description: '',
                price: 0,
                currency: 'EUR',
                capacity: one.capacity,
                live_tickets: 0,
                display_order: 0,
                visible: true,
                updated_at: now,
              },
            ]
          : [],
      ),
    },
    { table: 'changes', rows: events.map(({ event }) => changeRow(event)) },
    { table: 'outbox', rows: events.map(({ event }) => toldRow(event)) },
    { table: 'tickets', rows: events.flatMap(({ one, event }) => one.seats.map((seat) => ticketRow(one, event, seat, input))) },
  ];
  return tables;
}

function storedEvent(one: DemoEvent, { senderMailbox, now, newUuid }: DemoEventsInput): Event {
  return {
    tenantId: DEMO_TENANT,
    id: one.id,
    publicId: one.publicId ?? newUuid(),
    calendarId: one.calendarId,
    uidScope: one.uidScope,
    uid: uidOf(newUuid(), senderMailbox),
    organizerMailbox: senderMailbox,
    organizerName: one.organizer?.name ?? 'Harbour Loft',
    replyTo: one.organizer?.email ?? null,
    title: one.title,
    description: one.shortDescription ?? '',
    location: one.location,
    zone: one.zone,
    startsAt: one.startsAt,
    endsAt: one.startsAt.add({ minutes: one.minutes }),
    capacity: one.capacity,
    liveTickets: 0,
    heldSeats: 0,
    waitlistEnabled: one.waitlist ?? false,
    // The meeting of the account, which its door made.
    attendeeLinks: one.uidScope === 'event' && one.publicId !== undefined,
    status: 'scheduled',
    revision: 1,
    sequence: 0,
    dtstamp: now,
    cancelledAt: null,
    cancelReason: null,
    cancelledByKind: null,
    cancelledById: null,
    createdAt: now,
    updatedAt: now,
  };
}

function eventRow(one: DemoEvent, event: Event): Record<string, unknown> {
  return {
    tenant_id: event.tenantId,
    id: event.id,
    public_id: event.publicId,
    calendar_id: event.calendarId,
    uid_scope: event.uidScope,
    uid: event.uid,
    organizer_mailbox: event.organizerMailbox,
    organizer_name: event.organizerName,
    reply_to: event.replyTo,
    title: event.title,
    short_description: one.shortDescription ?? '',
    description: event.description,
    location: event.location,
    zone: event.zone,
    starts_at: event.startsAt,
    ends_at: event.endsAt,
    capacity: event.capacity,
    // Counted up by the tickets' trigger.
    live_tickets: 0,
    status: event.status,
    revision: event.revision,
    sequence: event.sequence,
    dtstamp: event.dtstamp,
    published_at: event.uidScope === 'ticket' ? event.createdAt : null,
    featured: one.id === 77,
    show_in_home_page: one.id === 77,
    allow_comments: one.comments ?? false,
    waitlist_enabled: event.waitlistEnabled,
    attendee_links: event.attendeeLinks,
    show_attendees: false,
    created_at: event.createdAt,
    updated_at: event.updatedAt,
  };
}

function ticketRow(one: DemoEvent, event: Event, [id, seat]: [number, Seat], input: DemoEventsInput): Record<string, unknown> {
  return {
    tenant_id: event.tenantId,
    id,
    event_id: event.id,
    ticket_type_id: one.ticketTypeId ?? null,
    customer_id: null,
    contact_id: null,
    ...seat,
    language: 'en',
    code: input.newCode(),
    uid: event.uidScope === 'ticket' ? uidOf(input.newUuid(), input.senderMailbox) : null,
    sequence_offset: 0,
    resends: 0,
    told_outbox_id: event.id,
    issued_revision: event.revision,
    issued_at: event.createdAt,
    updated_at: event.createdAt,
  };
}

function changeRow(event: Event): Record<string, unknown> {
  return {
    tenant_id: event.tenantId,
    id: event.id,
    event_id: event.id,
    ticket_id: null,
    revision: event.revision,
    kind: 'event_created',
    actor_kind: 'system',
    actor_id: 'demo',
    before: {},
    after: { title: event.title },
    cause: 'demo',
    at: event.createdAt,
  };
}

/** The plan that stands for what everybody seated knows already; it owes nothing, so it covers no ticket. */
function toldRow(event: Event): Record<string, unknown> {
  return {
    tenant_id: event.tenantId,
    id: event.id,
    event_id: event.id,
    change_id: event.id,
    revision: event.revision,
    purpose: event.uidScope === 'ticket' ? 'ticket' : 'invitation',
    audience: 'joined',
    occurrence: 0,
    method: 'REQUEST',
    sequence: event.sequence,
    dtstamp: event.dtstamp,
    facts: factsOf(event, { kind: 'system', id: 'demo' }),
    uid_scope: event.uidScope,
    uid: event.uid,
    state: 'expanded',
    lane: 0,
    planned: 0,
    cursor_ticket_id: 0,
    created_at: event.createdAt,
    expanded_at: event.createdAt,
  };
}

function uidOf(uuid: string, mailbox: string): string {
  return `${uuid}@${mailbox.slice(mailbox.lastIndexOf('@') + 1)}`;
}
