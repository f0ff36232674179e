import { createFactory } from 'hono/factory';
import { listStaff } from '../../operations/people/list-staff.ts';
import type { DoorOptions } from '../http/door.ts';
import { type MeetbitEnv, requires, scopeOf } from './auth.ts';
import { invalid } from './errors.ts';
import { MESSAGES } from './present.ts';
import { presentUser } from './present-people.ts';
import { usersQuery } from './schema-users.ts';

/** GET /users (meetbit.md §6.4, §10): the tenant's staff, a page of them; with `users.read.<id>` permissions alone, those users. */
export function listUsers({ context }: DoorOptions) {
  return createFactory<MeetbitEnv>().createHandlers(requires('users.read', 'any'), async (c) => {
    const query = usersQuery(c.req.query());
    if ('invalid' in query) return invalid(c, query.invalid);
    const users = await listStaff(context, c.get('tenant'), { ...query.value, only: scopeOf(c.get('client'), 'users.read') });
    return c.json({ message: MESSAGES.usersFetched, data: users.map(presentUser) });
  });
}
