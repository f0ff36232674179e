import { createHash } from 'node:crypto';
import type { PublicEventOrder } from '../../operations/events/list-public-events.ts';
import type { TicketOrder } from '../../operations/seats/list-my-tickets.ts';

/** An id in a path: a positive integer up to 2^53 - 1, in plain digits; null for anything else, which is a 404. */
export function parseId(text: string): number | null {
  const id = /^[1-9]\d*$/.test(text) ? Number(text) : 0;
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** An id in a JSON body: a number, or its digits. */
export function parseBodyId(given: unknown): number | null {
  return typeof given === 'number' || typeof given === 'string' ? parseId(String(given)) : null;
}

/** What is wrong with a field of a body, and what was sent in it. */
export type Wrong = { wrong: string; property: string; sent: unknown };

/**
 * Who signs in by a form of `POST /api/token` (nexudus.md §3.1). What is missing is empty and matches nobody. NUL goes: no
 * stored text can hold it, and the database would fault on it.
 */
export function parseCredentials(form: URLSearchParams): { email: string; password: string; code: string } {
  const email = plain(form.get('username') ?? '').trim();
  return { email, password: form.get('password') ?? '', code: (form.get('totp') ?? '').trim() };
}

/**
 * `client_id`, from its header or, since proxies drop headers with an underscore, from the form. Any text names a client, one too long for the
 * index it is found by is known by its hash; null for none.
 */
export function clientIdOf(header: string | undefined, form: URLSearchParams): string | null {
  const given = header?.trim() || plain(form.get('client_id') ?? '').trim();
  if (given === '') return null;
  return given.length <= 255 ? given : createHash('sha256').update(given).digest('hex');
}

/** Text without NUL, which no stored text can hold. */
function plain(text: string): string {
  return text.replaceAll('\0', '');
}

/** A switch in a query: missing is false; true, false, 1 and 0 in any case (nexudus.md §11, choice 13); null for anything else. */
export function parseSwitch(text: string | undefined): boolean | null {
  const given = text?.toLowerCase() ?? 'false';
  if (given === 'true' || given === '1') return true;
  return given === 'false' || given === '0' ? false : null;
}

/** How a list is asked for: clamped, never refused (choices 14 to 16). */
export type Paging = {
  page: number;
  pageSize: number;
  orderBy: string | undefined;
  /** Null: not said, or not understood. */
  direction: 'asc' | 'desc' | null;
};

const MAX_PAGE_SIZE = 100;
// Far beyond any list, and small enough that the offset is still an exact number.
const MAX_PAGE = 1_000_000_000;

/** Paging from a query string, under any of its names; the underscored one wins. */
export function parsePaging(query: (name: string) => string | undefined): Paging {
  return {
    page: clamp(query('_page') ?? query('page'), 1, MAX_PAGE),
    pageSize: clamp(query('_pageSize') ?? query('top') ?? query('size'), 25, MAX_PAGE_SIZE),
    orderBy: query('_orderBy') ?? query('orderBy'),
    direction: directionOf((query('_sortDirection') ?? query('dir'))?.toLowerCase()),
  };
}

function directionOf(text: string | undefined): 'asc' | 'desc' | null {
  return text === 'asc' || text === 'desc' ? text : null;
}

function clamp(text: string | undefined, preset: number, most: number): number {
  if (text === undefined || !/^[+-]?\d+$/.test(text)) return preset;
  return Math.min(Math.max(Number(text), 1), most);
}

/** What my-events can be sorted by (choice 15). */
const TICKET_ORDERS: Record<string, TicketOrder> = {
  Id: 'id',
  AttendeeCode: 'code',
  FullName: 'name',
  Email: 'email',
  EventProductName: 'type_name',
  EventProductPrice: 'price',
  CreatedOn: 'issued_at',
  CreatedOnUtc: 'issued_at',
  UpdatedOn: 'updated_at',
  UpdatedOnUtc: 'updated_at',
  'CalendarEvent.StartDate': 'event_starts_at',
};

const EVENT_ORDERS: Record<string, PublicEventOrder> = {
  Id: 'id',
  Name: 'title',
  StartDate: 'starts_at',
  StartDateUtc: 'starts_at',
  EndDate: 'ends_at',
  EndDateUtc: 'ends_at',
  PublishDate: 'published_at',
  PublishDateUtc: 'published_at',
};

/** The field to sort my-events by, and how the answer names it; an unknown one is CreatedOn. */
export function ticketOrderOf(orderBy: string | undefined): { field: string; order: TicketOrder } {
  return orderOf(TICKET_ORDERS, orderBy) ?? { field: 'CreatedOn', order: 'issued_at' };
}

/** The field to sort the list of events by, and how the answer names it; an unknown one is StartDate. */
export function eventOrderOf(orderBy: string | undefined): { field: string; order: PublicEventOrder } {
  return orderOf(EVENT_ORDERS, orderBy) ?? { field: 'StartDate', order: 'starts_at' };
}

function orderOf<Order>(orders: Record<string, Order>, orderBy: string | undefined): { field: string; order: Order } | undefined {
  const order = orderBy !== undefined && Object.hasOwn(orders, orderBy) ? orders[orderBy] : undefined;
  return order === undefined || orderBy === undefined ? undefined : { field: orderBy, order };
}
