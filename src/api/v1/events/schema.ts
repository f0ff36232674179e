import { z } from '@hono/zod-openapi';
import { MAX_TITLE } from '../../../domain/events/create-event.ts';
import { EVENT_STATUSES } from '../../../domain/events/event.ts';
import { address, instantGiven, instantInQuery, line, lineOrNull, text, zone } from '../fields.ts';
import { nextCursor, pageQuery } from '../page.ts';
import { id, inQuery, instant, nameInBody, publicId } from '../schema.ts';

export const CIRCLES = ['everyone', 'signed_in', 'members', 'contacts'] as const;

/** What callers call the two kinds of events that the domain tells apart by whose UID they have. */
export const KINDS = { meeting: 'event', ticketed: 'ticket' } as const;
const kind = z.enum(['meeting', 'ticketed']).openapi({
  description:
    'meeting: people are invited, and share one entry in their calendars; ticketed: people take tickets, each an entry of its own.',
});

const MOST_INVITEES = 500;
// As the database counts.
const MOST_SEATS = 2_147_483_647;

export const eventSchema = z
  .object({
    id,
    public_id: publicId,
    revision: z.int().openapi({ description: 'Counts committed changes; its ETag.' }),
    kind,
    status: z.enum(EVENT_STATUSES).openapi({ description: 'draft: nobody sees it, and nobody is mailed of it.' }),
    calendar_id: id,
    calendar_public_id: publicId,
    title: z.string().openapi({ example: 'Harbour walk' }),
    short_description: z.string(),
    description: z.string(),
    location: z.string().nullable().openapi({ example: 'Pier 3' }),
    venue_address: z.string().nullable(),
    zone: z.string().openapi({ example: 'Europe/Madrid' }),
    starts_at: instant,
    ends_at: instant,
    organizer_name: z.string().openapi({ example: 'Mina' }),
    reply_to: z.string().nullable(),
    capacity: z.int().nullable().openapi({ description: 'Null: no limit.' }),
    seats_taken: z.int(),
    seats_held: z.int().openapi({ description: 'By unpaid orders and standing offers.' }),
    public: z.boolean().openapi({ description: 'It has a page; a draft gets one when it is published.' }),
    published_at: instant.nullable().openapi({ description: 'Since when it has its page.' }),
    open_to: z.enum(CIRCLES).openapi({ description: 'Who may read its page.' }),
    waiting_list: z.boolean(),
    categories: z.array(z.string()),
    featured: z.boolean(),
    show_in_home_page: z.boolean(),
    allow_comments: z.boolean(),
    show_attendees: z.boolean(),
    attendee_links: z.boolean().openapi({ description: 'Its mails carry links that cancel and move it.' }),
    has_image: z.boolean(),
    cancelled_at: instant.nullable(),
    cancel_reason: z.string().nullable(),
    created_at: instant,
    updated_at: instant,
  })
  .openapi('Event');

export const eventPageSchema = z.object({ data: z.array(eventSchema), next_cursor: nextCursor }).openapi('EventPage');

const words = {
  title: line(MAX_TITLE, 'Harbour walk'),
  short_description: text(500, 'Along the piers, an hour'),
  description: text(10_000, 'We meet at the blue door.'),
  location: lineOrNull(255, 'Pier 3'),
  venue_address: lineOrNull(500, 'Moll de la Fusta 3, Barcelona'),
  organizer_name: line(255, 'Mina'),
  reply_to: address.nullable(),
  public: z.boolean(),
  open_to: z.enum(CIRCLES),
  waiting_list: z.boolean(),
  categories: z
    .array(line(100, 'Walks'))
    .max(20)
    .transform((titles) => [...new Map(titles.toReversed().map((title) => [title.toLowerCase(), title])).values()].toSorted())
    .openapi({ type: 'array', items: { type: 'string' }, description: 'By title; one that there is none of is made.' }),
  featured: z.boolean(),
  show_in_home_page: z.boolean(),
  allow_comments: z.boolean(),
  show_attendees: z.boolean(),
};

