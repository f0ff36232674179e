import type { Comparison, EventFilter, EventWindow } from '../../operations/list-calendar-events.ts';
import { type Fault, type Parsed, idOf, instantOf, wrongFields } from './schema.ts';

/** The query of a list: `from` and `to` (RFC 3339, any offset), `with_trashed` and one filter (choices 18, 20 and 21). */
export function eventWindow(query: Record<string, string>): Parsed<Omit<EventWindow, 'only'>> {
  const filter = eventFilter(query);
  const from = instantOf(query['from']);
  const to = instantOf(query['to']);
  const withCancelled = booleanOf(query['with_trashed']);
  if (from && to && withCancelled !== null && Temporal.Instant.compare(from, to) <= 0 && 'value' in filter) {
    return { value: { from, to, withCancelled, filter: filter.value } };
  }
  const sentences = [
    ...(from ? [] : [['from', from === null ? 'must be a valid date' : 'is required'] as const]),
    ...(to ? [] : [['to', to === null ? 'must be a valid date' : 'is required'] as const]),
    ...(from && to && Temporal.Instant.compare(from, to) > 0 ? [['to', 'must be a date after or equal to from'] as const] : []),
    ...(withCancelled === null ? [['with_trashed', 'must be true or false'] as const] : []),
    ...('faults' in filter ? filter.faults : []),
  ];
  return wrongFields(sentences);
}

const COMPARISONS: readonly string[] = ['=', '!=', '<', '<=', '>', '>='] satisfies Comparison[];

const NUMBERS = { id: 'id' } as const;
const TEXTS = { title: 'title', body: 'description', location: 'location', cancel_note: 'cancel_reason' } as const;
const TIMES = { start: 'starts_at', end: 'ends_at', created_at: 'created_at', updated_at: 'updated_at', deleted_at: 'cancelled_at' } as const;

/**
 * The filter of a list: `attribute`, `operator` and `value`, all three or none (meetbit.md §6.2, §6.4; §12, choice 21). Times are
 * compared as they are shown, in whole seconds.
 */
function eventFilter(query: Record<string, string>): { value: EventFilter | null } | { faults: Fault[] } {
  const given = { attribute: query['attribute'] ?? '', operator: query['operator'] ?? '', value: query['value'] ?? '' };
  const absent = (['attribute', 'operator', 'value'] as const).filter((name) => given[name] === '');
  if (absent.length === 3) return { value: null };
  if (absent.length > 0) return { faults: absent.map((name) => [name, 'is required']) };
  const { attribute, operator, value } = given;
  if (isKeyOf(TEXTS, attribute)) {
    return isComparison(operator) || operator === 'like' ? { value: { column: TEXTS[attribute], operator, value: value.toWellFormed().replaceAll('\0', '') } } : wrongOperator;
  }
  if (isKeyOf(NUMBERS, attribute)) {
    const number = idOf(value);
    if (!isComparison(operator)) return wrongOperator;
    return number === null ? { faults: [['value', 'must be an integer']] } : { value: { column: NUMBERS[attribute], operator, value: number } };
  }
  if (isKeyOf(TIMES, attribute)) {
    const instant = instantOf(value);
    if (!isComparison(operator)) return wrongOperator;
    return instant ? { value: { column: TIMES[attribute], operator, value: instant } } : { faults: [['value', 'must be a valid date']] };
  }
  return { faults: [['attribute', 'is not one that events can be filtered by']] };
}

const wrongOperator: { faults: Fault[] } = { faults: [['operator', 'is not one that this attribute knows']] };

const isComparison = (operator: string): operator is Comparison => COMPARISONS.includes(operator);

const isKeyOf = <Names extends object>(names: Names, name: string): name is Extract<keyof Names, string> => Object.hasOwn(names, name);

function booleanOf(text: string | undefined): boolean | null {
  if (!text || text === '0' || text === 'false') return false;
  return text === '1' || text === 'true' ? true : null;
}
