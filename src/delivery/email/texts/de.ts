import type { MailTexts } from './mail-texts.ts';

const ADDS = 'Ihr Kalender sollte den Termin von selbst anzeigen. Falls nicht, öffnen Sie bitte die angehängte Datei invite.ics.';
const CHANGES =
  'Ihr Kalender sollte sich von selbst aktualisieren. Falls er noch die alten Angaben zeigt, öffnen Sie bitte die angehängte Datei invite.ics oder ändern Sie den Eintrag selbst.';
const REMOVES =
  'Ihr Kalender sollte den Eintrag von selbst entfernen. Falls er noch da ist, löschen Sie ihn bitte selbst aus Ihrem Kalender.';
const CANCELLED_BY_IDS =
  'Jemand hat Ihre Veranstaltung allein mit ihren Kennungen abgesagt: ohne Schlüssel und ohne einen Link aus einer Mail. Wenn Sie nicht wissen, wer das war, bitten Sie die Person, die Ihr Konto betreut, eines davon zu verlangen.';
const MOVED_BY_IDS =
  'Jemand hat Ihre Veranstaltung allein mit ihren Kennungen verschoben: ohne Schlüssel und ohne einen Link aus einer Mail. Wenn Sie nicht wissen, wer das war, bitten Sie die Person, die Ihr Konto betreut, eines davon zu verlangen.';

