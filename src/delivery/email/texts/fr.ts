import type { MailTexts } from './mail-texts.ts';

const ADDS = 'Votre agenda devrait afficher cet événement de lui-même. Sinon, ouvrez le fichier joint invite.ics.';
const CHANGES =
  'Votre agenda devrait se mettre à jour de lui-même. S’il affiche encore les anciennes informations, ouvrez le fichier joint invite.ics ou modifiez l’entrée vous-même.';
const REMOVES =
  'Votre agenda devrait retirer cette entrée de lui-même. Si elle y est encore, veuillez la supprimer vous-même de votre agenda.';
const CANCELLED_BY_IDS =
  'Quelqu’un a annulé votre événement avec ses seuls identifiants\u00a0: sans clé et sans lien d’un message. Si vous ne savez pas qui c’était, demandez à la personne qui gère votre compte d’exiger l’un ou l’autre.';
const MOVED_BY_IDS =
  'Quelqu’un a déplacé votre événement avec ses seuls identifiants\u00a0: sans clé et sans lien d’un message. Si vous ne savez pas qui c’était, demandez à la personne qui gère votre compte d’exiger l’un ou l’autre.';

export const fr: MailTexts = {
  locale: 'fr-FR',
  kinds: {
    invitation: {
      label: 'Invitation',
      lead: (organizer) => `${organizer} vous invite à cet événement.`,
      ownLead: 'Votre événement est dans l’agenda.',
      calendar: ADDS,
      ticket: 'Merci d’avoir ce code sous la main à votre arrivée.',
    },
    ticket: {
      label: 'Votre billet',
      lead: (organizer) => `Votre place est confirmée. ${organizer} se réjouit de vous accueillir.`,
      ownLead: 'Voici le billet pour votre propre événement.',
      calendar: ADDS,
      ticket: 'Merci d’avoir ce code sous la main à votre arrivée.',
    },
    moved: {
      label: 'Nouvel horaire',
      lead: (organizer) => `${organizer} a déplacé cet événement à une nouvelle date ou heure.`,
      ownLead: 'Votre événement a été déplacé à une nouvelle date ou heure.',
      calendar: CHANGES,
      ticket: 'Votre billet reste valable pour le nouvel horaire.',
    },
    updated: {
      label: 'Modifié',
      lead: (organizer) => `${organizer} a modifié les informations de cet événement.`,
      ownLead: 'Les informations de votre événement ont été modifiées.',
      calendar: CHANGES,
      ticket: 'Votre billet reste valable.',
    },
    event_cancelled: {
      label: 'Annulé',
      lead: (organizer) => `${organizer} a annulé cet événement. Il n’aura pas lieu.`,
      ownLead: 'Votre événement a été annulé. Il n’aura pas lieu.',
      calendar: REMOVES,
      ticket: 'Ce billet n’est plus valable.',
    },
    ticket_cancelled: {
      label: 'Billet annulé',
      lead: () => 'Votre billet est annulé et votre place a été libérée. L’événement lui-même a lieu comme prévu.',
      ownLead: 'Le billet pour votre propre événement est annulé. L’événement lui-même a lieu comme prévu.',
      calendar: REMOVES,
      ticket: 'Ce billet n’est plus valable.',
    },
    uninvited: {
      label: 'Participation annulée',
      lead: () => 'Vous ne figurez plus sur la liste des participants. L’événement lui-même a lieu comme prévu.',
      ownLead: 'Vous ne figurez plus sur la liste des participants. L’événement lui-même a lieu comme prévu.',
      calendar: REMOVES,
      ticket: 'Ce billet n’est plus valable.',
    },
    seat_offered: {
      label: 'Une place pour vous',
      lead: (organizer) =>
        `Une place s’est libérée et ${organizer} vous la réserve. Prenez-la à temps, sinon elle ira à la personne suivante de la liste.`,
      ownLead: 'Une place s’est libérée pour votre propre événement.',
      calendar: null,
      ticket: '',
    },
    offer_revoked: {
      label: 'N’est plus réservée',
      lead: (organizer) =>
        `La place que ${organizer} vous réservait pour cet événement ne vous est plus réservée et vous n’êtes plus sur la liste d’attente. L’événement a lieu comme prévu.`,
      ownLead: 'Une place n’est plus réservée à votre propre événement.',
      calendar: null,
      ticket: '',
    },
    offer_withdrawn: {
      label: 'Offre retirée',
      lead: (organizer) => `${organizer} a annulé cet événement. La place qui vous était réservée n’est plus proposée.`,
      ownLead: 'Votre événement a été annulé.',
      calendar: null,
      ticket: '',
    },
    message: {
      label: 'Message',
      lead: (organizer) => `${organizer} vous écrit au sujet de cet événement.`,
      ownLead: 'Votre message au sujet de votre événement.',
      calendar: null,
      ticket: '',
    },
    cancelled_by_ids: {
      label: 'Annulé avec ses seuls identifiants',
      lead: () => CANCELLED_BY_IDS,
      ownLead: CANCELLED_BY_IDS,
      calendar: null,
      ticket: '',
    },
    moved_by_ids: {
      label: 'Déplacé avec ses seuls identifiants',
      lead: () => MOVED_BY_IDS,
      ownLead: MOVED_BY_IDS,
      calendar: null,
      ticket: '',
    },
  },
  colon: '\u00a0:',
  subject: (label, title, when) => `${label}\u00a0: ${title}, ${when}`,
  greeting: (name) => (name === null ? 'Bonjour,' : `Bonjour ${name},`),
  when: 'Quand',
  where: 'Où',
  title: 'Titre',
  before: 'Avant',
  now: 'Maintenant',
  atTheEvent: 'Heure locale de l’événement',
  zoneGuessed: (zone) => `Nous ne connaissons pas votre fuseau horaire\u202f; les heures sont indiquées en ${zone}.`,
  noPlace: 'aucun lieu indiqué',
  about: 'À propos de cet événement',
  reason: 'Motif indiqué',
  quote: (words) => `«\u00a0${words}\u00a0»`,
  ticketCode: 'Code du billet',
  ticketType: 'Billet',
  ticketHolder: 'Au nom de',
  openPage: 'Voir la page de l’événement',
  actions: {
    reschedule: 'Choisir un autre horaire',
    cancel: 'Annuler cette réunion',
    take_seat: 'Prendre la place',
    decline_seat: 'Je n’en veux plus',
  },
  asking: { reschedule: 'Demander un autre horaire', cancel: 'Je ne peux pas venir' },
  attendeeDid: {
    moved: (name) => `${name} a déplacé votre événement à une nouvelle date ou heure.`,
    event_cancelled: (name) => `${name} a annulé votre événement. Il n’aura pas lieu.`,
  },
  heldUntil: 'Réservée pour vous jusqu’au',
  cameFrom: 'L’appel est venu du réseau',
  replyReaches: (organizer) => `Des questions\u202f? Une réponse à ce message parvient à ${organizer}.`,
  because: {
    ticket: 'Vous recevez ce message car un billet pour cet événement a été émis à cette adresse.',
    attendee: 'Vous recevez ce message à la suite d’une invitation à cet événement.',
    organizer: 'Vous recevez ce message car vous organisez cet événement.',
    waiting: 'Vous recevez ce message car cette adresse a été inscrite sur la liste d’attente de cet événement.',
  },
};
