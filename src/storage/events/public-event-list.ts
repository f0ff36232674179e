import { sql } from 'kysely';
import type { Category, PublicEvent } from '../../domain/events/public-event.ts';
import type { Database } from '../../postgres/database.ts';
import { readOnce } from '../../postgres/in-json.ts';
import { type Places, statement } from '../../postgres/statement.ts';
import { PUBLIC_EVENT, type Seen, type Sight, publicEventOf, seen, whereSeen } from './public-event-row.ts';

/** What a public list can be sorted by. */
export type PublicEventOrder = 'id' | 'title' | 'starts_at' | 'ends_at' | 'published_at';

export type PublicEventWindow = {
  /** Events that are over, or those that are not. */
  past: boolean;
  categoryId: number | null;
  /** Words looked for in title and descriptions, in any case; null: all events. */
  search: string | null;
  featuredOnly: boolean;
  homePageOnly: boolean;
  order: PublicEventOrder;
  descending: boolean;
  limit: number;
  offset: number;
};

type Given = Seen & Pick<PublicEventWindow, 'featuredOnly' | 'homePageOnly' | 'categoryId' | 'limit' | 'offset'> & { words: string | null };

type Around = { total: number; allCategories: string };

const CATEGORIES = (given: Places<Given>) => sql`
  (select coalesce(json_agg(json_build_object('id', id, 'title', title) order by title, id), '[]')::text
    from categories where tenant_id = ${given.tenantId}) as all_categories`;

const categoriesOf = readOnce((json: Category[]) => json);

/** After `where` over the alias `e`. */
const LISTED = (given: Places<Given>, past: boolean) => sql`${whereSeen(given)} and e.ends_at ${sql.raw(past ? '<=' : '>')} ${given.now}
    and (not ${given.featuredOnly}::boolean or e.featured)
    and (not ${given.homePageOnly}::boolean or e.show_in_home_page)
    and (${given.words}::text is null
      or e.title ilike ${given.words} or e.short_description ilike ${given.words} or e.description ilike ${given.words})
    and (${given.categoryId}::bigint is null or exists (select from event_categories c
      where c.tenant_id = e.tenant_id and c.event_id = e.id and c.category_id = ${given.categoryId}))`;

/** The statement of an order: what is chosen by values alone stays in one text, so that the texts are few. */
function selectIn(past: boolean, order: PublicEventOrder, descending: boolean) {
  const direction = sql.raw(descending ? 'desc' : 'asc');
  return statement<Given, Around & { event: string }>(
    (given) => sql`
    select count(*) over () as total, ${CATEGORIES(given)}, ${PUBLIC_EVENT} as event from events e where ${LISTED(given, past)}
    order by e.${sql.ref(order)} ${direction}, e.id ${direction} limit ${given.limit} offset ${given.offset}`,
  );
}

function selectAround(past: boolean) {
  return statement<Given, Around>(
    (given) => sql`select (select count(*) from events e where ${LISTED(given, past)}) as total, ${CATEGORIES(given)}`,
  );
}

const around = { over: selectAround(true), ahead: selectAround(false) };
const statements = new Map<string, ReturnType<typeof selectIn>>();

/**
 * A page of the events a viewer may see, how many there are in all, and every category of the tenant, by title; ties in the chosen order are
 * broken by the event's number. One statement, so that all of it is of one moment; an empty page asks for the rest.
 */
export async function listPublicEvents(
  db: Database,
  sight: Sight,
  { past, order, descending, search, ...given }: PublicEventWindow,
): Promise<{ events: PublicEvent[]; total: number; categories: Category[] }> {
  const select = statements.getOrInsertComputed(`${past} ${order} ${descending}`, () => selectIn(past, order, descending));
  const words = search === null ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const values = { ...seen(sight), ...given, words };
  const rows = await select(db, values);
  const [first] = rows.length > 0 ? rows : await around[past ? 'over' : 'ahead'](db, values);
  return {
    events: rows.map(({ event }) => publicEventOf(event)),
    total: first?.total ?? 0,
    categories: first ? categoriesOf(first.allCategories) : [],
  };
}