export const de: MailTexts = {
  locale: 'de-DE',
  kinds: {
    invitation: {
      label: 'Einladung',
      lead: (organizer) => `${organizer} lädt Sie zu dieser Veranstaltung ein.`,
      ownLead: 'Ihre Veranstaltung steht im Kalender.',
      calendar: ADDS,
      ticket: 'Bitte halten Sie diesen Code am Eingang bereit.',
    },
    ticket: {
      label: 'Ihr Ticket',
      lead: (organizer) => `Ihr Platz ist bestätigt. ${organizer} freut sich auf Sie.`,
      ownLead: 'Hier ist das Ticket für Ihre eigene Veranstaltung.',
      calendar: ADDS,
      ticket: 'Bitte halten Sie diesen Code am Eingang bereit.',
    },
    moved: {
      label: 'Neuer Termin',
      lead: (organizer) => `${organizer} hat diese Veranstaltung auf einen neuen Termin verlegt.`,
      ownLead: 'Ihre Veranstaltung wurde auf einen neuen Termin verlegt.',
      calendar: CHANGES,
      ticket: 'Ihr Ticket gilt auch für den neuen Termin.',
    },
    updated: {
      label: 'Geändert',
      lead: (organizer) => `${organizer} hat Angaben zu dieser Veranstaltung geändert.`,
      ownLead: 'Angaben zu Ihrer Veranstaltung wurden geändert.',
      calendar: CHANGES,
      ticket: 'Ihr Ticket bleibt gültig.',
    },
    event_cancelled: {
      label: 'Abgesagt',
      lead: (organizer) => `${organizer} hat diese Veranstaltung abgesagt. Sie findet nicht statt.`,
      ownLead: 'Ihre Veranstaltung wurde abgesagt. Sie findet nicht statt.',
      calendar: REMOVES,
      ticket: 'Dieses Ticket ist nicht mehr gültig.',
    },
    ticket_cancelled: {
      label: 'Ticket storniert',
      lead: () => 'Ihr Ticket ist storniert, Ihr Platz ist freigegeben. Die Veranstaltung selbst findet wie geplant statt.',
      ownLead: 'Das Ticket für Ihre eigene Veranstaltung ist storniert. Die Veranstaltung selbst findet wie geplant statt.',
      calendar: REMOVES,
      ticket: 'Dieses Ticket ist nicht mehr gültig.',
    },
    uninvited: {
      label: 'Teilnahme beendet',
      lead: () => 'Sie stehen nicht mehr auf der Teilnahmeliste. Die Veranstaltung selbst findet wie geplant statt.',
      ownLead: 'Sie stehen nicht mehr auf der Teilnahmeliste. Die Veranstaltung selbst findet wie geplant statt.',
      calendar: REMOVES,
      ticket: 'Dieses Ticket ist nicht mehr gültig.',
    },
    seat_offered: {
      label: 'Ein Platz für Sie',
      lead: (organizer) =>
        `Ein Platz ist frei geworden, und ${organizer} hält ihn für Sie. Nehmen Sie ihn rechtzeitig an, sonst geht er an die nächste Person der Warteliste.`,
      ownLead: 'Bei Ihrer eigenen Veranstaltung ist ein Platz frei geworden.',
      calendar: null,
      ticket: '',
    },
    offer_revoked: {
      label: 'Nicht mehr freigehalten',
      lead: (organizer) =>
        `Der Platz, den ${organizer} bei dieser Veranstaltung für Sie freigehalten hat, ist nicht mehr freigehalten, und Sie stehen nicht mehr auf der Warteliste. Die Veranstaltung selbst findet wie geplant statt.`,
      ownLead: 'Ein Platz bei Ihrer eigenen Veranstaltung ist nicht mehr freigehalten.',
      calendar: null,
      ticket: '',
    },
    offer_withdrawn: {
      label: 'Angebot hinfällig',
      lead: (organizer) => `${organizer} hat diese Veranstaltung abgesagt. Der für Sie freigehaltene Platz wird nicht mehr angeboten.`,
      ownLead: 'Ihre Veranstaltung wurde abgesagt.',
      calendar: null,
      ticket: '',
    },
    message: {
      label: 'Nachricht',
      lead: (organizer) => `${organizer} schreibt Ihnen zu dieser Veranstaltung.`,
      ownLead: 'Ihre Nachricht zu Ihrer Veranstaltung.',
      calendar: null,
      ticket: '',
    },
    cancelled_by_ids: {
      label: 'Allein mit Kennungen abgesagt',
      lead: () => CANCELLED_BY_IDS,
      ownLead: CANCELLED_BY_IDS,
      calendar: null,
      ticket: '',
    },
    moved_by_ids: {
      label: 'Allein mit Kennungen verschoben',
      lead: () => MOVED_BY_IDS,
      ownLead: MOVED_BY_IDS,
      calendar: null,
      ticket: '',
    },
  },
  colon: ':',
  subject: (label, title, when) => `${label}: ${title}, ${when}`,
  greeting: (name) => (name === null ? 'Guten Tag,' : `Guten Tag ${name},`),
  when: 'Wann',
  where: 'Wo',
  title: 'Titel',
  before: 'Bisher',
  now: 'Jetzt',
  atTheEvent: 'Ortszeit der Veranstaltung',
  zoneGuessed: (zone) => `Ihre eigene Zeitzone kennen wir nicht, die Zeiten stehen daher in der Zone ${zone}.`,
  noPlace: 'kein Ort angegeben',
  about: 'Zur Veranstaltung',
  reason: 'Angegebener Grund',
  quote: (words) => `„${words}“`,
  ticketCode: 'Ticketcode',
  ticketType: 'Ticket',
  ticketHolder: 'Ausgestellt auf',
  openPage: 'Zur Veranstaltungsseite',
  actions: {
    reschedule: 'Anderen Termin wählen',
    cancel: 'Diesen Termin absagen',
    take_seat: 'Platz annehmen',
    decline_seat: 'Ich möchte ihn nicht mehr',
  },
  asking: { reschedule: 'Um einen anderen Termin bitten', cancel: 'Ich kann nicht kommen' },
  attendeeDid: {
    moved: (name) => `${name} hat Ihre Veranstaltung auf einen neuen Termin verlegt.`,
    event_cancelled: (name) => `${name} hat Ihre Veranstaltung abgesagt. Sie findet nicht statt.`,
  },
  heldUntil: 'Für Sie freigehalten bis',
  cameFrom: 'Der Aufruf kam aus dem Netz',
  replyReaches: (organizer) => `Fragen? Eine Antwort auf diese Mail erreicht ${organizer}.`,
  because: {
    ticket: 'Sie erhalten diese Mail, weil ein Ticket für diese Veranstaltung auf diese Adresse ausgestellt wurde.',
    attendee: 'Sie erhalten diese Mail, weil Sie zu dieser Veranstaltung eingeladen wurden.',
    organizer: 'Sie erhalten diese Mail, weil Sie diese Veranstaltung leiten.',
    waiting: 'Sie erhalten diese Mail, weil diese Adresse in die Warteliste dieser Veranstaltung eingetragen wurde.',
  },
};
