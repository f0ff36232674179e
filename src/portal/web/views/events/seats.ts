import type { EventDetail } from '../../api/wire.ts';

/** How many seats are left, in words. Without an `Allocation` there is no limit (nexudus.md §4.1). */
export function seatsInWords({ Event: event, AttendeeCount: taken }: EventDetail): string {
  const offered = event.Allocation ?? null;
  if (event.SoldOut || (offered !== null && taken >= offered)) {
    return event.EnableWaitList ? 'Sold out; there is a waiting list' : 'Sold out';
  }
  if (offered === null)
    return taken === 1 ? 'One person is coming; seats are not limited' : `${taken} people are coming; seats are not limited`;
  const left = offered - taken;
  return left === 1 ? `The last of ${offered} seats is free` : `${left} of ${offered} seats are free`;
}
