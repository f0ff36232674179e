import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type Contact, type Member, findMember, listContacts } from '../../storage/people/members.ts';
import type { Context } from '../context.ts';

export type { Contact, Member };

/** A tenant's member (undefined when there is no active one) and those of the named contacts that it has, by UUID. */
export async function findPeople(
  context: Context,
  tenant: Tenant,
  memberId: string,
  contactIds: string[],
): Promise<{ member: Member | undefined; contacts: Map<string, Contact> }> {
  const [member, contacts] = await Promise.all([
    findMember(context.db, tenant.id, memberId),
    listContacts(context.db, tenant.id, contactIds),
  ]);
  return { member, contacts: new Map(contacts.map((contact) => [contact.id, contact])) };
}
