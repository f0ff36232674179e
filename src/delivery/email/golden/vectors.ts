import { methodOf } from '../../../domain/notices/notice.ts';
import type { MessageNotice, EventFacts, Notice, OfferNotice, OfferPurpose, PlainNotice, Purpose, ServiceNotice } from '../../../domain/notices/notice.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

const BREAKFAST: EventFacts = {
  title: 'Rooftop Breakfast',
  description: 'Coffee, bread and a view of the harbour.\nBring a jacket, it is windy up there.',
  location: 'Harbour Loft, Quay 3',
  startsAt: at('2026-11-05T14:00:00Z'),
  endsAt: at('2026-11-05T15:30:00Z'),
  zone: 'Europe/Madrid',
  organizerName: 'Harbour Loft',
  replyTo: 'admin@example.org',
  organizerMailbox: 'harbour-loft@events.example.org',
  createdAt: at('2026-10-01T09:00:00Z'),
  updatedAt: at('2026-10-01T09:00:00Z'),
};

const SITE_VISIT: EventFacts = {
  ...BREAKFAST,
  title: 'Site visit',
  description: '',
  location: 'Pier 4',
  startsAt: at('2026-11-05T15:00:00Z'),
  endsAt: at('2026-11-05T16:00:00Z'),
  organizerName: 'Ana',
  replyTo: 'ana@example.com',
};

const MINA: Notice['recipient'] = {
  email: 'mina@example.org',
  name: 'Mina',
  zone: 'Europe/Madrid',
  zoneSource: 'person',
  language: 'en',
  role: 'attendee',
  participationStatus: 'accepted',
};
const NOOR: Notice['recipient'] = { ...MINA, email: 'noor@example.org', name: 'Noor', zone: 'Asia/Tokyo' };
const BEN: Notice['recipient'] = { ...MINA, email: 'ben@example.com', name: 'Ben', zone: 'America/New_York' };
const CHIE: Notice['recipient'] = { ...MINA, email: 'chie@example.com', name: 'Chie', zone: 'Asia/Tokyo', zoneSource: 'contact' };

const MINAS_TICKET = { code: 'HL-9021-QX7K', typeName: 'Breakfast, free', holderName: 'Mina' };
const FIRST_MAIL = '5d41402abc4b2a76@events.example.org';

/** A notice from what is particular about it; ids and instants follow from the revision, so that they are stable. */
function notice(
  purpose: Purpose,
  revision: number,
  event: EventFacts,
  recipient: Notice['recipient'],
  own: Partial<Omit<Notice, 'itip'>> & { uid: string; sequence: number },
): Notice {
  const { uid, sequence, ...rest } = own;
  const when = at('2026-10-01T09:00:00Z').add({ minutes: revision });
  return {
    deliveryId: revision,
    purpose,
    messageId: `${String(revision).padStart(4, '0')}.${purpose}.${uid}`,
    inReplyTo: null,
    date: when,
    event,
    previous: null,
    reason: null,
    recipient,
    ticket: null,
    pageUrl: null,
    links: [],
    ...rest,
    itip: { uid, uidScope: rest.ticket ? 'ticket' : 'event', sequence, dtstamp: when, method: methodOf(purpose) },
  };
}

const ticketUid = 'b1946ac92492d234@events.example.org';
const meetingUid = '7c6a180b36896a0a@events.example.org';
const mina = { uid: ticketUid, ticket: MINAS_TICKET, pageUrl: 'https://loft.example.org/activity/events' };
const meeting = { uid: meetingUid };

const movedOnce: EventFacts = {
  ...BREAKFAST,
  startsAt: at('2026-11-06T09:00:00Z'),
  endsAt: at('2026-11-06T10:30:00Z'),
  updatedAt: at('2026-10-01T09:02:00Z'),
};
const movedTwice: EventFacts = { ...movedOnce, startsAt: at('2026-11-07T09:00:00Z'), endsAt: at('2026-11-07T10:30:00Z') };
const siteVisitMoved: EventFacts = { ...SITE_VISIT, startsAt: at('2026-11-05T17:00:00Z'), endsAt: at('2026-11-05T18:00:00Z') };

/** 255 characters of two to four octets each. */
const longReason = 'Sturmflut über der Brücke 🌊 – 高潮のため中止。'.repeat(8).slice(0, 254).toWellFormed().replace(/\uFFFD/g, '。').padEnd(255, 'é');

