import type { PublicEvent } from '../../domain/events/public-event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { FormerTime, Standing } from '../../operations/events/find-standing.ts';
import type { MyChanges } from '../../operations/seats/list-my-changes.ts';

/** `GET /portal/events/{id}`, in the spelling that the pages read elsewhere (`Standing` in web/api/wire.ts). */
export function presentStanding({ event, was, tickets }: Standing, tenant: Tenant) {
  return {
    Event: { ...presentEvent(event, tenant), ShortDescription: event.shortDescription, HostFullName: event.organizerName },
    Was: was && presentTimes(was, tenant),
    Tickets: tickets.map(({ id, code, name, isHeld }) => ({
      Id: id,
      AttendeeCode: code,
      FullName: name ?? '',
      // Of a cancelled event nobody holds anything.
      Held: isHeld && event.status === 'scheduled',
    })),
  };
}

/** `GET /portal/my/changes` (`MyChanges` there). */
export function presentChanges({ lost, hasNextPage, moved }: MyChanges, tenant: Tenant) {
  return {
    Lost: lost.map(({ ticket, event }) => ({
      Id: ticket.id,
      AttendeeCode: ticket.code,
      FullName: ticket.name ?? '',
      EventProductName: ticket.typeName,
      CalendarEvent: presentEvent(event, tenant),
    })),
    HasNextPage: hasNextPage,
    Moved: moved.map((was) => ({ EventId: was.eventId, Was: presentTimes(was, tenant) })),
  };
}

function presentEvent(event: PublicEvent, tenant: Tenant) {
  return {
    Id: event.id,
    Name: event.title,
    Location: event.location,
    VenueAddress: event.venueAddress,
    ...presentTimes(event, tenant),
    Cancelled: event.status === 'cancelled',
    CancelReason: event.cancelReason,
  };
}

/** Wall clock of the house without a suffix, and the same instants in UTC, as the vendor's wire has them. */
function presentTimes({ startsAt, endsAt }: Pick<FormerTime, 'startsAt' | 'endsAt'>, { zone }: Tenant) {
  const wall = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' });
  const utc = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'second' });
  return { StartDate: wall(startsAt), EndDate: wall(endsAt), StartDateUtc: utc(startsAt), EndDateUtc: utc(endsAt) };
}
