import { LAST_YEAR } from '../../domain/events/times.ts';
import type { MeetingAction } from '../../domain/notices/link.ts';
import type { Language } from '../../domain/people/people.ts';

/** What the pages behind mailed links say in one language. */
export type LinkTexts = {
  /** BCP 47 tag for dates. */
  locale: string;
  /** Behind a label, with the space that a language sets before it. */
  colon: string;
  cancel: string;
  cancelQuestion: string;
  cancelButton: string;
  cancelled: string;
  reschedule: string;
  rescheduleQuestion: string;
  rescheduleButton: string;
  rescheduled: string;
  everybodyTold: string;
  alreadyCancelled: string;
  unchanged: string;
  /** Of a guest's link where more than two take part. */
  notYours: Record<MeetingAction, { title: string; text: (organizer: string) => string; write: (organizer: string) => string }>;
  voidTitle: string;
  voidText: string;
  tooOften: string;
  when: string;
  where: string;
  organizer: string;
  reason: string;
  reasonHint: string;
  date: string;
  time: string;
  minutes: string;
  zone: (zone: string) => string;
  badTime: string;
  /** Over, or in a year that no calendar has. */
  notToCome: string;
  taken: string;
};

export const LINK_TEXTS: Record<Language, LinkTexts> = {
  en: {
    locale: 'en-GB',
    colon: ':',
    cancel: 'Cancel this meeting',
    cancelQuestion: 'Do you want to cancel this meeting for everybody?',
    cancelButton: 'Cancel the meeting',
    cancelled: 'The meeting is cancelled',
    reschedule: 'Choose another time',
    rescheduleQuestion: 'When should this meeting take place instead?',
    rescheduleButton: 'Move the meeting',
    rescheduled: 'The meeting has been moved',
    everybodyTold: 'Everybody concerned is being told by mail.',
    alreadyCancelled: 'This meeting is cancelled already. There is nothing left to do.',
    unchanged: 'The meeting is at this time already. Nobody was told anything.',
    notYours: {
      cancel: {
        title: 'Only the organizer can cancel this meeting',
        text: (organizer) =>
          `More than two people take part, so a guest’s link does not cancel it for everybody: ${organizer} can. If you cannot come, please tell ${organizer}.`,
        write: (organizer) => `Write to ${organizer}`,
      },
      reschedule: {
        title: 'Only the organizer can move this meeting',
        text: (organizer) =>
          `More than two people take part, so a guest’s link does not move it for everybody: ${organizer} can. If you need another time, please tell ${organizer}.`,
        write: (organizer) => `Write to ${organizer}`,
      },
    },
    voidTitle: 'This link is no longer valid',
    voidText:
      'The meeting may have been moved or be over, or you may no longer attend it. Your latest mail about it has the links that work.',
    tooOften: 'This was changed too often just now. Please try again later.',
    when: 'When',
    where: 'Where',
    organizer: 'Organizer',
    reason: 'Reason',
    reasonHint: 'Optional. Everybody concerned reads it.',
    date: 'Date',
    time: 'Time',
    minutes: 'Length in minutes',
    zone: (zone) => `Times are in ${zone}.`,
    badTime: 'Please give a date, a time and a length from 1 to 1440 minutes.',
    notToCome: `Please choose a time that is still to come, up to the year ${LAST_YEAR}.`,
    taken: 'This time is taken. Please choose another.',
  },
  de: {
    locale: 'de-DE',
    colon: ':',
    cancel: 'Diesen Termin absagen',
    cancelQuestion: 'Möchten Sie diesen Termin für alle absagen?',
    cancelButton: 'Termin absagen',
    cancelled: 'Der Termin ist abgesagt',
    reschedule: 'Anderen Termin wählen',
    rescheduleQuestion: 'Wann soll der Termin stattdessen stattfinden?',
    rescheduleButton: 'Termin verlegen',
    rescheduled: 'Der Termin ist verlegt',
    everybodyTold: 'Alle Beteiligten werden per Mail benachrichtigt.',
    alreadyCancelled: 'Dieser Termin ist bereits abgesagt. Es ist nichts mehr zu tun.',
    unchanged: 'Der Termin ist schon zu dieser Zeit. Es wurde niemand benachrichtigt.',
    notYours: {
      cancel: {
        title: 'Nur der Veranstalter kann diesen Termin absagen',
        text: (organizer) =>
          `Es nehmen mehr als zwei Personen teil, darum sagt der Link eines Gasts den Termin nicht für alle ab: Das kann ${organizer}. Wenn Sie nicht kommen können, schreiben Sie bitte ${organizer}.`,
        write: (organizer) => `An ${organizer} schreiben`,
      },
      reschedule: {
        title: 'Nur der Veranstalter kann diesen Termin verlegen',
        text: (organizer) =>
          `Es nehmen mehr als zwei Personen teil, darum verlegt der Link eines Gasts den Termin nicht für alle: Das kann ${organizer}. Wenn Sie eine andere Zeit brauchen, schreiben Sie bitte ${organizer}.`,
        write: (organizer) => `An ${organizer} schreiben`,
      },
    },
    voidTitle: 'Dieser Link gilt nicht mehr',
    voidText:
      'Vielleicht wurde der Termin verlegt oder ist vorbei, oder Sie nehmen nicht mehr teil. Ihre neueste Mail dazu enthält die gültigen Links.',
    tooOften: 'Hier wurde gerade zu oft geändert. Bitte versuchen Sie es später noch einmal.',
    when: 'Wann',
    where: 'Wo',
    organizer: 'Veranstalter',
    reason: 'Grund',
    reasonHint: 'Freiwillig. Alle Beteiligten lesen ihn.',
    date: 'Datum',
    time: 'Uhrzeit',
    minutes: 'Dauer in Minuten',
    zone: (zone) => `Zeiten in der Zone ${zone}.`,
    badTime: 'Bitte geben Sie Datum, Uhrzeit und eine Dauer von 1 bis 1440 Minuten an.',
    notToCome: `Bitte wählen Sie eine Zeit, die noch kommt, bis zum Jahr ${LAST_YEAR}.`,
    taken: 'Diese Zeit ist belegt. Bitte wählen Sie eine andere.',
  },
  es: {
    locale: 'es-ES',
    colon: ':',
    cancel: 'Cancelar esta reunión',
    cancelQuestion: '¿Desea cancelar esta reunión para todos?',
    cancelButton: 'Cancelar la reunión',
    cancelled: 'La reunión está cancelada',
    reschedule: 'Elegir otra hora',
    rescheduleQuestion: '¿Cuándo debe celebrarse esta reunión?',
    rescheduleButton: 'Cambiar la hora',
    rescheduled: 'La reunión tiene una nueva hora',
    everybodyTold: 'Se está avisando por correo a todas las personas afectadas.',
    alreadyCancelled: 'Esta reunión ya está cancelada. No queda nada por hacer.',
    unchanged: 'La reunión ya es a esta hora. No se ha avisado a nadie.',
    notYours: {
      cancel: {
        title: 'Solo quien organiza puede cancelar esta reunión',
        text: (organizer) =>
          `Participan más de dos personas, así que el enlace de un invitado no la cancela para todos: puede hacerlo ${organizer}. Si no puede asistir, escriba a ${organizer}.`,
        write: (organizer) => `Escribir a ${organizer}`,
      },
      reschedule: {
        title: 'Solo quien organiza puede cambiar la hora de esta reunión',
        text: (organizer) =>
          `Participan más de dos personas, así que el enlace de un invitado no cambia la hora para todos: puede hacerlo ${organizer}. Si necesita otra hora, escriba a ${organizer}.`,
        write: (organizer) => `Escribir a ${organizer}`,
      },
    },
    voidTitle: 'Este enlace ya no es válido',
    voidText:
      'Puede que la reunión haya cambiado de hora o haya terminado, o que usted ya no asista. Su último correo tiene los enlaces válidos.',
    tooOften: 'Se ha cambiado demasiadas veces. Inténtelo más tarde.',
    when: 'Cuándo',
    where: 'Dónde',
    organizer: 'Organiza',
    reason: 'Motivo',
    reasonHint: 'Opcional. Lo leerán todas las personas afectadas.',
    date: 'Fecha',
    time: 'Hora',
    minutes: 'Duración en minutos',
    zone: (zone) => `Horas en ${zone}.`,
    badTime: 'Indique una fecha, una hora y una duración de 1 a 1440 minutos.',
    notToCome: `Elija una hora futura, hasta el año ${LAST_YEAR}.`,
    taken: 'Esa hora está ocupada. Elija otra.',
  },
  fr: {
    locale: 'fr-FR',
    colon: '\u00a0:',
    cancel: 'Annuler cette réunion',
    cancelQuestion: 'Voulez-vous annuler cette réunion pour tout le monde\u202f?',
    cancelButton: 'Annuler la réunion',
    cancelled: 'La réunion est annulée',
    reschedule: 'Choisir un autre horaire',
    rescheduleQuestion: 'Quand cette réunion doit-elle avoir lieu\u202f?',
    rescheduleButton: 'Déplacer la réunion',
    rescheduled: 'La réunion est déplacée',
    everybodyTold: 'Toutes les personnes concernées sont prévenues par e-mail.',
    alreadyCancelled: 'Cette réunion est déjà annulée. Il n’y a plus rien à faire.',
    unchanged: 'La réunion est déjà à cet horaire. Personne n’a été prévenu.',
    notYours: {
      cancel: {
        title: 'Seule la personne qui organise peut annuler cette réunion',
        text: (organizer) =>
          `Plus de deux personnes participent\u00a0: le lien d’un invité ne l’annule donc pas pour tout le monde. ${organizer} peut le faire. Si vous ne pouvez pas venir, écrivez à ${organizer}.`,
        write: (organizer) => `Écrire à ${organizer}`,
      },
      reschedule: {
        title: 'Seule la personne qui organise peut déplacer cette réunion',
        text: (organizer) =>
          `Plus de deux personnes participent\u00a0: le lien d’un invité ne la déplace donc pas pour tout le monde. ${organizer} peut le faire. S’il vous faut un autre horaire, écrivez à ${organizer}.`,
        write: (organizer) => `Écrire à ${organizer}`,
      },
    },
    voidTitle: 'Ce lien n’est plus valable',
    voidText:
      'La réunion a peut-être été déplacée ou est terminée, ou vous n’y participez plus. Votre dernier e-mail contient les liens valables.',
    tooOften: 'Trop de changements à l’instant. Veuillez réessayer plus tard.',
    when: 'Quand',
    where: 'Où',
    organizer: 'Organisation',
    reason: 'Motif',
    reasonHint: 'Facultatif. Toutes les personnes concernées le liront.',
    date: 'Date',
    time: 'Heure',
    minutes: 'Durée en minutes',
    zone: (zone) => `Horaires en ${zone}.`,
    badTime: 'Veuillez indiquer une date, une heure et une durée de 1 à 1440 minutes.',
    notToCome: `Veuillez choisir un horaire à venir, jusqu’à l’année ${LAST_YEAR}.`,
    taken: 'Cet horaire est pris. Veuillez en choisir un autre.',
  },
};
