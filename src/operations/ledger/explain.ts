import type { Event } from '../../domain/events/event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type HistoryLine, listHistory } from '../../ledger/history.ts';
import { type ListedDelivery, listDeliveries } from '../../ledger/list-deliveries.ts';
import { type EventKey, findEvent } from '../../storage/events/events.ts';
import { listTenants } from '../../storage/tenants/tenants.ts';
import { FIRST_PLACE, type Reach, findReach } from '../../ledger/unreached.ts';
import type { Context } from '../context.ts';

/** What the ledger knows of one person, or of one event. */
export type Explanation =
  | { about: 'person'; tenant: Tenant; deliveries: ListedDelivery[]; more: boolean }
  | { about: 'event'; tenant: Tenant; event: Event; history: HistoryLine[]; more: boolean; reach: Reach };

/** More than this nobody reads on a terminal; `more` says that there is, and of people the counts do. */
const MOST = 1_000;

/**
 * Explains to the operator, over all tenants, what became of the notices of a person (an address) or of an event (its
 * number, public UUID or calendar UID). Nothing found is an empty list. Reads only.
 */
export async function explain({ db }: Pick<Context, 'db'>, subject: string): Promise<Explanation[]> {
  const found: Explanation[] = [];
  for (const tenant of await listTenants(db)) {
    // A UID looks like an address; it is one when an event has it.
    const event = await findEvent(db, tenant.id, keyOf(subject));
    if (event) {
      const history = await listHistory(db, tenant.id, event.id, MOST + 1);
      const reach = await findReach(db, tenant.id, event.id, { after: FIRST_PLACE, limit: MOST });
      found.push({ about: 'event', tenant, event, history: history.slice(0, MOST), more: history.length > MOST, reach });
    } else if (subject.includes('@')) {
      const deliveries = await listDeliveries(db, tenant.id, { recipient: subject }, null, MOST + 1);
      if (deliveries.length > 0)
        found.push({ about: 'person', tenant, deliveries: deliveries.slice(0, MOST), more: deliveries.length > MOST });
    }
  }
  return found;
}

function keyOf(subject: string): EventKey {
  if (/^[1-9]\d{0,14}$/.test(subject)) return { id: Number(subject) };
  if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(subject)) return { publicId: subject.toLowerCase() };
  return { uid: subject };
}
