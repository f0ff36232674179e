import { findPublicEvent } from '../../operations/find-public-event.ts';
import { json } from './answer.ts';
import type { Call } from './call.ts';
import { noSuchEvent } from './errors.ts';
import { presentEventPage } from './present-event.ts';
import { parseId } from './schema.ts';
import { applyShape } from './shape.ts';

/** `GET /api/public/events/{id}` (nexudus.md §4.2), for anybody; who attends is shown to the signed in alone (choice 23). */
export async function findEvent({ c, options, tenant, signedIn, id }: Call): Promise<Response> {
  const eventId = parseId(id);
  if (eventId === null || !tenant) return noSuchEvent();
  const page = await findPublicEvent(options.context, tenant, eventId, { attendees: signedIn !== undefined });
  if (!page) return noSuchEvent();
  return json(200, applyShape(presentEventPage(page, tenant, options.context.clock.now()), c.req.queries('_shape')));
}
