import type { Conference, ConferenceAttendee } from '../../domain/events/conference.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { listConferenceAttendees } from '../../storage/events/conference-attendees.ts';
import { lockConference, saveConference } from '../../storage/events/conferences.ts';
import type { Context } from '../context.ts';

export type UpdateConferenceOutcome =
  | { outcome: 'updated'; conference: Conference; attendees: ConferenceAttendee[] }
  /** Who is in it already would find another one than they came to. */
  | { outcome: 'has_started' }
  | { outcome: 'not_found' };

/** Renames an online conference and says who may see it, until it starts, in one transaction; mails nobody. A deleted one is not found. */
export async function updateConference(
  context: Context,
  tenant: Tenant,
  id: number,
  update: Pick<Conference, 'title' | 'isPublic'>,
): Promise<UpdateConferenceOutcome> {
  const now = context.clock.now();
  return context.db.transaction().execute(async (tx): Promise<UpdateConferenceOutcome> => {
    const found = await lockConference(tx, tenant.id, id);
    if (!found) return { outcome: 'not_found' };
    if (found.startedAt !== null) return { outcome: 'has_started' };
    const conference = { ...found, ...update, updatedAt: now };
    await saveConference(tx, conference);
    return { outcome: 'updated', conference, attendees: await listConferenceAttendees(tx, tenant.id, id) };
  });
}
