import type { Tenant } from '../domain/tenant.ts';
import { findEventOfAccount as find } from '../storage/accounts.ts';
import type { Context } from './context.ts';

/** The tenant and event that an account's number and an event's public UUID name together; undefined for every kind of miss. */
export async function findEventOfAccount(
  context: Context,
  accountNumber: number,
  publicId: string,
): Promise<{ tenant: Tenant; eventId: number } | undefined> {
  return find(context.db, accountNumber, publicId);
}
