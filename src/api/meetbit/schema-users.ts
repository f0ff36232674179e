import type { Weekday } from '../../domain/events/schedule.ts';
import { canonical } from '../../domain/people/address.ts';
import type { StaffUpdate, WorkHours } from '../../domain/people/staff.ts';
import { zoneOf } from '../../domain/zone.ts';
import type { StaffQuery } from '../../operations/people/list-staff.ts';
import { objectOf } from '../http/json-body.ts';
import { type Fault, type Parsed, idOf, wrongFields } from './schema.ts';
import { fieldsOf } from './schema-fields.ts';
import { booleanOf, listFilter, own } from './schema-filter.ts';

const DEFAULT_PAGE_SIZE = 25;
const MAX_PAGE_SIZE = 100;
const MAX_PAGE_NUMBER = 1_000_000;
const MAX_BLOCKS = 24;

const TEXTS = {
  first_name: 'first_name',
  last_name: 'last_name',
  email: 'address',
  status: 'status',
  timezone: 'zone',
  role: 'role',
} as const;
const TIMES = { created_at: 'created_at', updated_at: 'updated_at', deleted_at: 'deleted_at' } as const;
const ORDERS = { id: 'id', ...TEXTS, ...TIMES } as const;
const ATTRIBUTES = {
  numbers: { id: 'id', department_id: 'department_id' },
  texts: { ...TEXTS, department: 'department' },
  times: TIMES,
} as const;

/** The query of the list of users (meetbit.md §6.4, §10): a page, an order and one filter. Without them the first 25, by number. */
export function usersQuery(query: Record<string, string>): Parsed<Omit<StaffQuery, 'only'>> {
  const faults: Fault[] = [];
  const number = (name: string, otherwise: number, most: number): number => {
    const given = query[name] || String(otherwise);
    const value = idOf(given) ?? 0;
    if (value < 1 || value > most) faults.push([name, `must be an integer between 1 and ${most}`]);
    return value;
  };
  const limit = number('page_size', DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
  const page = number('page_number', 1, MAX_PAGE_NUMBER);
  const withDeleted = booleanOf(query['with_trashed']);
  if (withDeleted === null) faults.push(['with_trashed', 'must be true or false']);
  const by = own<(typeof ORDERS)[keyof typeof ORDERS]>(ORDERS, query['order_by'] || 'id');
  if (by === undefined) faults.push(['order_by', 'is not one that users can be ordered by']);
  const direction = query['order_direction'] || 'asc';
  if (direction !== 'asc' && direction !== 'desc') faults.push(['order_direction', 'must be asc or desc']);
  const filter = listFilter(query, 'users', ATTRIBUTES);
  if ('faults' in filter) faults.push(...filter.faults);
  if (faults.length > 0 || withDeleted === null || by === undefined || 'faults' in filter) return wrongFields(faults);
  return {
    value: {
      withDeleted,
      filter: shownAddress(filter.value),
      order: { by, descending: direction === 'desc' },
      limit,
      offset: (page - 1) * limit,
    },
  };
}

/** An address is looked for as it is shown, in whichever spelling it is given. */
function shownAddress(filter: StaffQuery['filter']): StaffQuery['filter'] {
  return filter?.column === 'address' && filter.operator !== 'like' ? { ...filter, value: canonical(filter.value) } : filter;
}

/** The body of an update of a user (meetbit.md §10): all seven fields, department_id alone may be null. */
export function userUpdate(body: Record<string, unknown>): Parsed<StaffUpdate> {
  const faults: Fault[] = [];
  const fields = fieldsOf(body, faults);
  const departmentId = body['department_id'] === null ? null : fields.id('department_id');
  const firstName = fields.line('first_name');
  const lastName = fields.line('last_name');
  const email = fields.email('email');
  const named = fields.line('timezone');
  const zone = named === null ? null : (zoneOf(named) ?? fields.wrong('timezone', 'must be a valid timezone'));
  const workHours = workHoursOf(body['work_hours'] ?? null, faults);
  const role = fields.line('role');
  if (
    faults.length > 0 ||
    firstName === null ||
    lastName === null ||
    email === null ||
    zone === null ||
    workHours === null ||
    role === null
  ) {
    return wrongFields(faults);
  }
  return { value: { departmentId, firstName, lastName, email, zone, workHours, role } };
}

function workHoursOf(given: unknown, faults: Fault[]): WorkHours | null {
  const days = objectOf(given);
  if (!days) {
    faults.push(['work_hours', given === null ? 'is required' : 'must be an object']);
    return null;
  }
  const of = (day: Weekday) => blocksOf(days[day] ?? null, `work_hours.${day}`, faults);
  return {
    monday: of('monday'),
    tuesday: of('tuesday'),
    wednesday: of('wednesday'),
    thursday: of('thursday'),
    friday: of('friday'),
    saturday: of('saturday'),
    sunday: of('sunday'),
  };
}

function blocksOf(given: unknown, at: string, faults: Fault[]): WorkHours['monday'] {
  const wrong = (field: string, what: string) => {
    faults.push([field, what]);
    return [];
  };
  if (given === null) return wrong(at, 'is required');
  if (!Array.isArray(given)) return wrong(at, 'must be an array');
  if (given.length > MAX_BLOCKS) return wrong(at, `must not have more than ${MAX_BLOCKS} items`);
  return given.flatMap((one: unknown, index) => {
    const block = objectOf(one) ?? {};
    const start = clockOf(block['start'] ?? null, `${at}.${index}.start`, faults);
    const end = clockOf(block['end'] ?? null, `${at}.${index}.end`, faults);
    if (start === null || end === null) return [];
    return start < end ? [{ start, end }] : wrong(`${at}.${index}.end`, 'must be after start');
  });
}

/** HH:MM:SS of {hour, minute, second}. */
function clockOf(given: unknown, at: string, faults: Fault[]): string | null {
  const clock = objectOf(given);
  if (!clock) {
    faults.push([at, given === null ? 'is required' : 'must be an object']);
    return null;
  }
  const fields = fieldsOf(clock, faults, `${at}.`);
  const parts = [fields.integer('hour', 0, 23), fields.integer('minute', 0, 59), fields.integer('second', 0, 59)];
  return parts.includes(null) ? null : parts.map((part) => String(part).padStart(2, '0')).join(':');
}
