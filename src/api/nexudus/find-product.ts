import { findPublicTicketType } from '../../operations/seats/find-public-ticket-type.ts';
import { type ReaderCall, shaped } from './call.ts';
import { noSuchProduct } from './errors.ts';
import { presentTicketType } from './present-event.ts';
import { parseId } from './schema.ts';

/** `GET /api/public/events/{eventId}/product/{productId}` (nexudus.md §4.3), for anybody. */
export async function findProduct(call: ReaderCall): Promise<Response> {
  const { options, tenant, viewer } = call;
  const [eventId, typeId] = [parseId(call.id), parseId(call.productId)];
  if (eventId === null || typeId === null) return noSuchProduct();
  const found = await findPublicTicketType(options.context, tenant, viewer, eventId, typeId);
  if (!found) return noSuchProduct();
  return shaped(call, presentTicketType(found.event, found.type, tenant, options.context.clock.now()));
}
