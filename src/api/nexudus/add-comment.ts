import { addComment as add } from '../../operations/events/add-comment.ts';
import { empty } from './answer.ts';
import type { CustomerCall } from './call.ts';
import { invalid, noSuchEvent, refused } from './errors.ts';
import { readJson } from './json-body.ts';
import { parseComment } from './schema-comment.ts';

/** `POST /en/events/newComment` (nexudus.md §8.2): an empty 200; clients read the event again. */
export async function addComment(call: CustomerCall): Promise<Response> {
  const { options, tenant, session } = call;
  const body = await readJson(call);
  if (body instanceof Response) return body;
  const comment = parseComment(body.json);
  if ('wrong' in comment) return invalid(comment);
  const { customer } = session;
  const { outcome } = await add(options.context, tenant, customer, {
    ...comment,
    customerId: customer.id,
    postedBy: customer.name ?? session.user.fullName,
  });
  switch (outcome) {
    case 'added':
      return empty(200);
    case 'not_found':
      return noSuchEvent();
    case 'not_enabled':
      return refused('This event takes no comments.');
  }
}
