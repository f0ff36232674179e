import type { Event } from '../../domain/events/event.ts';
import { type LinkClaims, type MeetingAction, type OfferAction, actsForAll } from '../../domain/notices/link.ts';
import type { Actor, Recipient } from '../../domain/people/people.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Ticket } from '../../domain/seats/ticket.ts';
import type { WaitlistEntry } from '../../domain/waitlist/waitlist.ts';
import { findEvent } from '../../storage/events/events.ts';
import { findTenant } from '../../storage/tenants/tenants.ts';
import { findTicket } from '../../storage/seats/tickets.ts';
import { findEntryById } from '../../storage/waitlist/waitlist.ts';
import type { Context } from '../context.ts';

/** What a link leads to: the event, whoever its mail went to, and what it lets them do. */
export type FollowedLink = MeetingLink | OfferLink;
type Led = { tenant: Tenant; event: Event; reader: Pick<Recipient, 'zone' | 'language'> };
/** `acts`: it moves or cancels the meeting for everybody, in the name of `actor`; else it only says who can. */
export type MeetingLink = Led & {
  action: MeetingAction;
  ticket: Ticket;
  acts: boolean;
  /** Whether it would act on this state of the event, which is not the one that was read here. */
  actsOn: (event: Event) => boolean;
  actor: Actor;
};
export type OfferLink = Led & { action: OfferAction; entry: WaitlistEntry };

/**
 * Follows a mailed link. Undefined for every link that is void: forged, of a forgotten key, past its time, of a seat that was given up or an
 * event that was moved since, or of a demo that is off. A cancelled meeting and an offer that is over are still led to, so that their page can say so.
 */
export async function followLink(context: Context, token: string, demo: boolean): Promise<FollowedLink | undefined> {
  const claims = context.links.read(token);
  if (!claims || Temporal.Instant.compare(context.clock.now(), claims.expiresAt) >= 0) return undefined;
  const tenant = await findTenant(context.db, claims.tenantId);
  if (!tenant || (tenant.demo && !demo)) return undefined;
  const { action } = claims;
  if (action === 'take_seat' || action === 'decline_seat') {
    const entry = await findEntryById(context.db, tenant.id, claims.subjectId);
    const event = entry && (await findEvent(context.db, tenant.id, { id: entry.eventId }));
    return event && stands(event, claims) ? { action, tenant, event, entry, reader: entry } : undefined;
  }
  const ticket = await findTicket(context.db, tenant.id, claims.subjectId);
  const event = ticket && (await findEvent(context.db, tenant.id, { id: ticket.eventId }));
  if (!ticket || !event?.attendeeLinks || !stands(event, claims) || ticket.releasedRevision !== null) return undefined;
  const acts = (state: Event) => actsForAll(ticket.role, state.liveTickets);
  const actsOn = (state: Event) => state.status === 'cancelled' || (stands(state, claims) && acts(state));
  return { action, tenant, event, ticket, reader: ticket, acts: acts(event), actsOn, actor: actorOf(ticket) };
}

/** Whoever a link was mailed to. An attendee without a name is known to the other side by their address. */
function actorOf({ id, role, name, email }: Ticket): Actor {
  const known = name ?? email;
  return { kind: 'token', id: String(id), ...(role !== 'organizer' && known !== null && { name: known }) };
}

/** Whether an event begins when the mail said, in whole seconds, as the token has them. */
function stands(event: Event, { startsAt }: LinkClaims): boolean {
  return Math.floor(event.startsAt.epochMilliseconds / 1_000) === Math.floor(startsAt.epochMilliseconds / 1_000);
}
