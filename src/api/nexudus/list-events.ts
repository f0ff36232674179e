import { listPublicEvents } from '../../operations/list-public-events.ts';
import { json } from './answer.ts';
import type { Call } from './call.ts';
import { noSuchRoute, refused } from './errors.ts';
import { presentList } from './present.ts';
import { presentCategories, presentEvent } from './present-event.ts';
import { eventOrderOf, parseId, parsePaging, parseSwitch } from './schema.ts';
import { applyShape } from './shape.ts';

/** `GET /api/public/events` (nexudus.md §4.1), for anybody: the list is nested, unlike my-events. */
export async function listEvents({ c, options, tenant }: Call): Promise<Response> {
  if (!tenant) return noSuchRoute();
  const past = parseSwitch(c.req.query('pastEvents'));
  const featuredOnly = parseSwitch(c.req.query('featured'));
  const homePageOnly = parseSwitch(c.req.query('onlyHomePage'));
  if (past === null || featuredOnly === null || homePageOnly === null) {
    return refused('pastEvents, featured and onlyHomePage: must be true or false');
  }
  const asked = c.req.query('categoryId') ?? '';
  const categoryId = asked === '' ? null : parseId(asked);
  if (asked !== '' && categoryId === null) return refused('categoryId: must be the number of a category');
  const paging = parsePaging((name) => c.req.query(name));
  const { field, order } = eventOrderOf(paging.orderBy);
  // What is next stands first, and of what is over the latest.
  const descending = paging.direction === null ? past : paging.direction === 'desc';
  const listing = { ...paging, past, featuredOnly, homePageOnly, categoryId, search: searchOf(c.req.query('search')), order, descending };
  const { events, total, categories } = await listPublicEvents(options.context, tenant, listing);
  const now = options.context.clock.now();
  const known = presentCategories(categories);
  const body = {
    PastEvents: past,
    Categories: known,
    Category: known.find(({ Id }) => Id === categoryId) ?? null,
    CalendarEvents: presentList(
      events.map((event) => presentEvent(event, tenant, now)),
      { ...listing, orderField: field, total },
    ),
  };
  return json(200, applyShape(body, c.req.queries('_shape')));
}

/** NUL goes: no stored text can hold it. Words longer than any title find nothing sooner when they are cut. */
function searchOf(text: string | undefined): string | null {
  const words = (text ?? '').replaceAll('\0', '').trim().slice(0, 255);
  return words === '' ? null : words;
}
