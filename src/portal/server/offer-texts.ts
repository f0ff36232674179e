import type { Language } from '../../domain/people/people.ts';

/** What the pages say that take or decline a seat held for somebody who waited, in one language. `until` is a moment in words. */
export type OfferTexts = {
  take: string;
  takeQuestion: string;
  takeButton: string;
  taken: string;
  ticketComes: string;
  takenBefore: string;
  nothingLeft: string;
  held: string;
  payBy: (until: string, organizer: string) => string;
  decline: string;
  declineQuestion: string;
  declineButton: string;
  declined: string;
  nextInLine: string;
  until: string;
  over: string;
  overText: string;
  tooManyPending: string;
};

export const OFFER_TEXTS: Record<Language, OfferTexts> = {
  en: {
    take: 'A seat for you',
    takeQuestion: 'This seat is held for you. Do you want it?',
    takeButton: 'Take this seat',
    taken: 'The seat is yours',
    ticketComes: 'Your ticket is on its way by mail.',
    takenBefore: 'You have taken this seat',
    nothingLeft: 'There is nothing left to do here.',
    held: 'The seat is reserved for you',
    payBy: (until, organizer) => `It is yours once it is paid for. ${organizer} keeps it for you until ${until}.`,
    decline: 'Give up the seat',
    declineQuestion: 'The seat goes to the next in line, and you leave the waiting list.',
    declineButton: 'I no longer want it',
    declined: 'You have given up the seat',
    nextInLine: 'Thank you: it goes to the next in line.',
    until: 'Held until',
    over: 'This seat is no longer held for you',
    overText: 'It was taken or given up before, or it can no longer be had.',
    tooManyPending: 'Please pay for the orders you have placed first. The seat stays held for you.',
  },
  de: {
    take: 'Ein Platz für Sie',
    takeQuestion: 'Dieser Platz ist für Sie freigehalten. Möchten Sie ihn?',
    takeButton: 'Platz annehmen',
    taken: 'Der Platz gehört Ihnen',
    ticketComes: 'Ihr Ticket ist per Mail unterwegs.',
    takenBefore: 'Sie haben diesen Platz angenommen',
    nothingLeft: 'Hier ist nichts mehr zu tun.',
    held: 'Der Platz ist für Sie reserviert',
    payBy: (until, organizer) => `Er gehört Ihnen, sobald er bezahlt ist. ${organizer} hält ihn für Sie frei bis ${until}.`,
    decline: 'Auf den Platz verzichten',
    declineQuestion: 'Der Platz geht an die nächste Person, und Sie verlassen die Warteliste.',
    declineButton: 'Ich möchte ihn nicht mehr',
    declined: 'Sie haben auf den Platz verzichtet',
    nextInLine: 'Danke: Er geht an die nächste Person der Warteliste.',
    until: 'Freigehalten bis',
    over: 'Dieser Platz ist nicht mehr für Sie freigehalten',
    overText: 'Er wurde schon angenommen oder aufgegeben, oder er ist nicht mehr zu haben.',
    tooManyPending: 'Bitte bezahlen Sie zuerst Ihre offenen Bestellungen. Der Platz bleibt für Sie freigehalten.',
  },
  es: {
    take: 'Una plaza para usted',
    takeQuestion: 'Esta plaza está reservada para usted. ¿La quiere?',
    takeButton: 'Aceptar la plaza',
    taken: 'La plaza es suya',
    ticketComes: 'Su entrada le llegará por correo.',
    takenBefore: 'Ha aceptado esta plaza',
    nothingLeft: 'No queda nada por hacer aquí.',
    held: 'La plaza está reservada para usted',
    payBy: (until, organizer) => `Será suya en cuanto esté pagada. ${organizer} se la guarda hasta: ${until}.`,
    decline: 'Renunciar a la plaza',
    declineQuestion: 'La plaza pasará a la siguiente persona y usted dejará la lista de espera.',
    declineButton: 'Ya no la quiero',
    declined: 'Ha renunciado a la plaza',
    nextInLine: 'Gracias: pasa a la siguiente persona de la lista.',
    until: 'Reservada hasta',
    over: 'Esta plaza ya no está reservada para usted',
    overText: 'Ya se aceptó o se rechazó, o ya no está disponible.',
    tooManyPending: 'Pague primero los pedidos que tiene pendientes. La plaza sigue reservada para usted.',
  },
  fr: {
    take: 'Une place pour vous',
    takeQuestion: 'Cette place vous est réservée. La voulez-vous\u202f?',
    takeButton: 'Prendre la place',
    taken: 'La place est à vous',
    ticketComes: 'Votre billet arrive par e-mail.',
    takenBefore: 'Vous avez pris cette place',
    nothingLeft: 'Il n’y a plus rien à faire ici.',
    held: 'La place vous est réservée',
    payBy: (until, organizer) => `Elle est à vous dès qu’elle est payée. ${organizer} vous la garde jusqu’au ${until}.`,
    decline: 'Renoncer à la place',
    declineQuestion: 'La place ira à la personne suivante et vous quitterez la liste d’attente.',
    declineButton: 'Je n’en veux plus',
    declined: 'Vous avez renoncé à la place',
    nextInLine: 'Merci\u00a0: elle va à la personne suivante de la liste.',
    until: 'Réservée jusqu’au',
    over: 'Cette place ne vous est plus réservée',
    overText: 'Elle a déjà été prise ou refusée, ou elle n’est plus disponible.',
    tooManyPending: 'Veuillez d’abord payer vos commandes en attente. La place vous reste réservée.',
  },
};
