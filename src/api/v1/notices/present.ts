import type { z } from '@hono/zod-openapi';
import { publicIdOf } from '../../../domain/public-id.ts';
import type { Tenant } from '../../../domain/tenants/tenant.ts';
import type { findDelivery } from '../../../operations/ledger/find-delivery.ts';
import type { findReach } from '../../../operations/ledger/find-reach.ts';
import type { DeliveryOnList } from '../../../operations/ledger/list-deliveries.ts';
import { cursorOf } from '../page.ts';
import type { deliverySchema, deliveryWithTriesSchema, reachSchema } from './schema.ts';

export function presentDelivery(tenant: Tenant, one: DeliveryOnList): z.infer<typeof deliverySchema> {
  return {
    id: one.id,
    public_id: publicIdOf(tenant, 'delivery', one.id),
    change_id: one.changeId,
    event_id: one.eventId,
    ticket_id: one.ticketId,
    entry_id: one.entryId,
    revision: one.revision,
    sequence: one.sequence,
    purpose: one.purpose,
    occurrence: one.occurrence,
    channel: one.channel,
    recipient: one.recipient,
    state: one.state,
    attempts: one.attempts,
    last_reply: one.lastReply,
    possibly_sent: one.possiblySent,
    due_at: one.dueAt.toString(),
    created_at: one.createdAt.toString(),
    finished_at: one.finishedAt?.toString() ?? null,
    message_id: one.messageId,
    told_once_key: one.toldOnceKey,
  };
}

type Found<T extends (...given: never[]) => Promise<unknown>> = NonNullable<Awaited<ReturnType<T>>>;

export function presentWithTries(tenant: Tenant, found: Found<typeof findDelivery>): z.infer<typeof deliveryWithTriesSchema> {
  const tries = found.tries.map((one) => ({
    number: one.number,
    outcome: one.outcome,
    reply: one.reply,
    started_at: one.startedAt.toString(),
    ended_at: one.endedAt.toString(),
  }));
  return { ...presentDelivery(tenant, found), tries };
}

export function presentReach({ event, reach }: Found<typeof findReach>): z.infer<typeof reachSchema> {
  return {
    event_id: event.id,
    status: event.status,
    revision: event.revision,
    people: reach.people,
    reached: reach.reached,
    nothing_owed: reach.nothingOwed,
    counts: reach.counts,
    unreached: reach.unreached.map((one) => ({
      ticket_id: one.ticketId,
      entry_id: one.entryId,
      recipient: one.recipient,
      name: one.name,
      why: one.why,
      purpose: one.purpose,
      delivery_id: one.deliveryId,
      state: one.state,
      attempts: one.attempts,
      last_reply: one.lastReply,
      due_at: one.dueAt?.toString() ?? null,
    })),
    next_cursor: cursorOf('u', reach.next),
  };
}
