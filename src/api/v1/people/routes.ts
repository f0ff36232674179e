import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Person } from '../../../domain/people/house.ts';
import { publicIdOf } from '../../../domain/public-id.ts';
import { disableTwoFactor } from '../../../operations/access/disable-two-factor.ts';
import { requirePasswordReset } from '../../../operations/access/require-password-reset.ts';
import { invitePerson } from '../../../operations/people/invite-person.ts';
import { findPerson, listPeople } from '../../../operations/people/list-people.ts';
import { removePerson } from '../../../operations/people/remove-person.ts';
import { updatePerson } from '../../../operations/people/update-person.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, noContent, refuse, route } from '../described.ts';
import { namedOf } from '../named.ts';
import { numberOf } from '../number-of.ts';
import { cursorOf } from '../page.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { byId } from '../schema.ts';
import { newPersonSchema, peopleQuery, personChangesSchema, personPageSchema, personSchema } from './schema.ts';

/** People of the house: /api/v1/people. What an administrator is alone to decide takes the scope `admin`. */
export function addPeopleRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('people:read', {
      operationId: 'listPeople',
      tag: 'People',
      method: 'get',
      path: '/api/v1/people',
      summary: 'Who is of the house, oldest first.',
      request: { query: peopleQuery },
      responses: { 200: json(personPageSchema, 'A page of them') },
    }),
    async (c) => {
      const { q: text, cursor, limit } = c.req.valid('query');
      const { people, next } = await listPeople(context, c.get('tenant'), { text, after: cursor?.[0] ?? 0, limit });
      return c.json({ data: people.map((person) => present(c, person)), next_cursor: cursorOf('p', next) }, 200);
    },
  );
  app.openapi(
    route('people:read', {
      operationId: 'getPerson',
      tag: 'People',
      method: 'get',
      path: '/api/v1/people/{id}',
      summary: 'One of them.',
      request: { params: byId },
      responses: { 200: json(personSchema, 'The person') },
    }),
    async (c) => {
      const person = await findPerson(context, c.get('tenant'), await numberOf(c, 'person', c.req.valid('param').id));
      return person ? c.json(present(c, person), 200) : nobody(c);
    },
  );
  app.openapi(
    route('admin', {
      operationId: 'invitePerson',
      tag: 'People',
      method: 'post',
      path: '/api/v1/people',
      summary: 'Takes somebody into the house; they are mailed a link that sets their password, good for a week.',
      request: { body: jsonBody(newPersonSchema) },
      responses: { 201: json(personSchema, 'They are invited') },
      problems: { 409: 'Somebody of the house has that address' },
    }),
    async (c) => {
      const { email, name: fullName, role, calendar_ids: calendarIds } = c.req.valid('json');
      const done = await invitePerson(context, c.get('tenant'), { email, fullName, role, calendarIds }, requestOf(c));
      switch (done.outcome) {
        case 'invited':
          return c.json(present(c, done.person), 201);
        case 'email_taken':
          return emailTaken(c);
        case 'unknown_calendars':
          return unknownCalendars(c, done.ids);
      }
    },
  );
  app.openapi(
    route('admin', {
      operationId: 'updatePerson',
      tag: 'People',
      method: 'patch',
      path: '/api/v1/people/{id}',
      summary: 'Changes what is named of somebody. Who may do less than before is signed out.',
      request: { params: byId, body: jsonBody(personChangesSchema) },
      responses: { 200: json(personSchema, 'As they are now') },
      problems: { 409: 'Somebody else has that address, or they are the last administrator' },
    }),
    async (c) => {
      const { name: fullName, calendar_ids: calendarIds, ...rest } = c.req.valid('json');
      const changes = namedOf({ ...rest, fullName, calendarIds });
      const id = await numberOf(c, 'person', c.req.valid('param').id);
      const done = await updatePerson(context, c.get('tenant'), id, changes, requestOf(c));
      switch (done.outcome) {
        case 'updated':
          return c.json(present(c, done.person), 200);
        case 'last_administrator':
          return lastAdministrator(c);
        case 'email_taken':
          return emailTaken(c);
        case 'unknown_calendars':
          return unknownCalendars(c, done.ids);
        case 'not_found':
          return nobody(c);
      }
    },
  );
  app.openapi(
    route('admin', {
      operationId: 'removePerson',
      tag: 'People',
      method: 'delete',
      path: '/api/v1/people/{id}',
      summary:
        'Takes somebody out of the house and signs them out. What they did stays in the histories; who is a customer as well stays one.',
      request: { params: byId },
      responses: { 204: noContent('Gone') },
      problems: { 409: 'They are the last administrator' },
    }),
    async (c) => {
      const { outcome } = await removePerson(context, c.get('tenant'), await numberOf(c, 'person', c.req.valid('param').id), requestOf(c));
      switch (outcome) {
        case 'removed':
          return c.body(null, 204);
        case 'last_administrator':
          return lastAdministrator(c);
        case 'not_found':
          return nobody(c);
      }
    },
  );
  app.openapi(
    route('admin', {
      operationId: 'requirePasswordOfPerson',
      tag: 'People',
      method: 'post',
      path: '/api/v1/people/{id}/password-reset',
      summary: 'Has somebody set a new password: the old one opens nothing more, they are signed out, and mailed a link.',
      request: { params: byId },
      responses: { 204: noContent('They are mailed') },
    }),
    async (c) => {
      const person = await findPerson(context, c.get('tenant'), await numberOf(c, 'person', c.req.valid('param').id));
      const done = person && (await requirePasswordReset(context, c.get('tenant'), person.id, requestOf(c)));
      return done?.outcome === 'required' ? c.body(null, 204) : nobody(c);
    },
  );
  app.openapi(
    route('admin', {
      operationId: 'disableTwoFactorOfPerson',
      tag: 'People',
      method: 'delete',
      path: '/api/v1/people/{id}/two-factor',
      summary: 'For somebody who lost their device, once you are sure who asks: the password is enough again.',
      request: { params: byId },
      responses: { 204: noContent('There is none any more') },
    }),
    async (c) => {
      const person = await findPerson(context, c.get('tenant'), await numberOf(c, 'person', c.req.valid('param').id));
      const done = person && (await disableTwoFactor(context, c.get('tenant'), person.id, requestOf(c)));
      return done?.outcome === 'disabled' ? c.body(null, 204) : nobody(c);
    },
  );
}

const nobody = (c: Context<V1Env>) => refuse(c, 'not-found', { detail: 'Nobody of the house has that number.' });
const emailTaken = (c: Context<V1Env>) => refuse(c, 'conflict', { detail: 'Somebody else has that address.' });
const lastAdministrator = (c: Context<V1Env>) =>
  refuse(c, 'conflict', { detail: 'They are the last administrator: make somebody else one first.' });
const unknownCalendars = (c: Context<V1Env>, ids: number[]) =>
  refuse(c, 'invalid-parameters', {
    detail: 'Some calendars are not there.',
    parameters: [{ name: 'calendar_ids', reason: `There is no calendar ${ids.join(', ')}.` }],
  });

function present(c: Context<V1Env>, person: Person): z.infer<typeof personSchema> {
  return {
    id: person.id,
    public_id: publicIdOf(c.get('tenant'), 'person', person.id),
    email: person.email,
    name: person.fullName,
    role: person.role,
    calendar_ids: person.calendarIds,
    active: person.active,
    has_password: person.hasPassword,
    must_reset_password: person.mustResetPassword,
    two_factor: person.hasTwoFactor,
    created_at: person.createdAt.toString(),
    last_signed_in_at: person.lastSignedInAt?.toString() ?? null,
  };
}
