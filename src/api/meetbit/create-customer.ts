import { createFactory } from 'hono/factory';
import { createCustomer as create } from '../../operations/people/create-customer.ts';
import type { DoorOptions } from '../http/door.ts';
import { type MeetbitEnv, requires } from './auth.ts';
import { limitBody, membersOf } from './body.ts';
import { invalid } from './errors.ts';
import { MESSAGES } from './present.ts';
import { presentCustomer } from './present-people.ts';
import { wrongField } from './schema.ts';
import { newCustomer } from './schema-customer.ts';

/** POST /customers (meetbit.md §10): answers 200. Mails nobody. */
export function createCustomer({ context }: DoorOptions) {
  return createFactory<MeetbitEnv>().createHandlers(requires('customers.create', 'every'), limitBody, async (c) => {
    const wanted = newCustomer(await membersOf(c));
    if ('invalid' in wanted) return invalid(c, wanted.invalid);
    const done = await create(context, c.get('tenant'), wanted.value);
    switch (done.outcome) {
      case 'created':
        return c.json({ message: MESSAGES.customerCreated, data: presentCustomer(done.customer) });
      case 'email_taken':
        return invalid(c, wrongField('email', 'has already been taken').invalid);
    }
  });
}