/** The cases whose bytes are kept: file name to notice. Times are far from any change of rules in the tz database. */
export const VECTORS: Record<string, Notice> = {
  book: notice('ticket', 1, BREAKFAST, MINA, { ...mina, sequence: 0 }),
  invite: notice('invitation', 1, { ...SITE_VISIT, description: BREAKFAST.description }, { ...BEN, participationStatus: 'needs-action' }, {
    ...meeting,
    sequence: 0,
  }),
  'invite-with-links': notice('invitation', 1, SITE_VISIT, { ...BEN, participationStatus: 'needs-action' }, {
    ...meeting,
    sequence: 0,
    links: [
      { action: 'reschedule', url: 'https://loft.example.org/l/0a1b2c3d.1-1-2f-3-4.AAAAAAAAAAAAAAAAAAAAAA' },
      { action: 'cancel', url: 'https://loft.example.org/l/0a1b2c3d.0-1-2f-3-4.BBBBBBBBBBBBBBBBBBBBBB' },
    ],
  }),
  'invite-asking': notice('invitation', 1, { ...SITE_VISIT, attendees: 3 }, { ...BEN, language: 'de', participationStatus: 'needs-action' }, {
    ...meeting,
    sequence: 0,
    links: [
      { action: 'reschedule', url: 'https://loft.example.org/l/0a1b2c3d.1-1-2f-3-4.AAAAAAAAAAAAAAAAAAAAAA', asks: true },
      { action: 'cancel', url: 'https://loft.example.org/l/0a1b2c3d.0-1-2f-3-4.BBBBBBBBBBBBBBBBBBBBBB', asks: true },
    ],
  }),
  'cancelled-by-guest': notice('event_cancelled', 5, { ...SITE_VISIT, changedBy: 'Ben' }, { ...BEN, email: 'ana@example.com', name: 'Ana', role: 'organizer' }, {
    ...meeting,
    sequence: 1,
    reason: 'I am ill.',
  }),
  'moved-by-guest': notice('moved', 2, { ...siteVisitMoved, changedBy: 'Chie' }, BEN, {
    ...meeting,
    sequence: 1,
    previous: SITE_VISIT,
    links: [
      { action: 'reschedule', url: 'https://loft.example.org/l/0a1b2c3d.1-1-2f-3-4.AAAAAAAAAAAAAAAAAAAAAA' },
      { action: 'cancel', url: 'https://loft.example.org/l/0a1b2c3d.0-1-2f-3-4.BBBBBBBBBBBBBBBBBBBBBB' },
    ],
  }),
  move: notice('moved', 2, movedOnce, MINA, { ...mina, sequence: 1, previous: BREAKFAST, inReplyTo: FIRST_MAIL }),
  'move-again': notice('moved', 3, movedTwice, MINA, { ...mina, sequence: 2, previous: movedOnce, inReplyTo: FIRST_MAIL }),
  'move-meeting': notice('moved', 2, siteVisitMoved, CHIE, { ...meeting, sequence: 1, previous: SITE_VISIT, reason: 'The ferry is late.' }),
  update: notice('updated', 2, { ...SITE_VISIT, title: 'Site visit, east side', location: 'Pier 7' }, BEN, {
    ...meeting,
    sequence: 1,
    previous: SITE_VISIT,
  }),
  resend: notice('ticket', 4, movedTwice, MINA, { ...mina, sequence: 2, inReplyTo: FIRST_MAIL }),
  cancel: notice('event_cancelled', 5, SITE_VISIT, BEN, {
    ...meeting,
    sequence: 2,
    reason: 'The pier is closed after last night’s storm. See http://evil.example/path or write to phish@evil.example.',
    inReplyTo: FIRST_MAIL,
  }),
  'cancel-resend': {
    ...notice('event_cancelled', 5, SITE_VISIT, BEN, { ...meeting, sequence: 2, reason: 'The pier is closed.', inReplyTo: FIRST_MAIL }),
    messageId: '0005.event_cancelled.1.7c6a180b36896a0a@events.example.org',
    itip: { uid: meetingUid, uidScope: 'event', sequence: 2, dtstamp: at('2026-10-01T10:00:00Z'), method: 'CANCEL' },
  },
  'cancel-ticketed-event': notice('event_cancelled', 5, BREAKFAST, { ...NOOR, zoneSource: 'tenant', zone: 'Europe/Madrid' }, {
    ...mina,
    ticket: { ...MINAS_TICKET, code: 'HL-9031-M2PD', holderName: null },
    sequence: 3,
    reason: 'The roof leaks.',
  }),
  'cancel-ticket': notice('ticket_cancelled', 6, BREAKFAST, MINA, { ...mina, sequence: 3 }),
  'uninvite-one-of-three': notice('ticket_cancelled', 6, SITE_VISIT, CHIE, { ...meeting, sequence: 2 }),
  'name-with-quotes-comma-emoji': notice('ticket', 1, BREAKFAST, { ...MINA, name: 'Mina "Mimi", the 🎉; <b>Chef</b>' }, {
    ...mina,
    sequence: 0,
  }),
  'reason-255-multibyte': notice('event_cancelled', 5, { ...SITE_VISIT, title: 'Begehung' }, { ...BEN, language: 'de' }, {
    ...meeting,
    sequence: 1,
    reason: longReason,
  }),
  'reason-crlf-injection': notice('event_cancelled', 5, SITE_VISIT, { ...BEN, language: 'fr' }, {
    ...meeting,
    sequence: 1,
    reason: 'Sorry\r\nBcc: raj@example.org\r\n\r\nEND:VEVENT\r\nATTENDEE:mailto:raj@example.org\\nATTENDEE:mailto:pia@example.org\u202Egnp.exe',
  }),
  'two-tickets-one-address-1': notice('ticket', 1, BREAKFAST, { ...MINA, language: 'es' }, { ...mina, sequence: 0 }),
  'two-tickets-one-address-2': notice('ticket', 1, BREAKFAST, { ...MINA, language: 'es' }, {
    ...mina,
    uid: '3f2a9c1d77e05b48@events.example.org',
    ticket: { ...MINAS_TICKET, code: 'HL-9022-W4TA', holderName: 'Pia' },
    sequence: 0,
  }),
  'organizer-name-changed': notice('updated', 7, { ...BREAKFAST, organizerName: 'Harbour Loft & Friends', location: 'Sala 2' }, MINA, {
    ...mina,
    sequence: 1,
    previous: BREAKFAST,
  }),
};

