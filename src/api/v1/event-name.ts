import type { Context as Call } from 'hono';
import type { Context } from '../../operations/context.ts';
import { type EventName, findEventId } from '../../operations/events/find-event-id.ts';
import type { V1Env } from './auth.ts';

/** The number of the event that a request names; 0, which is no event's, where there is none of that UUID. */
export async function numberOf(context: Context, c: Call<V1Env>, name: EventName): Promise<number> {
  return (await findEventId(context, c.get('tenant'), name)) ?? 0;
}
