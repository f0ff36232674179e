import type { CustomerChanges, CustomerRecord } from '../../domain/people/customer.ts';
import { plainLine } from '../../domain/plain-text.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { lockAddress } from '../../postgres/address-lock.ts';
import { findCustomerRecord, holdsAddressBesides, lockCustomer, saveCustomer } from '../../storage/people/customers.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';

export type UpdateCustomerOutcome =
  | { outcome: 'updated'; customer: CustomerRecord }
  | { outcome: 'email_taken' }
  /** Whoever signs in can be written to. */
  | { outcome: 'email_needed' }
  | { outcome: 'not_found' };

/**
 * Changes what is named of a customer. Tickets they hold keep the address and the zone they were issued with; a first, middle or last name that is given makes
 * the full name.
 */
export async function updateCustomer(
  context: Context,
  tenant: Tenant,
  id: number,
  changes: CustomerChanges,
  asking: Asking,
): Promise<UpdateCustomerOutcome> {
  const { email } = changes;
  return context.db.transaction().execute(async (tx): Promise<UpdateCustomerOutcome> => {
    if (email !== undefined && email !== null) await lockAddress(tx, tenant.id, email);
    const before = await lockCustomer(tx, tenant.id, id);
    if (!before) return { outcome: 'not_found' };
    if (email === null && before.userId !== null) return { outcome: 'email_needed' };
    if (email !== undefined && email !== null && (await holdsAddressBesides(tx, tenant.id, id, email))) return { outcome: 'email_taken' };
    const after = { ...before, ...changes };
    const parts = [after.firstName, after.middleName, after.lastName].filter((part) => part !== null);
    const isByParts = changes.fullName === undefined && ['firstName', 'middleName', 'lastName'].some((name) => name in changes);
    if (isByParts && parts.length > 0) after.fullName = parts.join(' ');
    after.fullName = plainLine(after.fullName);
    await saveCustomer(tx, tenant.id, after);
    await writeDown(tx, context, tenant, asking, {
      action: 'customer_changed',
      subject: { kind: 'customer', id },
      details: { changed: Object.keys(changes) },
    });
    const customer = await findCustomerRecord(tx, tenant.id, id);
    return customer ? { outcome: 'updated', customer } : { outcome: 'not_found' };
  });
}
