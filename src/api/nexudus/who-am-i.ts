import { json } from './answer.ts';
import type { CustomerCall } from './call.ts';
import { refused } from './errors.ts';
import { presentUser } from './present.ts';

/** `GET /en/profile?_resource=` (nexudus.md §3.4), legacy: the user, or the profile they act as. */
export async function readProfile({ c, session }: CustomerCall): Promise<Response> {
  switch (c.req.query('_resource')?.toLowerCase() ?? 'coworker') {
    case 'coworker': {
      const { id, name, email, isMember } = session.customer;
      return json(200, { Id: id, FullName: name, Email: email, Active: true, CoworkerType: 1, IsMember: isMember });
    }
    case 'user':
      return json(200, presentUser(session));
    default:
      return refused('_resource: must be Coworker or User');
  }
}

/** `GET /en/user/me` (nexudus.md §3.4), legacy. */
export async function readUser({ session }: CustomerCall): Promise<Response> {
  return json(200, presentUser(session));
}
