import type { Seated } from '../../domain/events/create-event.ts';
import { CODE_LENGTH, attendeeCode } from '../../domain/seats/ticket.ts';
import type { NewTicket } from '../../storage/seats/tickets.ts';
import type { Context } from '../context.ts';

/** The row of somebody who attends without having bought anything; `uid` null where the event's own is shared. */
export function seatOf(context: Context, person: Seated, uid: string | null): NewTicket {
  return {
    ticketTypeId: null,
    customerId: null,
    contactId: person.contactId ?? null,
    name: person.name,
    email: person.email,
    telephone: null,
    zone: person.zone,
    zoneSource: person.zoneSource,
    language: person.language,
    role: person.role,
    participationStatus: person.participationStatus,
    code: attendeeCode(context.random.bytes(CODE_LENGTH)),
    uid,
    sequenceOffset: 0,
  };
}
