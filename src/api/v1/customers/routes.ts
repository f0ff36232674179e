import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { CustomerRecord } from '../../../domain/people/customer.ts';
import { publicIdOf } from '../../../domain/public-id.ts';
import { requirePasswordReset } from '../../../operations/access/require-password-reset.ts';
import { createCustomer } from '../../../operations/people/create-customer.ts';
import { findCustomer, listCustomers } from '../../../operations/people/list-customers.ts';
import { updateCustomer } from '../../../operations/people/update-customer.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, noContent, refuse, route } from '../described.ts';
import { namedOf } from '../named.ts';
import { numberOf } from '../number-of.ts';
import { cursorOf } from '../page.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { byId } from '../schema.ts';
import { customerChangesSchema, customerPageSchema, customerSchema, customersQuery, newCustomerSchema } from './schema.ts';

/** Who comes to the house: /api/v1/customers. */
export function addCustomerRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('people:read', {
      operationId: 'listCustomers',
      tag: 'Customers',
      method: 'get',
      path: '/api/v1/customers',
      summary: 'Who comes, oldest first.',
      request: { query: customersQuery },
      responses: { 200: json(customerPageSchema, 'A page of them') },
    }),
    async (c) => {
      const { q: text, cursor, limit } = c.req.valid('query');
      const { customers, next } = await listCustomers(context, c.get('tenant'), { text, after: cursor?.[0] ?? 0, limit });
      return c.json({ data: customers.map((customer) => present(c, customer)), next_cursor: cursorOf('c', next) }, 200);
    },
  );
  app.openapi(
    route('people:read', {
      operationId: 'getCustomer',
      tag: 'Customers',
      method: 'get',
      path: '/api/v1/customers/{id}',
      summary: 'One of them.',
      request: { params: byId },
      responses: { 200: json(customerSchema, 'The customer') },
    }),
    async (c) => {
      const customer = await findCustomer(context, c.get('tenant'), await numberOf(c, 'customer', c.req.valid('param').id));
      return customer ? c.json(present(c, customer), 200) : nobody(c);
    },
  );
  app.openapi(
    route('people:write', {
      operationId: 'createCustomer',
      tag: 'Customers',
      method: 'post',
      path: '/api/v1/customers',
      summary: 'Adds somebody, with the house’s zone and language where none of their own are given. Nobody is mailed.',
      request: { body: jsonBody(newCustomerSchema) },
      responses: { 201: json(customerSchema, 'They are added') },
      problems: { 409: 'A customer has that address' },
    }),
    async (c) => {
      const { first_name: firstName, middle_name: middleName, last_name: lastName, email, phone, ...theirs } = c.req.valid('json');
      const given = { firstName, middleName, lastName, email, contactNumber: phone, address: {}, ...namedOf(theirs) };
      const done = await createCustomer(context, c.get('tenant'), given, requestOf(c));
      if (done.outcome === 'email_taken') return emailTaken(c);
      const customer = await findCustomer(context, c.get('tenant'), done.customer.id);
      return customer ? c.json(present(c, customer), 201) : nobody(c);
    },
  );
  app.openapi(
    route('people:write', {
      operationId: 'updateCustomer',
      tag: 'Customers',
      method: 'patch',
      path: '/api/v1/customers/{id}',
      summary: 'Changes what is named of somebody. Tickets they hold keep the address and the zone they were issued with.',
      request: { params: byId, body: jsonBody(customerChangesSchema) },
      responses: { 200: json(customerSchema, 'As they are now') },
      problems: { 409: 'Another customer has that address, or they sign in and need one' },
    }),
    async (c) => {
      const {
        name: fullName,
        first_name: firstName,
        middle_name: middleName,
        last_name: lastName,
        phone,
        member,
        ...rest
      } = c.req.valid('json');
      const changes = namedOf({ fullName, firstName, middleName, lastName, contactNumber: phone, isMember: member, ...rest });
      const id = await numberOf(c, 'customer', c.req.valid('param').id);
      const done = await updateCustomer(context, c.get('tenant'), id, changes, requestOf(c));
      switch (done.outcome) {
        case 'updated':
          return c.json(present(c, done.customer), 200);
        case 'email_taken':
          return emailTaken(c);
        case 'email_needed':
          return refuse(c, 'conflict', { detail: 'They sign in with an account, so they need an address.' });
        case 'not_found':
          return nobody(c);
      }
    },
  );
  app.openapi(
    route('people:write', {
      operationId: 'requirePasswordOfCustomer',
      tag: 'Customers',
      method: 'post',
      path: '/api/v1/customers/{id}/password-reset',
      summary: 'Has somebody with an account set a new password: the old one opens nothing more, they are signed out, and mailed a link.',
      request: { params: byId },
      responses: { 204: noContent('They are mailed') },
      problems: { 409: 'They have no account' },
    }),
    async (c) => {
      const customer = await findCustomer(context, c.get('tenant'), await numberOf(c, 'customer', c.req.valid('param').id));
      if (!customer) return nobody(c);
      const done = customer.userId !== null && (await requirePasswordReset(context, c.get('tenant'), customer.userId, requestOf(c)));
      if (done && done.outcome === 'required') return c.body(null, 204);
      return refuse(c, 'conflict', { detail: 'They have no account that is active.' });
    },
  );
}

const nobody = (c: Context<V1Env>) => refuse(c, 'not-found', { detail: 'No customer has that number.' });
const emailTaken = (c: Context<V1Env>) => refuse(c, 'conflict', { detail: 'Another customer has that address.' });

function present(c: Context<V1Env>, customer: CustomerRecord): z.infer<typeof customerSchema> {
  return {
    id: customer.id,
    public_id: publicIdOf(c.get('tenant'), 'customer', customer.id),
    name: customer.fullName,
    first_name: customer.firstName,
    middle_name: customer.middleName,
    last_name: customer.lastName,
    email: customer.email,
    phone: customer.contactNumber,
    address: customer.address,
    zone: customer.zone,
    language: customer.language,
    active: customer.active,
    member: customer.isMember,
    has_account: customer.userId !== null,
    created_at: customer.createdAt.toString(),
  };
}
