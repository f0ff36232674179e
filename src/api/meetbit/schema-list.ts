import type { EventWindow } from '../../operations/events/list-calendar-events.ts';
import { type Parsed, instantOf, wrongFields } from './schema.ts';
import { booleanOf, listFilter } from './schema-filter.ts';

/** The query of a list: `from` and `to` (RFC 3339, any offset), `with_trashed` and one filter (choices 18, 20 and 21). */
export function eventWindow(query: Record<string, string>): Parsed<Omit<EventWindow, 'only'>> {
  const filter = listFilter(query, 'events', ATTRIBUTES);
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

const ATTRIBUTES = {
  numbers: { id: 'id' },
  texts: { title: 'title', body: 'description', location: 'location', cancel_note: 'cancel_reason' },
  times: { start: 'starts_at', end: 'ends_at', created_at: 'created_at', updated_at: 'updated_at', deleted_at: 'cancelled_at' },
} as const;
