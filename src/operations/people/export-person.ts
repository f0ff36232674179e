import { addressOf, folded } from '../../domain/people/address.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { readLedgerData } from '../../ledger/person-data.ts';
import { readPersonData } from '../../storage/people/person-data.ts';
import { findTraces } from '../../storage/people/traces.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';

export type ExportPersonOutcome =
  | { outcome: 'exported'; data: { address: string; also: string[]; names: string[]; kept: Record<string, object[]> } }
  | { outcome: 'no_address' | 'not_found' };

/**
 * Everything that a tenant keeps of a person, by their address and by those that theirs were before: rows as they are, without hashes and secrets. It is
 * written down that somebody asked.
 */
export async function exportPerson(context: Context, tenant: Tenant, given: string, asking: Asking): Promise<ExportPersonOutcome> {
  const address = addressOf(given.trim());
  if (address === null) return { outcome: 'no_address' };
  // One snapshot of all of it.
  return context.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx): Promise<ExportPersonOutcome> => {
      const traces = await findTraces(tx, tenant.id, folded(address), context.clock.now());
      const kept = { ...(await readPersonData(tx, tenant.id, traces)), ...(await readLedgerData(tx, tenant.id, traces.addresses)) };
      const found = Object.fromEntries(Object.entries(kept).filter(([, rows]) => rows.length > 0));
      if (Object.keys(found).length === 0) return { outcome: 'not_found' };
      await writeDown(tx, context, tenant, asking, { action: 'person_exported', details: { kinds: Object.keys(found) } });
      const [, ...also] = traces.addresses;
      return { outcome: 'exported', data: { address, also, names: traces.names, kept: found } };
    });
}
