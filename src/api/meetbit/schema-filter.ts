import type { Comparison, ListFilter } from '../../operations/events/list-calendar-events.ts';
import { type Fault, idOf, instantOf } from './schema.ts';

/** The attributes a list can be filtered by, of each kind: their name on the wire, and the column that holds them. */
export type Attributes<Numbers extends string, Texts extends string, Times extends string> = {
  numbers: Record<string, Numbers>;
  texts: Record<string, Texts>;
  times: Record<string, Times>;
};

const COMPARISONS: readonly string[] = ['=', '!=', '<', '<=', '>', '>='] satisfies Comparison[];

/**
 * The filter of a list: `attribute`, `operator` and `value`, all three or none (meetbit.md §6.2, §6.4; §12, choice 21). Times are
 * compared as they are shown, in whole seconds. `things` is what the list is of.
 */
export function listFilter<Numbers extends string, Texts extends string, Times extends string>(
  query: Record<string, string>,
  things: string,
  { numbers, texts, times }: Attributes<Numbers, Texts, Times>,
): { value: ListFilter<Numbers, Texts, Times> | null } | { faults: Fault[] } {
  const given = { attribute: query['attribute'] ?? '', operator: query['operator'] ?? '', value: query['value'] ?? '' };
  const absent = (['attribute', 'operator', 'value'] as const).filter((name) => given[name] === '');
  if (absent.length === 3) return { value: null };
  if (absent.length > 0) return { faults: absent.map((name) => [name, 'is required']) };
  const { attribute, operator, value } = given;
  const text = own(texts, attribute);
  if (text !== undefined) {
    return isComparison(operator) || operator === 'like'
      ? { value: { column: text, operator, value: value.toWellFormed().replaceAll('\0', '') } }
      : wrongOperator;
  }
  const number = own(numbers, attribute);
  if (number !== undefined) {
    const id = idOf(value);
    if (!isComparison(operator)) return wrongOperator;
    return id === null ? { faults: [['value', 'must be an integer']] } : { value: { column: number, operator, value: id } };
  }
  const time = own(times, attribute);
  if (time !== undefined) {
    const instant = instantOf(value);
    if (!isComparison(operator)) return wrongOperator;
    return instant ? { value: { column: time, operator, value: instant } } : { faults: [['value', 'must be a valid date']] };
  }
  return { faults: [['attribute', `is not one that ${things} can be filtered by`]] };
}

const wrongOperator: { faults: Fault[] } = { faults: [['operator', 'is not one that this attribute knows']] };

const isComparison = (operator: string): operator is Comparison => COMPARISONS.includes(operator);

/** What a table says of a name; what every object inherits is no entry of it. */
export function own<Value>(table: Record<string, Value>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** 1, 0, true or false (choice 20); absent is false, anything else null. */
export function booleanOf(text: string | undefined): boolean | null {
  if (!text || text === '0' || text === 'false') return false;
  return text === '1' || text === 'true' ? true : null;
}