function plain(purpose: OfferPurpose, revision: number, recipient: Notice['recipient'], own: Partial<OfferNotice> = {}): OfferNotice {
  const { itip: _itip, ...common } = notice('ticket', revision, BREAKFAST, recipient, { uid: 'waiting', sequence: 0 });
  return {
    ...common,
    messageId: `${String(revision).padStart(4, '0')}.${purpose}@events.example.org`,
    pageUrl: 'https://loft.example.org/events/77',
    purpose,
    ticket: null,
    itip: null,
    offer: { until: at('2026-10-02T09:00:00Z'), typeName: 'Breakfast, free' },
    links:
      purpose === 'seat_offered'
        ? [
            { action: 'take_seat', url: 'https://loft.example.org/l/0a1b2c3d.2-1-2f-3-4.CCCCCCCCCCCCCCCCCCCCCC' },
            { action: 'decline_seat', url: 'https://loft.example.org/l/0a1b2c3d.3-1-2f-3-4.DDDDDDDDDDDDDDDDDDDDDD' },
          ]
        : [],
    ...own,
  };
}

/** Mails without a calendar part, to people who hold no seat. */
/** To the organizer of the site visit, who changed nothing. */
function service(verb: ServiceNotice['service']['verb'], revision: number, language: 'en' | 'de' | 'es' | 'fr', own: Partial<ServiceNotice> = {}): ServiceNotice {
  const ana: Notice['recipient'] = { ...MINA, email: 'ana@example.com', name: 'Ana', role: 'organizer', language };
  const { itip: _itip, ...common } = notice('moved', revision, SITE_VISIT, ana, { uid: 'service', sequence: 0 });
  return {
    ...common,
    messageId: `${String(revision).padStart(4, '0')}.bare_pair_used@events.example.org`,
    purpose: 'bare_pair_used',
    ticket: null,
    itip: null,
    service: { verb, network: '192.0.2.0/24' },
    ...own,
  };
}

/** The organizer's words to whoever has a seat at the breakfast, or waits for one. */
function message(recipient: Notice['recipient'], own: MessageNotice['message']): MessageNotice {
  const { itip: _itip, ...common } = notice('ticket', 4, BREAKFAST, recipient, { uid: 'message', sequence: 0 });
  const thread = { messageId: '0004.message@events.example.org', inReplyTo: '0001.ticket@events.example.org' };
  const pageUrl = 'https://loft.example.org/events/77';
  return { ...common, ...thread, pageUrl, purpose: 'message', ticket: null, itip: null, message: own };
}

const DOORS = {
  subject: 'Doors open at nine',
  text: 'Please come by the <north> gate & bring the code.\n\nA map: https://loft.example.org/map?a=1&b=2. Not http://elsewhere.example, nor www.elsewhere.example or raj@example.org.',
};

export const PLAIN_VECTORS: Record<string, PlainNotice> = {
  message: message(MINA, { ...DOORS, because: 'ticket' }),
  'message-waiting-de': message({ ...NOOR, language: 'de' }, { ...DOORS, subject: 'Türen öffnen um neun', because: 'waiting' }),
  'seat-offered': plain('seat_offered', 8, NOOR),
  'seat-offered-de': plain('seat_offered', 8, { ...MINA, language: 'de' }, { offer: { until: at('2026-10-02T09:00:00Z'), typeName: null } }),
  'offer-revoked': plain('offer_revoked', 9, NOOR, { inReplyTo: '0008.seat_offered@events.example.org' }),
  'offer-withdrawn': plain('offer_withdrawn', 9, NOOR, { reason: 'The roof leaks.', inReplyTo: '0008.seat_offered@events.example.org' }),
  'ids-alone-cancelled': service('cancelled', 10, 'en', { reason: 'Host is ill\nsee https://example.org/' }),
  'ids-alone-moved-de': service('moved', 11, 'de'),
  'ids-alone-moved-es': service('moved', 11, 'es', { service: { verb: 'moved', network: '2001:db8:1:2::/64' } }),
  'ids-alone-cancelled-fr': service('cancelled', 12, 'fr'),
};
