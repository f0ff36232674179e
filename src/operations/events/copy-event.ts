import type { Request } from '../../domain/notices/change.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { copyEventImages } from '../../storage/events/event-images.ts';
import { detailsOf, findEventRecord } from '../../storage/events/event-records.ts';
import { copyTicketTypes } from '../../storage/seats/ticket-types.ts';
import type { Context } from '../context.ts';
import { transactLocked } from '../transact.ts';
import { type CreateEventOutcome, makeEvent } from './create-event.ts';

/** What is another of the copy. Without an end it lasts as long as the original. */
export type CopyInput = { startsAt: Temporal.Instant; endsAt: Temporal.Instant | null; title: string | null };

export type CopyEventOutcome = CreateEventOutcome | { outcome: 'not_found' };

/**
 * Makes a draft like an event, at another time: with its words, place, categories, picture and ticket types, whose sales move by as much, and nobody in
 * it. A cancelled event can be copied, too. All of it in one transaction.
 */
export async function copyEvent(
  context: Context,
  tenant: Tenant,
  id: number,
  input: CopyInput,
  request: Request,
): Promise<CopyEventOutcome> {
  return transactLocked(context, async (unit): Promise<CopyEventOutcome> => {
    const original = await findEventRecord(unit.db, tenant.id, { id });
    if (!original) return { outcome: 'not_found' };
    const { organizerName, replyTo, publishedAt: _publishedAt, ...details } = detailsOf(original);
    const made = await makeEvent(
      unit,
      context,
      tenant,
      {
        calendar: { id: original.calendarId },
        uidScope: original.uidScope,
        title: input.title ?? original.title,
        description: original.description,
        location: original.location,
        zone: original.zone,
        startsAt: input.startsAt,
        endsAt: input.endsAt ?? input.startsAt.add(original.startsAt.until(original.endsAt)),
        capacity: original.capacity,
        organizerName,
        replyTo,
        attendeeLinks: original.attendeeLinks,
        invitees: [],
        draft: true,
        details,
      },
      request,
    );
    if (made.outcome !== 'created') return made;
    const by = original.startsAt.until(input.startsAt);
    await copyTicketTypes(unit.db, tenant.id, { from: original.id, to: made.event.id, by }, context.clock.now());
    await copyEventImages(unit.db, tenant.id, { from: original.id, to: made.event.id });
    return made;
  });
}
