import type { MailTexts } from './mail-texts.ts';

const ADDS = 'Your calendar should show this event by itself. If it does not, open the attached file invite.ics.';
const CHANGES =
  'Your calendar should update by itself. If it still shows the old details, open the attached file invite.ics or change the entry yourself.';
const REMOVES = 'Your calendar should remove the entry by itself. If it is still there, please remove it from your calendar yourself.';
const CANCELLED_BY_IDS =
  'Somebody cancelled your event with its ids alone: they showed no key, and no link from a mail. If you do not know who it was, ask whoever looks after your account to require one.';
const MOVED_BY_IDS =
  'Somebody moved your event with its ids alone: they showed no key, and no link from a mail. If you do not know who it was, ask whoever looks after your account to require one.';

export const en: MailTexts = {
  locale: 'en-GB',
  kinds: {
    invitation: {
      label: 'Invitation',
      lead: (organizer) => `${organizer} invites you to this event.`,
      ownLead: 'Your event is in the calendar.',
      calendar: ADDS,
      ticket: 'Please have this code ready when you arrive.',
    },
    ticket: {
      label: 'Your ticket',
      lead: (organizer) => `Your place is confirmed. ${organizer} looks forward to seeing you.`,
      ownLead: 'Here is your ticket for your own event.',
      calendar: ADDS,
      ticket: 'Please have this code ready when you arrive.',
    },
    moved: {
      label: 'New time',
      lead: (organizer) => `${organizer} has moved this event to a new time.`,
      ownLead: 'Your event has been moved to a new time.',
      calendar: CHANGES,
      ticket: 'Your ticket stays valid for the new time.',
    },
    updated: {
      label: 'Updated',
      lead: (organizer) => `${organizer} has changed the details of this event.`,
      ownLead: 'The details of your event have been changed.',
      calendar: CHANGES,
      ticket: 'Your ticket stays valid.',
    },
    event_cancelled: {
      label: 'Cancelled',
      lead: (organizer) => `${organizer} has cancelled this event. It will not take place.`,
      ownLead: 'Your event has been cancelled. It will not take place.',
      calendar: REMOVES,
      ticket: 'This ticket can no longer be used.',
    },
    ticket_cancelled: {
      label: 'Ticket cancelled',
      lead: () => 'Your ticket is cancelled and your place has been given up. The event itself goes on as planned.',
      ownLead: 'Your ticket for your own event is cancelled. The event itself goes on as planned.',
      calendar: REMOVES,
      ticket: 'This ticket can no longer be used.',
    },
    uninvited: {
      label: 'No longer attending',
      lead: () => 'You are no longer on the list of attendees. The event itself goes on as planned.',
      ownLead: 'You are no longer on the list of attendees. The event itself goes on as planned.',
      calendar: REMOVES,
      ticket: 'This ticket can no longer be used.',
    },
    seat_offered: {
      label: 'A seat for you',
      lead: (organizer) => `A seat has come free, and ${organizer} holds it for you. Take it in time, or it goes to the next in line.`,
      ownLead: 'A seat has come free at your own event.',
      calendar: null,
      ticket: '',
    },
    offer_revoked: {
      label: 'No longer held',
      lead: (organizer) =>
        `The seat that ${organizer} held for you at this event is no longer held, and you are off its waiting list. The event itself goes on as planned.`,
      ownLead: 'A seat is no longer held at your own event.',
      calendar: null,
      ticket: '',
    },
    offer_withdrawn: {
      label: 'Offer withdrawn',
      lead: (organizer) => `${organizer} has cancelled this event. The seat that was held for you is no longer offered.`,
      ownLead: 'Your event has been cancelled.',
      calendar: null,
      ticket: '',
    },
    message: {
      label: 'Message',
      lead: (organizer) => `${organizer} writes to you about this event.`,
      ownLead: 'Your message to those of your event.',
      calendar: null,
      ticket: '',
    },
    cancelled_by_ids: {
      label: 'Cancelled by its ids alone',
      lead: () => CANCELLED_BY_IDS,
      ownLead: CANCELLED_BY_IDS,
      calendar: null,
      ticket: '',
    },
    moved_by_ids: {
      label: 'Moved by its ids alone',
      lead: () => MOVED_BY_IDS,
      ownLead: MOVED_BY_IDS,
      calendar: null,
      ticket: '',
    },
  },
  colon: ':',
  subject: (label, title, when) => `${label}: ${title}, ${when}`,
  greeting: (name) => (name === null ? 'Hello,' : `Hello ${name},`),
  when: 'When',
  where: 'Where',
  title: 'Title',
  before: 'Before',
  now: 'Now',
  atTheEvent: 'Local time at the event',
  zoneGuessed: (zone) => `We do not know your own time zone, so times are shown in ${zone}.`,
  noPlace: 'no place given',
  about: 'About this event',
  reason: 'Reason given',
  quote: (words) => `“${words}”`,
  ticketCode: 'Ticket code',
  ticketType: 'Ticket',
  ticketHolder: 'Issued to',
  openPage: 'View event page',
  actions: {
    reschedule: 'Choose another time',
    cancel: 'Cancel this meeting',
    take_seat: 'Take this seat',
    decline_seat: 'I no longer want it',
  },
  asking: { reschedule: 'Ask for another time', cancel: 'I cannot come' },
  attendeeDid: {
    moved: (name) => `${name} has moved your event to a new time.`,
    event_cancelled: (name) => `${name} has cancelled your event. It will not take place.`,
  },
  heldUntil: 'Held for you until',
  cameFrom: 'The call came from the network',
  replyReaches: (organizer) => `Questions? A reply to this mail reaches ${organizer}.`,
  because: {
    ticket: 'You receive this mail because a ticket for this event was issued to this address.',
    attendee: 'You receive this mail because you were invited to this event.',
    organizer: 'You receive this mail because you run this event.',
    waiting: 'You receive this mail because this address joined the waiting list of this event.',
  },
};
