import { administers } from '../../domain/people/house.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { deletePasswordTokens } from '../../storage/access/one-time-tokens.ts';
import { voidAccountMails } from '../../storage/access/account-mails.ts';
import { lockAdministrators, lockOfHouse, takeOutOfHouse } from '../../storage/people/house.ts';
import { endSessions } from '../../storage/people/users.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';

export type RemovePersonOutcome = { outcome: 'removed' | 'last_administrator' | 'not_found' };

/**
 * Takes somebody out of the house: their sessions end and a link they were mailed is void. Who is a customer with an account as well stays one. What they
 * did stays in the histories, under their number.
 */
export async function removePerson(context: Context, tenant: Tenant, id: number, asking: Asking): Promise<RemovePersonOutcome> {
  return context.db.transaction().execute(async (tx): Promise<RemovePersonOutcome> => {
    const administrators = await lockAdministrators(tx, tenant.id);
    const person = await lockOfHouse(tx, tenant.id, id);
    if (!person) return { outcome: 'not_found' };
    if (administers(person) && administrators.length === 1) return { outcome: 'last_administrator' };
    const now = context.clock.now();
    await takeOutOfHouse(tx, tenant.id, id, now);
    await endSessions(tx, tenant.id, id);
    await deletePasswordTokens(tx, tenant.id, id);
    await voidAccountMails(tx, tenant.id, id, now);
    await writeDown(tx, context, tenant, asking, { action: 'person_removed', subject: { kind: 'person', id } });
    return { outcome: 'removed' };
  });
}
