import type { z } from '@hono/zod-openapi';
import { publicIdOf } from '../../../domain/public-id.ts';
import type { Tenant } from '../../../domain/tenants/tenant.ts';
import type { ListedAttendee } from '../../../operations/attendees/list-attendees.ts';
import type { attendeeSchema } from './schema.ts';

export function presentAttendee(tenant: Tenant, one: ListedAttendee): z.infer<typeof attendeeSchema> {
  return {
    id: one.id,
    public_id: publicIdOf(tenant, 'ticket', one.id),
    event_id: one.eventId,
    state: one.releasedAt === null ? 'attending' : 'removed',
    name: one.name,
    email: one.email,
    telephone: one.telephone,
    zone: one.zone,
    zone_source: one.zoneSource,
    language: one.language,
    role: one.role,
    participation_status: one.participationStatus,
    ticket_type_id: one.ticketTypeId,
    ticket_type: one.ticketTypeName,
    customer_id: one.customerId,
    code: one.code,
    reach: one.reach,
    last_reply: one.lastReply,
    resent_at: one.resentAt?.toString() ?? null,
    issued_at: one.issuedAt.toString(),
    updated_at: one.updatedAt.toString(),
    removed_at: one.releasedAt?.toString() ?? null,
  };
}
