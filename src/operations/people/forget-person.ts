import { erasedAddress } from '../../crypto/erased-address.ts';
import { addressOf, folded } from '../../domain/people/address.ts';
import type { ErasedCounts, Erasure } from '../../domain/people/erasure.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { eventsToldTo } from '../../ledger/erase.ts';
import type { Transaction } from '../../postgres/database.ts';
import { eraseFromBooks } from '../../storage/people/erase.ts';
import { findOfHouse, lockAdministrators } from '../../storage/people/house.ts';
import { type Traces, findTraces } from '../../storage/people/traces.ts';
import { administers } from '../../domain/people/house.ts';
import { writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { cancelOrder } from '../orders/cancel-order.ts';
import { giveBackSeat } from '../seats/give-back-seat.ts';
import { UnderWay, eraseIn, sumOf } from './erase-in.ts';
import { removeFromWaitlist } from '../waitlist/remove-from-waitlist.ts';

export type ForgetPersonOutcome =
  /** `counts`: how many rows of what was changed or deleted; `givenBack`: seats of events to come. */
  | { outcome: 'forgotten'; counts: ErasedCounts; givenBack: number }
  | { outcome: 'no_address' | 'not_found' }
  /** They have seats of events to come, and nobody said that these may be given back. */
  | { outcome: 'has_seats'; seats: Traces['seats'] }
  | { outcome: 'last_administrator' }
  /** A mail to them is on its way at this moment. */
  | { outcome: 'busy' };

/**
 * Forgets a person by their address at one tenant: names, addresses, telephone numbers, credentials, kept mails, copies that other programs were sent, comments,
 * and words that name them in what concerns them. Sums, times and states stay, with who it was as a hash that only this installation can make
 * (docs/decisions/0020). With `givesBack` seats of events to come are given back, without a mail. Nobody can undo it.
 */
export async function forgetPerson(
  context: Context,
  tenant: Tenant,
  given: { address: string; givesBack: boolean },
  request: Request,
): Promise<ForgetPersonOutcome> {
  const address = addressOf(given.address.trim());
  if (address === null) return { outcome: 'no_address' };
  const before = await tracesOf(context, tenant, address);
  if (before.isNobody) return { outcome: 'not_found' };
  if (before.traces.seats.length > 0 && !given.givesBack) return { outcome: 'has_seats', seats: before.traces.seats };
  const isLast = await context.db.transaction().execute((tx) => isLastAdministrator(tx, tenant.id, before.traces.userIds));
  if (isLast) return { outcome: 'last_administrator' };
  const givenBack = await giveAllBack(context, tenant, before.traces, request);
  return await context.db
    .transaction()
    .execute(async (tx): Promise<ForgetPersonOutcome> => {
      if (await isLastAdministrator(tx, tenant.id, before.traces.userIds)) return { outcome: 'last_administrator' };
      // Read again: what came meanwhile is forgotten as well.
      const { traces, told } = await tracesOf({ ...context, db: tx }, tenant, address);
      const people = traces.addresses.map((one) => ({ address: one, alias: erasedAddress(context.sealingKey, tenant.id, one) }));
      const erasure: Erasure = { tenantId: tenant.id, people, names: traces.names, eventIds: [...new Set([...traces.eventIds, ...told])] };
      const counts = await eraseIn(tx, context, erasure);
      const books = await eraseFromBooks(tx, erasure, context.clock.now());
      const all = sumOf(counts, books);
      await writeDown(tx, context, tenant, request, { action: 'person_erased', details: { counts: all, seatsGivenBack: givenBack } });
      return { outcome: 'forgotten', counts: all, givenBack };
    })
    .catch((error: unknown) => {
      if (error instanceof UnderWay) return { outcome: 'busy' } as const;
      throw error;
    });
}

async function tracesOf(
  context: Pick<Context, 'db' | 'clock'>,
  tenant: Tenant,
  address: string,
): Promise<{ traces: Traces; told: number[]; isNobody: boolean }> {
  const traces = await findTraces(context.db, tenant.id, folded(address), context.clock.now());
  const told = await eventsToldTo(context.db, tenant.id, traces.addresses);
  const isNobody = traces.names.length === 0 && traces.eventIds.length === 0 && traces.userIds.length === 0 && told.length === 0;
  return { traces, told, isNobody };
}

async function giveAllBack(context: Context, tenant: Tenant, traces: Traces, request: Request): Promise<number> {
  for (const { eventId, entryId } of traces.places) await removeFromWaitlist(context, tenant, eventId, entryId, request);
  for (const id of traces.orderIds) await cancelOrder(context, tenant, id, request);
  let given = 0;
  for (const { eventId, ticketId } of traces.seats) given += (await giveBackSeat(context, tenant, eventId, ticketId, request)) ? 1 : 0;
  return given;
}

async function isLastAdministrator(tx: Transaction, tenantId: number, userIds: number[]): Promise<boolean> {
  const administrators = await lockAdministrators(tx, tenantId);
  if (administrators.length !== 1) return false;
  for (const id of userIds) {
    const person = await findOfHouse(tx, tenantId, id);
    if (person && administers(person)) return true;
  }
  return false;
}
