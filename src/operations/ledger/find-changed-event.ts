import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findEventOfChange } from '../../ledger/history.ts';
import type { Context } from '../context.ts';

/** The event that a change is of; undefined when there is no such change. */
export function findChangedEvent(context: Pick<Context, 'db'>, tenant: Tenant, changeId: number): Promise<number | undefined> {
  return findEventOfChange(context.db, tenant.id, changeId);
}
