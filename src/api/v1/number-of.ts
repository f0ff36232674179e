import type { Context as Call } from 'hono';
import { type NumberedNoun, numberOfPublicId } from '../../domain/public-id.ts';
import { findCalendar } from '../../operations/events/find-calendar.ts';
import { findEvent } from '../../operations/events/find-event.ts';
import type { V1Env } from './principal.ts';
import type { Name } from './schema.ts';

/** No table has a row of it. */
const NOBODYS = 0;

/**
 * The number of what a path or a query names, by its number or its public UUID; 0, which nothing has, where there is none of that UUID, or where it is (of)
 * a calendar that is no business of whoever asks. That a number is one of something is looked up only for those.
 */
export async function numberOf(c: Call<V1Env>, noun: NumberedNoun | 'event' | 'calendar', name: Name): Promise<number> {
  const { tenant, calendars } = c.get('principal');
  if (noun !== 'event' && noun !== 'calendar') {
    return typeof name === 'number' ? name : (numberOfPublicId(tenant, noun, name.publicId) ?? NOBODYS);
  }
  if (typeof name === 'number' && calendars === null) return name;
  const key = typeof name === 'number' ? { id: name } : name;
  if (noun === 'calendar') {
    const calendar = await findCalendar(c.get('options').context, tenant, key);
    return calendar && (calendars?.includes(calendar.id) ?? true) ? calendar.id : NOBODYS;
  }
  const event = await findEvent(c.get('options').context, tenant, key);
  return event && (calendars?.includes(event.calendarId) ?? true) ? event.id : NOBODYS;
}
