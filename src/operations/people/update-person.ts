import { type Person, type PersonChanges, administers } from '../../domain/people/house.ts';
import { plainLine } from '../../domain/plain-text.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { lockAddress } from '../../postgres/address-lock.ts';
import { findOfHouse, lockAdministrators, lockOfHouse, saveOfHouse, unknownCalendars } from '../../storage/people/house.ts';
import { endSessions, findUserByEmail } from '../../storage/people/users.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';

export type UpdatePersonOutcome =
  | { outcome: 'updated'; person: Person }
  /** Nobody would be left who can do what only an administrator can. */
  | { outcome: 'last_administrator' }
  | { outcome: 'email_taken' }
  | { outcome: 'unknown_calendars'; ids: number[] }
  | { outcome: 'not_found' };

/** Changes what is named of one of the house. Who may do less than before, or signs in with another address, has their sessions ended; only an organizer has calendars. */
export async function updatePerson(
  context: Context,
  tenant: Tenant,
  id: number,
  changes: PersonChanges,
  asking: Asking,
): Promise<UpdatePersonOutcome> {
  return context.db.transaction().execute(async (tx): Promise<UpdatePersonOutcome> => {
    if (changes.email !== undefined) await lockAddress(tx, tenant.id, changes.email);
    const administrators = await lockAdministrators(tx, tenant.id);
    const before = await lockOfHouse(tx, tenant.id, id);
    if (!before) return { outcome: 'not_found' };
    const after = { ...before, ...changes };
    if (after.role !== 'organizer') after.calendarIds = [];
    if (administers(before) && !administers(after) && administrators.length === 1) return { outcome: 'last_administrator' };
    const holder = changes.email === undefined ? undefined : await findUserByEmail(tx, tenant.id, changes.email);
    if (holder !== undefined && holder.id !== id) return { outcome: 'email_taken' };
    const unknown = await unknownCalendars(tx, tenant.id, after.calendarIds);
    if (unknown.length > 0) return { outcome: 'unknown_calendars', ids: unknown };
    await saveOfHouse(tx, tenant.id, { ...after, fullName: plainLine(after.fullName) }, context.clock.now());
    if (after.email !== before.email || after.role !== before.role || after.active !== before.active) await endSessions(tx, tenant.id, id);
    const person = await findOfHouse(tx, tenant.id, id);
    if (!person) throw new Error('the person was not found again');
    await writeDown(tx, context, tenant, asking, {
      action: 'person_changed',
      subject: { kind: 'person', id },
      details: { changed: Object.keys(changes), role: person.role, calendarIds: person.calendarIds, active: person.active },
    });
    return { outcome: 'updated', person };
  });
}
