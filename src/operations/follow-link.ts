import type { Event } from '../domain/event.ts';
import type { LinkAction } from '../domain/link.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { Ticket } from '../domain/ticket.ts';
import { findLinkedSeat } from '../storage/linked-seats.ts';
import type { Context } from './context.ts';

/** What a link leads to: the meeting, whose mail it stood in, and what it lets them do. */
export type FollowedLink = { action: LinkAction; tenant: Tenant; event: Event; ticket: Ticket };

/**
 * Follows a mailed link. Undefined for every link that is void: forged, of a forgotten key, past its time, of a seat that was given up or a
 * meeting that was moved since, or of a demo that is off. A cancelled meeting is still led to, so that its page can say so.
 */
export async function followLink(context: Context, token: string, demo: boolean): Promise<FollowedLink | undefined> {
  const claims = context.links.read(token);
  if (!claims || Temporal.Instant.compare(context.clock.now(), claims.expiresAt) >= 0) return undefined;
  const found = await findLinkedSeat(context.db, claims.tenantId, claims.ticketId);
  if (!found || (found.tenant.demo && !demo)) return undefined;
  const { event, ticket } = found;
  // In whole seconds, as the token has them.
  const moved = Math.floor(event.startsAt.epochMilliseconds / 1_000) !== Math.floor(claims.startsAt.epochMilliseconds / 1_000);
  if (moved || !event.attendeeLinks || ticket.releasedRevision !== null) return undefined;
  return { action: claims.action, ...found };
}
