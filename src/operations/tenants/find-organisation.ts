import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type OrganisationMember, findWorkingHours, listActiveMembers } from '../../storage/tenants/organisations.ts';
import type { Context } from '../context.ts';

/** A tenant as its account shows it. */
export type Organisation = {
  id: string;
  name: string;
  email: string;
  zone: string;
  language: string;
  /** By weekday in lower case: {start, end}, HH:MM. */
  workingHours: Record<string, { start: string; end: string }>;
  members: OrganisationMember[];
};

/** The organisation of an account, with its active members by name; undefined when there is none. */
export async function findOrganisation(context: Context, tenant: Tenant, organisationId: string): Promise<Organisation | undefined> {
  const workingHours = await findWorkingHours(context.db, tenant.id, organisationId);
  if (!workingHours) return undefined;
  const { name, senderMailbox, zone, locale } = tenant;
  const members = await listActiveMembers(context.db, tenant.id);
  return { id: organisationId, name, email: senderMailbox, zone, language: locale, workingHours, members };
}
