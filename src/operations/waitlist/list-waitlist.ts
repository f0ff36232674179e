import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { WaitlistState } from '../../domain/waitlist/waitlist.ts';
import { findEvent } from '../../storage/events/events.ts';
import { type ListedEntry, listEntries } from '../../storage/waitlist/waitlist-list.ts';
import type { Context } from '../context.ts';
import { pageOf } from '../page-of.ts';

export type { ListedEntry };

/** `next`: what to give as `after` for the following page; null on the last. */
export type WaitlistPage = { entries: ListedEntry[]; next: number | null };

const IN_LINE: WaitlistState[] = ['waiting', 'offered'];

/** A page of an event's waiting list, first come first; without states those who are in line. Undefined when there is no such event. Reads only. */
export async function listWaitlist(
  context: Pick<Context, 'db'>,
  tenant: Tenant,
  eventId: number,
  states: WaitlistState[] | undefined,
  page: { after: number; limit: number },
): Promise<WaitlistPage | undefined> {
  if (!(await findEvent(context.db, tenant.id, { id: eventId }))) return undefined;
  // One more than asked for tells whether there is another page.
  const found = await listEntries(context.db, tenant.id, eventId, states ?? IN_LINE, page.after, page.limit + 1);
  const { rows: entries, next } = pageOf(found, page.limit);
  return { entries, next };
}
