import type { Category, PublicEvent } from '../../domain/events/public-event.ts';
import { listPublicEvents } from '../../operations/events/list-public-events.ts';
import { json } from './answer.ts';
import { type ReaderCall, shaped } from './call.ts';
import { applyDepth } from './depth.ts';
import { refused } from './errors.ts';
import { presentList } from './present.ts';
import { presentCategories, presentEvent } from './present-event.ts';
import { type EventQuery, parseDepth, parseEventQuery } from './schema-events.ts';

/** `GET /api/public/events` (nexudus.md §4.1), for anybody: the list is nested, unlike my-events. */
export async function listEvents(call: ReaderCall): Promise<Response> {
  const query = parseEventQuery((name) => call.c.req.query(name));
  if ('wrong' in query) return refused(query.wrong);
  const { events, total, categories } = await read(call, query);
  const list = presentList(presentAll(call, events), { ...query.listing, orderField: query.orderField, total });
  return shaped(call, { ...presentFilter(query, categories), CalendarEvents: list });
}

/** `GET /en/events` (nexudus.md §4.1), the legacy twin: `CalendarEvents` is a bare array, `_depth` cuts what is nested in its entries. */
export async function listEventsBare(call: ReaderCall): Promise<Response> {
  const query = parseEventQuery((name) => call.c.req.query(name));
  const depth = parseDepth(call.c.req.query('_depth'));
  if ('wrong' in query) return refused(query.wrong);
  if (depth === null) return refused('_depth: must be a positive whole number');
  const { events, categories } = await read(call, query);
  const entries = presentAll(call, events).map((event) => applyDepth(event, depth));
  return json(200, { ...presentFilter(query, categories), CalendarEvents: entries });
}

function read({ options, tenant, viewer }: ReaderCall, { listing }: EventQuery) {
  return listPublicEvents(options.context, tenant, viewer, listing);
}

function presentAll({ options, tenant }: ReaderCall, events: PublicEvent[]) {
  const now = options.context.clock.now();
  return events.map((event) => presentEvent(event, tenant, now));
}

function presentFilter({ listing }: EventQuery, categories: Category[]) {
  const known = presentCategories(categories);
  return { PastEvents: listing.past, Categories: known, Category: known.find(({ Id }) => Id === listing.categoryId) ?? null };
}
