import { createFactory } from 'hono/factory';
import { findStaffMember } from '../../operations/people/find-staff-member.ts';
import { updateStaffMember } from '../../operations/people/update-staff-member.ts';
import type { DoorOptions } from '../http/door.ts';
import { type MeetbitEnv, requires } from './auth.ts';
import { limitBody, membersOf } from './body.ts';
import { invalid, missing } from './errors.ts';
import { MESSAGES } from './present.ts';
import { presentUser } from './present-people.ts';
import { type Fault, idOf, wrongFields } from './schema.ts';
import { userUpdate } from './schema-users.ts';

const FAULTS: Record<'department_unknown' | 'email_taken' | 'role_unknown', Fault> = {
  department_unknown: ['department_id', 'must be the id of a department'],
  email_taken: ['email', 'has already been taken'],
  role_unknown: ['role', 'must be the name of a role'],
};

/** PATCH /users/{user_id} (meetbit.md §10): all seven fields are replaced. Mails nobody. */
export function updateUser({ context }: DoorOptions) {
  return createFactory<MeetbitEnv>().createHandlers(
    requires('users.update', 'user_id'),
    async (c, next) => {
      const id = idOf(c.req.param('user_id'));
      // Lookup (404) comes before body (400).
      return id !== null && (await findStaffMember(context, c.get('tenant'), id)) ? next() : missing(c);
    },
    limitBody,
    async (c) => {
      const wanted = userUpdate(await membersOf(c));
      if ('invalid' in wanted) return invalid(c, wanted.invalid);
      const done = await updateStaffMember(context, c.get('tenant'), Number(c.req.param('user_id')), wanted.value);
      switch (done.outcome) {
        case 'updated':
          return c.json({ message: MESSAGES.userUpdated, data: presentUser(done.member) });
        case 'refused':
          return invalid(c, wrongFields(done.wrong.map((one) => FAULTS[one])).invalid);
        // Deleted between the look-up and the lock.
        case 'not_found':
          return missing(c);
      }
    },
  );
}
