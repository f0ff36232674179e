import type { Deed } from '../../domain/audit/audit.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Transaction } from '../../postgres/database.ts';
import { insertAuditEntry } from '../../storage/audit/audit.ts';
import type { Context } from '../context.ts';

/** Who asks for something that is no change of an event, through which door, and from where. */
export type Asking = Pick<Request, 'actor' | 'cause' | 'from'>;

/** Writes down what somebody does, in the transaction that does it: either is there with the other, or not at all. */
export function writeDown(
  tx: Transaction,
  context: Pick<Context, 'clock'>,
  tenant: Pick<Tenant, 'id'>,
  asking: Asking,
  deed: Deed,
): Promise<void> {
  return insertAuditEntry(tx, tenant.id, asking, deed, context.clock.now());
}
