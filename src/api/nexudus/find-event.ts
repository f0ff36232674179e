import { findPublicEvent } from '../../operations/events/find-public-event.ts';
import { type ReaderCall, shaped } from './call.ts';
import { noSuchEvent } from './errors.ts';
import { presentEventPage } from './present-event.ts';
import { parseId } from './schema.ts';

/** `GET /api/public/events/{id}` (nexudus.md §4.2), for anybody; who attends is shown to the signed in alone (choice 23). */
export async function findEvent(call: ReaderCall): Promise<Response> {
  const { options, tenant, viewer } = call;
  const eventId = parseId(call.id);
  const page = eventId === null ? undefined : await findPublicEvent(options.context, tenant, viewer, eventId);
  return page ? shaped(call, presentEventPage(page, tenant, options.context.clock.now())) : noSuchEvent();
}
