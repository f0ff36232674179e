import type { MessageNotice, Notice, OfferNotice, PlainNotice, PlainPurpose, Purpose, ServiceFacts } from '../../domain/notices/notice.ts';
import type { MailedLink } from '../../domain/notices/link.ts';
import type { Language } from '../../domain/people/people.ts';
import { cleanLine, cleanText } from '../../ical/plain-text.ts';
import { describeMoment, momentInWords, wallClocksDiffer } from './moment.ts';
import type { Moment } from './moment.ts';
import { mailKind, textsOf } from './texts/catalogue.ts';
import type { MailKind, MailTexts } from './texts/mail-texts.ts';
import { type Piece, piecesOf } from './message-words.ts';
import { unlinked } from './unlinked.ts';

/** What the lines that do not speak of times may depend on. */
export type ChangeFacts = Pick<Notice, 'event' | 'reason'> & {
  language: Language;
  purpose: Purpose | PlainPurpose;
  /** Null: there is no calendar part. */
  uidScope: Notice['itip']['uidScope'] | null;
};

/** All that the shared words of a mail may depend on; whatever is not in here differs between recipients. */
export type SharedFacts = ChangeFacts &
  Pick<Notice, 'previous'> &
  Pick<Notice['recipient'], 'zone' | 'zoneSource' | 'role'> & {
    /** The seat that is held for a reader who waited for it. */
    offer: OfferNotice['offer'] | null;
    service: ServiceFacts | null;
    message: MessageNotice['message'] | null;
    kind: MailKind;
    ticketed: boolean;
  };

/** How a time or place stands: it holds, is off, is what was told before, or is new. */
export type Standing = 'holds' | 'off' | 'before' | 'now';

/** The words all recipients of one change share in one language and zone, before they become HTML and plain text. */
export type MailContent = {
  kind: MailKind;
  language: Language;
  texts: MailTexts;
  organizer: string;
  subject: string;
  label: string;
  title: string;
  previousTitle: string | null;
  lead: string;
  times: { standing: Standing; moment: Moment }[];
  /** The event's own wall clock, where it is not the reader's. */
  atTheEvent: Moment | null;
  zoneGuessed: string | null;
  places: { standing: Standing; place: string }[];
  reason: string | null;
  about: string | null;
  /** The seat held for the reader, and until when: null where there is none. */
  offer: { typeName: string | null; until: string } | null;
  /** Where a call came from that the reader is told of; null in any other mail. */
  network: string | null;
  /** The organizer's own words; null in any other mail. */
  message: { subject: string; pieces: Piece[] } | null;
  /** What their calendar does; null for a mail without a calendar part. */
  calendar: string | null;
  closing: string[];
};

/** The words that are one recipient's own. */
export type OwnContent = {
  kind: MailKind;
  texts: MailTexts;
  greeting: string;
  ticket: { code: string; details: { label: string; value: string }[]; note: string } | null;
  pageUrl: string | null;
  links: Notice['links'];
};

/** Longest texts shown, in UTF-16 units. */
const LIMITS = { title: 300, name: 200, place: 500, reason: 2000, about: 1500, code: 100, message: 10_000 } as const;

/** A subject is cut earlier: phones show about forty characters, and the time must stay in sight. */
const SUBJECT_TITLE = 120;

/** Words for everybody in one language and zone. */
export function sharedContent(facts: SharedFacts): MailContent {
  const { event, kind, language, previous, role, zone } = facts;
  const texts = textsOf(language);
  const words = texts.kinds[kind];
  const organizer = cleanLine(event.organizerName, LIMITS.name);
  const title = cleanLine(event.title, LIMITS.title);
  const moment = describeMoment(event.startsAt, event.endsAt, zone, texts.locale);
  const known = facts.zoneSource === 'person' || facts.zoneSource === 'contact';
  const atTheEvent = describeMoment(event.startsAt, event.endsAt, event.zone, texts.locale);
  const reason = facts.reason === null ? '' : unlinked(cleanText(facts.reason, LIMITS.reason));
  const about = cleanText(event.description, LIMITS.about);
  return {
    kind,
    language,
    texts,
    organizer,
    subject: facts.message
      ? `${cleanLine(event.title, SUBJECT_TITLE)}${texts.colon} ${cleanLine(facts.message.subject, LIMITS.title)}`
      : texts.subject(words.label, cleanLine(event.title, SUBJECT_TITLE), moment.short),
    label: words.label,
    title,
    previousTitle: previous !== null && changes(kind) && previous.title !== event.title ? cleanLine(previous.title, LIMITS.title) : null,
    lead: leadOf(facts, texts),
    // A message may arrive after a later move: it says nothing of when and where.
    times: facts.message ? [] : times(facts, moment, texts.locale),
    atTheEvent: !facts.message && wallClocksDiffer(moment, atTheEvent) ? atTheEvent : null,
    zoneGuessed: known || facts.message ? null : texts.zoneGuessed(moment.zone),
    places: facts.message ? [] : places(facts, texts.noPlace),
    reason: reason === '' ? null : reason,
    about: about !== '' && (kind === 'invitation' || kind === 'ticket' || kind === 'updated' || kind === 'seat_offered') ? about : null,
    offer: kind === 'seat_offered' && facts.offer ? offerOf(facts.offer, zone, texts.locale) : null,
    network: facts.service?.network ?? null,
    message: facts.message && {
      subject: unlinked(cleanLine(facts.message.subject, LIMITS.title)),
      pieces: piecesOf(cleanText(facts.message.text, LIMITS.message)),
    },
    calendar: words.calendar,
    closing: [
      // A service mail goes to that very address.
      ...(event.replyTo === null || facts.service ? [] : [texts.replyReaches(organizer)]),
      texts.because[facts.message?.because ?? (facts.offer ? 'waiting' : facts.ticketed ? 'ticket' : role)],
    ],
  };
}