const inviteeSchema = z
  .strictObject({
    email: address,
    name: lineOrNull(255, 'Noor').default(null),
    zone: zone
      .nullable()
      .default(null)
      .openapi({ type: ['string', 'null'], description: "Null: the calendar's, and the mail says so." }),
    language: z
      .string()
      .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, 'a language tag like en or de-AT')
      .nullable()
      .default(null),
    role: z.enum(['organizer', 'attendee']).default('attendee'),
  })
  .openapi('Invitee');

export const newEventSchema = z
  .strictObject({
    kind: kind.default('ticketed'),
    calendar_id: nameInBody('a calendar'),
    ...words,
    starts_at: instantGiven,
    ends_at: instantGiven,
    zone: zone.openapi({ description: "Unless told, the calendar's." }),
    capacity: z.int().min(0).max(MOST_SEATS).nullable().default(null).openapi({ description: 'Null: no limit.' }),
    attendee_links: z.boolean().default(false),
    invitees: z.array(inviteeSchema).max(MOST_INVITEES).default([]).openapi({ description: 'Of a meeting; mailed once it is published.' }),
    publish: z.boolean().default(false).openapi({ description: 'At once; else it is a draft.' }),
  })
  .partial({
    zone: true,
    short_description: true,
    description: true,
    location: true,
    venue_address: true,
    organizer_name: true,
    reply_to: true,
    public: true,
    open_to: true,
    waiting_list: true,
    categories: true,
    featured: true,
    show_in_home_page: true,
    allow_comments: true,
    show_attendees: true,
  })
  .openapi('NewEvent', {
    example: {
      calendar_id: 1,
      title: 'Harbour walk',
      location: 'Pier 3',
      starts_at: '2030-05-01T14:00:00Z',
      ends_at: '2030-05-01T15:00:00Z',
      capacity: 20,
      public: true,
      waiting_list: true,
    },
  });

export const reason = z
  .string()
  .max(1_000)
  .nullable()
  .openapi({ description: 'In your words; mailed to whoever hears of it, and kept in the history.', example: 'The roof leaks' });

export const eventChangeSchema = z
  .strictObject({ ...words, starts_at: instantGiven, ends_at: instantGiven, zone, reason })
  .partial()
  .openapi('EventChange', { description: 'What is absent stays.', example: { location: 'Pier 4', reason: 'Pier 3 is being mended' } });

export const copySchema = z
  .strictObject({ starts_at: instantGiven, ends_at: instantGiven.optional(), title: words.title.optional() })
  .openapi('EventCopy', {
    description: 'Without an end it lasts as long as the original.',
    example: { starts_at: '2030-06-05T14:00:00Z' },
  });

export const publishedSchema = eventSchema
  .extend({ notices: z.int().openapi({ description: 'How many people are owed a notice by it.' }) })
  .openapi('PublishedEvent');

const status = z.enum(EVENT_STATUSES);

export const eventQuery = z.strictObject({
  calendar: inQuery('calendar', 'a calendar'),
  from: instantInQuery('from', 'Only events that begin then or later.'),
  to: instantInQuery('to', 'Only events that begin before.'),
  status: z
    .union([status.transform((one) => [one]), z.array(status)])
    .optional()
    .openapi({ param: { name: 'status', in: 'query' }, type: 'array', items: { type: 'string', enum: [...EVENT_STATUSES] } }),
  q: z
    .string()
    .max(200)
    .optional()
    .openapi({
      param: { name: 'q', in: 'query', description: 'Words that title, place or organizer begin with, all of them, in any case.' },
    }),
  ...pageQuery('e', 3),
});

/** The revision that a caller read, as its ETag has it. */
export const ifMatch = z.object({
  'if-match': z
    .string()
    .regex(/^(?:\*|"\d{1,15}")$/, 'an ETag of this event, as it was given')
    .transform((tag) => (tag === '*' ? null : Number(tag.slice(1, -1))))
    .optional()
    .openapi({
      param: { name: 'if-match', in: 'header', description: 'Refused with 412 where somebody edited the event after that revision.' },
      type: 'string',
      example: '"3"',
    }),
});
