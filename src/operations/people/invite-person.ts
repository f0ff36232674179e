import { plainLine } from '../../domain/plain-text.ts';
import type { Person } from '../../domain/people/house.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { lockAddress } from '../../postgres/address-lock.ts';
import { type NewPerson, addToHouse, findOfHouse, unknownCalendars } from '../../storage/people/house.ts';
import { findUserByEmail } from '../../storage/people/users.ts';
import { mailPasswordLink } from '../access/mail-password-link.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';

export type InvitePersonOutcome =
  | { outcome: 'invited'; person: Person }
  /** Somebody of the house has that address already, in whatever case. */
  | { outcome: 'email_taken' }
  | { outcome: 'unknown_calendars'; ids: number[] };

/**
 * Takes somebody into the house and mails them a link that sets their password, good for a week, in one transaction. A customer with an account of that
 * address keeps it and becomes both. Only an organizer has calendars.
 */
export async function invitePerson(context: Context, tenant: Tenant, given: NewPerson, asking: Asking): Promise<InvitePersonOutcome> {
  const calendarIds = given.role === 'organizer' ? given.calendarIds : [];
  const done = await context.db.transaction().execute(async (tx): Promise<InvitePersonOutcome> => {
    await lockAddress(tx, tenant.id, given.email);
    const user = await findUserByEmail(tx, tenant.id, given.email);
    if (user && (await findOfHouse(tx, tenant.id, user.id))) return { outcome: 'email_taken' };
    const unknown = await unknownCalendars(tx, tenant.id, calendarIds);
    if (unknown.length > 0) return { outcome: 'unknown_calendars', ids: unknown };
    const now = context.clock.now();
    const id = await addToHouse(tx, tenant.id, { ...given, fullName: plainLine(given.fullName), calendarIds }, user?.id ?? null, now);
    const person = await findOfHouse(tx, tenant.id, id);
    if (!person) throw new Error('the person was not found again');
    await mailPasswordLink(tx, context, tenant, person, 'invitation');
    const details = { role: given.role, calendarIds };
    await writeDown(tx, context, tenant, asking, { action: 'person_invited', subject: { kind: 'person', id }, details });
    return { outcome: 'invited', person };
  });
  if (done.outcome === 'invited') await context.wake();
  return done;
}