/** Words for one recipient. */
export function ownContent(notice: Notice | PlainNotice): OwnContent {
  const { ticket, recipient } = notice;
  const texts = textsOf(recipient.language);
  const kind = mailKind(notice);
  const name = cleanLine(recipient.name ?? '', LIMITS.name);
  const holder = cleanLine(ticket?.holderName ?? '', LIMITS.name);
  const type = cleanLine(ticket?.typeName ?? '', LIMITS.name);
  return {
    kind,
    texts,
    greeting: texts.greeting(name === '' ? null : name),
    ticket:
      ticket === null
        ? null
        : {
            code: cleanLine(ticket.code, LIMITS.code),
            details: [
              ...(type === '' ? [] : [{ label: texts.ticketType, value: type }]),
              ...(holder === '' || holder === name ? [] : [{ label: texts.ticketHolder, value: holder }]),
            ],
            note: texts.kinds[kind].ticket,
          },
    links: notice.links,
    // Anything but a web address would be a programming mistake, and a link in a mail is no place to find it.
    pageUrl: notice.pageUrl !== null && kind !== 'offer_withdrawn' && /^https?:\/\//.test(notice.pageUrl) ? notice.pageUrl : null,
  };
}

/** The first sentence: what was done, and by whom. An attendee who did it in the organizer's stead is named. */
function leadOf({ kind, event, role }: SharedFacts, texts: MailTexts): string {
  const words = texts.kinds[kind];
  const own = role === 'organizer';
  const attendee = cleanLine(event.changedBy ?? '', LIMITS.name);
  if ((kind === 'moved' || kind === 'event_cancelled') && attendee !== '')
    return own ? texts.attendeeDid[kind](attendee) : words.lead(attendee);
  return own ? words.ownLead : words.lead(cleanLine(event.organizerName, LIMITS.name));
}

/** What a link is called. */
export function linkWords({ action, asks }: MailedLink, texts: MailTexts): string {
  return asks && (action === 'cancel' || action === 'reschedule') ? texts.asking[action] : texts.actions[action];
}

function offerOf({ until, typeName }: OfferNotice['offer'], zone: string, locale: string): MailContent['offer'] {
  const type = cleanLine(typeName ?? '', LIMITS.name);
  return { typeName: type === '' ? null : type, until: momentInWords(until, zone, locale) };
}

function changes(kind: MailKind): boolean {
  return kind === 'moved' || kind === 'updated';
}

function times(facts: SharedFacts, moment: Moment, locale: string): MailContent['times'] {
  const { event, kind, previous, zone } = facts;
  if (kind === 'event_cancelled' || kind === 'offer_withdrawn' || kind === 'cancelled_by_ids') return [{ standing: 'off', moment }];
  const moved = previous !== null && (!previous.startsAt.equals(event.startsAt) || !previous.endsAt.equals(event.endsAt));
  if (!changes(kind) || !moved) return [{ standing: 'holds', moment }];
  return [
    { standing: 'before', moment: describeMoment(previous.startsAt, previous.endsAt, zone, locale) },
    { standing: 'now', moment },
  ];
}

function places(facts: SharedFacts, noPlace: string): MailContent['places'] {
  const { event, kind, previous } = facts;
  const place = cleanLine(event.location ?? '', LIMITS.place);
  const before = cleanLine(previous?.location ?? '', LIMITS.place);
  if (changes(kind) && previous !== null && before !== place) {
    return [
      { standing: 'before', place: before === '' ? noPlace : before },
      { standing: 'now', place: place === '' ? noPlace : place },
    ];
  }
  return place === '' ? [] : [{ standing: 'holds', place }];
}
