import { folded } from '../../domain/people/address.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type DeliveryFilter, type ListedDelivery, listDeliveries as list } from '../../ledger/list-deliveries.ts';
import type { Context } from '../context.ts';
import { pageOf } from '../page-of.ts';

export type { DeliveryFilter };

/** `toldOnceKey`: two deliveries of one tenant never share it (promise 2). */
export type DeliveryOnList = ListedDelivery & { toldOnceKey: string };

/** `next`: what to give as `before` for the following page; null on the last. */
export type DeliveryPage = { deliveries: DeliveryOnList[]; next: number | null };

/** A page of a tenant's ledger, newest first: who was told what, who was not yet, and why. Reads only. */
export async function listDeliveries(
  context: Pick<Context, 'db'>,
  tenant: Tenant,
  filter: DeliveryFilter,
  page: { before: number | null; limit: number },
): Promise<DeliveryPage> {
  // One more than asked for tells whether there is another page.
  const found = await list(context.db, tenant.id, filter, page.before, page.limit + 1);
  const { rows, next } = pageOf(found, page.limit);
  return { deliveries: rows.map(withKey), next };
}

/** Adds what deliveries_told_once is unique over, as one text; a service mail is about its event alone. */
export function withKey(one: ListedDelivery): DeliveryOnList {
  const subject = one.ticketId ?? (one.entryId === null ? `event-${one.eventId}` : `entry-${one.entryId}`);
  const parts = [subject, one.revision, one.purpose, one.occurrence, one.channel, folded(one.recipient ?? '')];
  return { ...one, toldOnceKey: parts.join('/') };
}
