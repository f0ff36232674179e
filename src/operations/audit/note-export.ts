import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Context } from '../context.ts';
import { type Asking, writeDown } from './audited.ts';

/** Writes down that somebody took a list of names and addresses away, before they are given it. */
export async function noteExport(
  context: Context,
  tenant: Tenant,
  { what, eventId }: { what: 'attendees' | 'call_list' | 'notices'; eventId: number },
  asking: Asking,
): Promise<void> {
  await context.db
    .transaction()
    .execute((tx) =>
      writeDown(tx, context, tenant, asking, { action: 'exported', subject: { kind: 'event', id: eventId }, details: { what } }),
    );
}
