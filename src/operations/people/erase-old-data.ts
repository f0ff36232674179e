import { erasedAddress } from '../../crypto/erased-address.ts';
import { ERASED_DOMAIN, type Erasure } from '../../domain/people/erasure.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { listOldEvents, listPeopleOfEvent, markErased } from '../../storage/people/old-events.ts';
import { listTenants } from '../../storage/tenants/tenants.ts';
import { writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { UnderWay, eraseIn } from './erase-in.ts';

/** So much in one transaction, that nobody waits for it. */
const EVENTS_AT_ONCE = 200;
const PEOPLE_AT_ONCE = 200;

const BY_CLOCK = { actor: { kind: 'system', id: 'clock' }, cause: 'personalDataDays' } as const;

/**
 * Forgets who attended the events that ended longer ago than each tenant has decided (`personalDataDays`), and who waited for them: in what concerns these
 * events. Customers, accounts and the people of the house stay, and who runs an event. Gives how many events it came to the end of.
 */
export async function eraseOldData(context: Context, signal?: AbortSignal): Promise<number> {
  let done = 0;
  for (const tenant of await listTenants(context.db)) {
    const { personalDataDays: days } = settingsOf(tenant);
    if (days === 'never') continue;
    const endedBefore = context.clock.now().subtract({ hours: 24 * days });
    for (;;) {
      const events = await listOldEvents(context.db, tenant.id, endedBefore, EVENTS_AT_ONCE);
      const erased = [];
      for (const eventId of events) {
        if (signal?.aborted) return done;
        if (await eraseEvent(context, tenant, eventId)) erased.push(eventId);
      }
      done += erased.length;
      // One whose mail is under way comes again with the next round.
      if (erased.length < EVENTS_AT_ONCE) break;
    }
  }
  return done;
}

async function eraseEvent(context: Context, tenant: Tenant, eventId: number): Promise<boolean> {
  for (;;) {
    const found = await listPeopleOfEvent(context.db, tenant.id, eventId, ERASED_DOMAIN, PEOPLE_AT_ONCE);
    const people = found.map(({ address }) => ({ address, alias: erasedAddress(context.sealingKey, tenant.id, address) }));
    const names = found.flatMap(({ name }) => (name === null ? [] : [name]));
    const erasure: Erasure = { tenantId: tenant.id, people, names, eventIds: [eventId] };
    const isLast = found.length < PEOPLE_AT_ONCE;
    const went = await context.db
      .transaction()
      .execute(async (tx) => {
        if (people.length > 0) await eraseIn(tx, context, erasure);
        if (!isLast) return true;
        await markErased(tx, tenant.id, eventId, context.clock.now());
        await writeDown(tx, context, tenant, BY_CLOCK, { action: 'old_data_erased', subject: { kind: 'event', id: eventId } });
        return true;
      })
      .catch((error: unknown) => {
        if (error instanceof UnderWay) return false;
        throw error;
      });
    if (!went || isLast) return went;
  }
}
