import type { PublicEventListing } from '../../operations/events/list-public-events.ts';
import { eventOrderOf, parseId, parsePaging, parseSwitch } from './schema.ts';

/** What a list of events is asked for, and how the answer names the order. */
export type EventQuery = { listing: PublicEventListing; orderField: string };

/** The query of the list of events (nexudus.md §4.1), or what is wrong with it. A missing `pastEvents` is false. */
export function parseEventQuery(query: (name: string) => string | undefined): EventQuery | { wrong: string } {
  const past = parseSwitch(query('pastEvents'));
  const featuredOnly = parseSwitch(query('featured'));
  const homePageOnly = parseSwitch(query('onlyHomePage'));
  if (past === null || featuredOnly === null || homePageOnly === null) {
    return { wrong: 'pastEvents, featured and onlyHomePage: must be true or false' };
  }
  const asked = query('categoryId') ?? '';
  const categoryId = asked === '' ? null : parseId(asked);
  if (asked !== '' && categoryId === null) return { wrong: 'categoryId: must be the number of a category' };
  const { page, pageSize, orderBy, direction } = parsePaging(query);
  const { field, order } = eventOrderOf(orderBy);
  // What is next stands first, and of what is over the latest.
  const descending = direction === null ? past : direction === 'desc';
  const search = searchOf(query('search'));
  return { listing: { page, pageSize, past, featuredOnly, homePageOnly, categoryId, search, order, descending }, orderField: field };
}

/** NUL goes: no stored text can hold it. Words longer than any title find nothing sooner when they are cut. */
function searchOf(text: string | undefined): string | null {
  const words = (text ?? '').replaceAll('\0', '').trim().slice(0, 255);
  return words === '' ? null : words;
}

/** `_depth` of the legacy routes: undefined for all levels, null where it is no positive whole number. */
export function parseDepth(text: string | undefined): number | undefined | null {
  if (text === undefined || text === '') return undefined;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

// What PostgreSQL and every client can hold.
const EARLIEST = Temporal.Instant.from('1900-01-01T00:00:00Z');
const LATEST = Temporal.Instant.from('9999-12-31T00:00:00Z');

/** `start` and `end` of the calendar (nexudus.md §4.4): ISO 8601, in UTC where no offset is given; null for anything else. */
export function parseWindow(start: string | undefined, end: string | undefined): { from: Temporal.Instant; to: Temporal.Instant } | null {
  const [from, to] = [parseInstant(start), parseInstant(end)];
  return from && to && Temporal.Instant.compare(from, to) < 0 ? { from, to } : null;
}

function parseInstant(text: string | undefined): Temporal.Instant | null {
  // A space is what becomes of the plus of an offset that was not escaped.
  const given = (text ?? '').trim().replace(/ (?=\d\d:?\d\d$)/, '+');
  if (!/^\d{4}-\d\d-\d\d/.test(given)) return null;
  try {
    const instant = /[zZ]$|[+-]\d\d:?\d\d$/.test(given.slice(10))
      ? Temporal.Instant.from(given)
      : Temporal.PlainDateTime.from(given).toZonedDateTime('UTC').toInstant();
    return Temporal.Instant.compare(instant, EARLIEST) >= 0 && Temporal.Instant.compare(instant, LATEST) <= 0 ? instant : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
