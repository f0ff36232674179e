import type { Customer } from '../../domain/people/customer.ts';
import { languageOf } from '../../domain/people/people.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { lockAddress } from '../../postgres/address-lock.ts';
import { holdsAddress, insertCustomer } from '../../storage/people/customers.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';

export type CreateCustomerOutcome =
  | { outcome: 'created'; customer: Customer }
  /** A customer of this tenant has that address already, in whatever case. */
  | { outcome: 'email_taken' };

/** Adds somebody to a tenant's customers, with its zone and language where none of their own are given. They cannot sign in, and nobody is mailed. */
export async function createCustomer(
  context: Context,
  tenant: Tenant,
  given: Omit<Customer, 'id' | 'createdAt'> & { zone?: string; language?: string },
  asking?: Asking,
): Promise<CreateCustomerOutcome> {
  const now = context.clock.now();
  return context.db.transaction().execute(async (tx): Promise<CreateCustomerOutcome> => {
    if (given.email !== null) {
      await lockAddress(tx, tenant.id, given.email);
      if (await holdsAddress(tx, tenant.id, given.email)) return { outcome: 'email_taken' };
    }
    const id = await insertCustomer(
      tx,
      tenant.id,
      {
        ...given,
        zone: given.zone ?? tenant.zone,
        zoneSource: given.zone === undefined ? 'tenant' : 'person',
        language: given.language ?? languageOf(tenant.locale),
      },
      now,
    );
    if (asking) await writeDown(tx, context, tenant, asking, { action: 'customer_created', subject: { kind: 'customer', id } });
    return { outcome: 'created', customer: { ...given, id, createdAt: now } };
  });
}
