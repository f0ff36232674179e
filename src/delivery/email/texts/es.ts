import type { MailTexts } from './mail-texts.ts';

const ADDS = 'Su calendario debería mostrar este evento automáticamente. Si no es así, abra el archivo adjunto invite.ics.';
const CHANGES =
  'Su calendario debería actualizarse automáticamente. Si aún muestra los datos anteriores, abra el archivo adjunto invite.ics o corrija usted la entrada.';
const REMOVES = 'Su calendario debería retirar la entrada automáticamente. Si sigue ahí, elimínela usted de su calendario.';
const CANCELLED_BY_IDS =
  'Alguien ha cancelado su evento solo con sus identificadores: sin clave y sin un enlace de un correo. Si no sabe quién ha sido, pida a quien administra su cuenta que exija una cosa u otra.';
const MOVED_BY_IDS =
  'Alguien ha cambiado la hora de su evento solo con sus identificadores: sin clave y sin un enlace de un correo. Si no sabe quién ha sido, pida a quien administra su cuenta que exija una cosa u otra.';

export const es: MailTexts = {
  locale: 'es-ES',
  kinds: {
    invitation: {
      label: 'Invitación',
      lead: (organizer) => `${organizer} le invita a este evento.`,
      ownLead: 'Su evento está en el calendario.',
      calendar: ADDS,
      ticket: 'Tenga este código a mano al llegar.',
    },
    ticket: {
      label: 'Su entrada',
      lead: (organizer) => `Su plaza está confirmada. ${organizer} le espera.`,
      ownLead: 'Aquí tiene la entrada para su propio evento.',
      calendar: ADDS,
      ticket: 'Tenga este código a mano al llegar.',
    },
    moved: {
      label: 'Nuevo horario',
      lead: (organizer) => `${organizer} ha cambiado la fecha u hora de este evento.`,
      ownLead: 'La fecha u hora de su evento ha cambiado.',
      calendar: CHANGES,
      ticket: 'Su entrada sigue siendo válida para el nuevo horario.',
    },
    updated: {
      label: 'Actualizado',
      lead: (organizer) => `${organizer} ha cambiado los datos de este evento.`,
      ownLead: 'Los datos de su evento han cambiado.',
      calendar: CHANGES,
      ticket: 'Su entrada sigue siendo válida.',
    },
    event_cancelled: {
      label: 'Cancelado',
      lead: (organizer) => `${organizer} ha cancelado este evento. No se celebrará.`,
      ownLead: 'Su evento ha sido cancelado. No se celebrará.',
      calendar: REMOVES,
      ticket: 'Esta entrada ya no es válida.',
    },
    ticket_cancelled: {
      label: 'Entrada cancelada',
      lead: () => 'Su entrada está cancelada y su plaza queda libre. El evento se celebrará según lo previsto.',
      ownLead: 'La entrada para su propio evento está cancelada. El evento se celebrará según lo previsto.',
      calendar: REMOVES,
      ticket: 'Esta entrada ya no es válida.',
    },
    uninvited: {
      label: 'Asistencia cancelada',
      lead: () => 'Ya no figura en la lista de asistentes. El evento se celebrará según lo previsto.',
      ownLead: 'Ya no figura en la lista de asistentes. El evento se celebrará según lo previsto.',
      calendar: REMOVES,
      ticket: 'Esta entrada ya no es válida.',
    },
    seat_offered: {
      label: 'Una plaza para usted',
      lead: (organizer) =>
        `Ha quedado libre una plaza y ${organizer} se la reserva. Acéptela a tiempo; de lo contrario pasará a la siguiente persona de la lista.`,
      ownLead: 'Ha quedado libre una plaza en su propio evento.',
      calendar: null,
      ticket: '',
    },
    offer_revoked: {
      label: 'Ya no está reservada',
      lead: (organizer) =>
        `La plaza que ${organizer} le reservaba en este evento ya no está reservada y usted ya no está en la lista de espera. El evento sigue según lo previsto.`,
      ownLead: 'Ya no se reserva una plaza en su propio evento.',
      calendar: null,
      ticket: '',
    },
    offer_withdrawn: {
      label: 'Oferta retirada',
      lead: (organizer) => `${organizer} ha cancelado este evento. La plaza que se le reservaba ya no se ofrece.`,
      ownLead: 'Su evento ha sido cancelado.',
      calendar: null,
      ticket: '',
    },
    message: {
      label: 'Mensaje',
      lead: (organizer) => `${organizer} le escribe sobre este evento.`,
      ownLead: 'Su mensaje a quienes participan en su evento.',
      calendar: null,
      ticket: '',
    },
    cancelled_by_ids: {
      label: 'Cancelado solo con sus identificadores',
      lead: () => CANCELLED_BY_IDS,
      ownLead: CANCELLED_BY_IDS,
      calendar: null,
      ticket: '',
    },
    moved_by_ids: {
      label: 'Cambiado solo con sus identificadores',
      lead: () => MOVED_BY_IDS,
      ownLead: MOVED_BY_IDS,
      calendar: null,
      ticket: '',
    },
  },
  colon: ':',
  subject: (label, title, when) => `${label}: ${title}, ${when}`,
  greeting: (name) => (name === null ? 'Hola:' : `Hola, ${name}:`),
  when: 'Cuándo',
  where: 'Dónde',
  title: 'Título',
  before: 'Antes',
  now: 'Ahora',
  atTheEvent: 'Hora local del evento',
  zoneGuessed: (zone) => `No conocemos su zona horaria; las horas se muestran en ${zone}.`,
  noPlace: 'sin lugar indicado',
  about: 'Sobre este evento',
  reason: 'Motivo indicado',
  quote: (words) => `«${words}»`,
  ticketCode: 'Código de la entrada',
  ticketType: 'Entrada',
  ticketHolder: 'A nombre de',
  openPage: 'Ver la página del evento',
  actions: {
    reschedule: 'Elegir otra hora',
    cancel: 'Cancelar esta reunión',
    take_seat: 'Aceptar la plaza',
    decline_seat: 'Ya no la quiero',
  },
  asking: { reschedule: 'Pedir otra hora', cancel: 'No puedo asistir' },
  attendeeDid: {
    moved: (name) => `${name} ha cambiado la fecha u hora de su evento.`,
    event_cancelled: (name) => `${name} ha cancelado su evento. No se celebrará.`,
  },
  heldUntil: 'Reservada para usted hasta',
  cameFrom: 'La llamada vino de la red',
  replyReaches: (organizer) => `¿Preguntas? La respuesta a este correo llega a ${organizer}.`,
  because: {
    ticket: 'Recibe este correo porque se emitió una entrada para este evento a esta dirección.',
    attendee: 'Recibe este correo porque se le invitó a este evento.',
    organizer: 'Recibe este correo porque organiza este evento.',
    waiting: 'Recibe este correo porque esta dirección se apuntó a la lista de espera de este evento.',
  },
};
