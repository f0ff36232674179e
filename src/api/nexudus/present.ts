import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Profile } from '../../operations/people/list-profiles.ts';
import type { Session } from './auth.ts';
import { priceFormat } from './formats.ts';

/** Wall clock at the location, without a suffix (nexudus.md §10; §11, choice 19); null stays null. */
export function local(instant: Temporal.Instant, tenant: Tenant): string;
export function local(instant: Temporal.Instant | null, tenant: Tenant): string | null;
export function local(instant: Temporal.Instant | null, tenant: Tenant): string | null {
  return instant?.toZonedDateTimeISO(tenant.zone).toPlainDateTime().toString({ smallestUnit: 'second' }) ?? null;
}

/** The same instant in UTC, with Z, in whole seconds; null stays null. */
export function utc(instant: Temporal.Instant | null): string | null {
  return instant?.toString({ smallestUnit: 'second' }) ?? null;
}

/** Decimal text as people of the location read money. */
export function formatPrice(price: string, currency: string, tenant: Tenant): string {
  return priceFormat(tenant.locale, currency).format(Number(price));
}

/** `Business`: the location. */
export function presentBusiness(tenant: Tenant) {
  return { Id: tenant.id, Name: tenant.name };
}

/** `ApiListResult` (nexudus.md §5): a page of records; positions are 0 where the page is empty (choice 14). */
export function presentList<T>(
  records: T[],
  list: { page: number; pageSize: number; orderField: string; descending: boolean; total: number },
) {
  const { page, pageSize, total } = list;
  const before = (page - 1) * pageSize;
  const totalPages = Math.ceil(total / pageSize);
  return {
    Records: records,
    CurrentPage: page,
    CurrentPageSize: pageSize,
    PageNumber: page,
    PageSize: pageSize,
    CurrentOrderField: list.orderField,
    CurrentSortDirection: list.descending ? 'DESC' : 'ASC',
    FirstItem: records.length === 0 ? 0 : before + 1,
    LastItem: records.length === 0 ? 0 : before + records.length,
    TotalItems: total,
    TotalPages: totalPages,
    HasNextPage: page < totalPages,
    HasPreviousPage: page > 1,
  };
}

/** The person who signed in, as whichever profile they act. */
export function presentUser({ user }: Session) {
  // Nobody who is not active gets here.
  return { Id: user.id, FullName: user.fullName, Email: user.email, Active: true, IsAdmin: user.isAdmin };
}

/** The answer of `coworkers/profiles` (nexudus.md §3.4). What Adjourn does not have (virtual offices) is off. */
export function presentProfiles(whose: { tenant: Tenant; host: string; session: Session; accessToken: string; profiles: Profile[] }) {
  const { tenant, host, accessToken, profiles } = whose;
  return {
    User: { ...presentUser(whose.session), AccessToken: accessToken },
    DefaultBusiness: { ...presentBusiness(tenant), WebAddress: subdomainOf(host) },
    Profiles: profiles.map((profile) => ({
      Id: profile.id,
      FullName: profile.fullName,
      // Adjourn knows people only; the field is one of those that are never null.
      CompanyName: '',
      Active: profile.active,
      IsDefaultProfile: profile.isDefault,
      // The vendor's number for an individual.
      CoworkerType: 1,
      HasVirtualOffice: false,
      VirtualOfficePaused: null,
      VirtualOfficeContractId: null,
    })),
  };
}

/** The first label of a host's name; an address has none and stays as it is. */
export function subdomainOf(host: string): string {
  const name = host.toLowerCase().replace(/:\d*$/, '');
  return /^[\d.]+$|^\[/.test(name) ? name : (name.split('.')[0] ?? '');
}
