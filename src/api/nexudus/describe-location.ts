import type { Circle } from '../../domain/events/circle.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { findTenantByName } from '../../operations/tenants/find-tenant-by-name.ts';
import { json } from './answer.ts';
import { type Call, type ReaderCall, shaped } from './call.ts';
import { noSuchLocation } from './errors.ts';
import { presentBusiness, subdomainOf } from './present.ts';

/** `GET /api/public/businesses/current` (nexudus.md §3.4), for anybody: the location of the host. */
export async function describeLocation(call: ReaderCall): Promise<Response> {
  const { tenant, host } = call;
  return shaped(call, { ...presentBusiness(tenant), WebAddress: subdomainOf(host), Currency: { Code: tenant.currency } });
}

/** `GET /api/sys/businesses/getByHost?host=` (nexudus.md §1), for anybody: the location of a host or of its first label. */
export async function findLocation({ c, options }: Call): Promise<Response> {
  const name = (c.req.query('host') ?? '').replaceAll('\0', '').trim();
  const tenant = name === '' ? undefined : await findTenantByName(options.context, name);
  return tenant ? json(200, { Id: tenant.id, WebAddress: subdomainOf(name) }) : noSuchLocation();
}

/** `GET /api/public/configuration` (nexudus.md §3.4, §9), for anybody: the operator's settings under their documented keys. */
export async function describeSettings(call: ReaderCall): Promise<Response> {
  return shaped(call, { Settings: presentSettings(call.tenant) });
}

const ACCESS: Record<Circle, string> = { everyone: '1', signed_in: '2', members: '3', contacts: '4' };

function presentSettings(tenant: Tenant) {
  const settings = settingsOf(tenant);
  const flag = (on: boolean) => (on ? 'True' : 'False');
  return [
    { Name: 'PublicWebSite.Events', Value: flag(settings.eventsEnabled) },
    { Name: 'Access.Events', Value: ACCESS[settings.eventsOpenTo] },
    { Name: 'Events.CanCancelTickets', Value: flag(settings.canCancelTickets) },
    { Name: 'Calendars.IncludeEventsInCalendar', Value: flag(settings.eventsInCalendar) },
    { Name: 'Calendars.IncludeEventsInFeed', Value: flag(settings.eventsInFeed) },
  ];
}
