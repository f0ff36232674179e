import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type ChangeLine, listChanges as list } from '../../ledger/list-changes.ts';
import { findEvent } from '../../storage/events/events.ts';
import type { Context } from '../context.ts';
import { pageOf } from '../page-of.ts';

export type { ChangeLine };

/** A page of what happened to an event, newest first; `next` is what the following one comes before, null on the last. Undefined: there is no such event. */
export async function listChanges(
  context: Context,
  tenant: Tenant,
  eventId: number,
  { before, limit }: { before: number | null; limit: number },
): Promise<{ changes: ChangeLine[]; next: number | null } | undefined> {
  if (!(await findEvent(context.db, tenant.id, { id: eventId }))) return undefined;
  const found = await list(context.db, tenant.id, eventId, { before, limit: limit + 1 });
  const { rows: changes, next } = pageOf(found, limit);
  return { changes, next };
}
