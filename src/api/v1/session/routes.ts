import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { endHouseSession } from '../../../operations/access/house-session.ts';
import { signInToHouse } from '../../../operations/access/sign-in-to-house.ts';
import { findTenant } from '../../../operations/tenants/find-tenant.ts';
import { grantedTo } from '../../../domain/people/house.ts';
import type { DoorOptions } from '../../http/door.ts';
import { createSignInThrottle } from '../../http/sign-in-throttle.ts';
import { throttleKey } from '../../http/throttle-key.ts';
import { json, jsonBody, noContent, refuse, route } from '../described.ts';
import { type V1Env, askingOf, requestOf } from '../principal.ts';
import { SESSION, busy, countGuess, hostOf, tooManyGuesses } from './guesses.ts';
import { forgetSession, keepSession, sessionTokenOf } from './cookie.ts';
import { sessionSchema, signInSchema, waysSchema } from './schema.ts';

/** Signing in and out of people of the house: /api/v1/session. */
export function addSessionRoutes(app: OpenAPIHono<V1Env>, options: DoorOptions): void {
  const { context, demo } = options;
  const signIns = options.signIns ?? createSignInThrottle(context.clock, options.throttled);

  app.openapi(
    route('open', {
      operationId: 'signIn',
      tag: 'Signing in',
      method: 'post',
      path: '/api/v1/session',
      summary: 'Signs somebody of the house in. The session is a cookie that opens every operation their role may ask.',
      request: { body: jsonBody(signInSchema) },
      responses: { 201: json(sessionSchema, 'They are signed in; the cookie came with it') },
      problems: { 401: 'Not recognised, or a code is needed', 403: 'They may not come in', 409: 'A new password has to be set first' },
    }),
    async (c) => {
      const credentials = c.req.valid('json');
      const found = await findTenant(context, hostOf(c));
      const tenant = found && (demo || !found.demo) ? found : undefined;
      if (!tenant) return notRecognised(c);
      c.set('tenantId', tenant.id);
      const attempt = await countGuess(c, options, signIns, tenant, credentials.email);
      if (attempt.refused) return tooManyGuesses(c, attempt.refused.waitSeconds);
      const network = throttleKey(c.get('clientAddress'));
      const done = await signInToHouse(context, tenant, { ...credentials, network }, askingOf(c));
      switch (done.outcome) {
        case 'signed_in': {
          await attempt.giveBack();
          keepSession(c, options, done.token);
          const { person } = done;
          const { scopes, calendars } = grantedTo(person);
          return c.json(
            {
              kind: 'person' as const,
              tenant: { id: tenant.id, name: tenant.name },
              person: { id: person.id, email: person.email, name: person.fullName, role: person.role, two_factor: person.hasTwoFactor },
              scopes: [...scopes],
              calendar_ids: calendars,
              ends_at: done.endsAt.toString(),
            },
            201,
          );
        }
        case 'code_needed':
          await attempt.giveBack();
          return refuse(c, 'code-needed', {
            detail: 'Send the code of your authenticator, or a recovery code, as `code`.',
            headers: SESSION,
          });
        case 'busy':
          await attempt.giveBack();
          return busy(c);
        case 'must_reset_password':
          await attempt.giveBack();
          return refuse(c, 'password-needed', { detail: 'Set a new password first.', resetToken: done.resetToken });
        case 'wrong_code':
          return refuse(c, 'not-recognised', { detail: 'The code is not right, or was used.', headers: SESSION });
        case 'wrong_credentials':
          return notRecognised(c);
        case 'inactive':
          return refuse(c, 'forbidden', { detail: 'This account is suspended. Ask an administrator.' });
        case 'not_of_house':
          return refuse(c, 'forbidden', {
            detail: 'This account is a customer’s: there is nothing for it here. Ask an administrator for a role.',
          });
      }
    },
  );
  app.openapi(
    route('open', {
      operationId: 'getSignInWays',
      tag: 'Signing in',
      method: 'get',
      path: '/api/v1/session/ways',
      summary: 'How one can sign in to the house of this host.',
      responses: { 200: json(waysSchema, 'The ways') },
      problems: { 404: 'There is no house at this host' },
    }),
    async (c) => {
      const tenant = await findTenant(context, hostOf(c));
      if (!tenant || (tenant.demo && !demo)) return refuse(c, 'not-found', { detail: 'There is no house at this host.' });
      return c.json({ tenant: { name: tenant.name }, password: true, provider: options.provider !== undefined }, 200);
    },
  );
  app.openapi(
    route(null, {
      operationId: 'getSession',
      tag: 'Signing in',
      method: 'get',
      path: '/api/v1/session',
      summary: 'Who asks, and what they may do.',
      responses: { 200: json(sessionSchema, 'A person who is signed in, or a key') },
    }),
    (c) => c.json(presentSession(c), 200),
  );
  app.openapi(
    route(null, {
      operationId: 'signOut',
      tag: 'Signing in',
      method: 'delete',
      path: '/api/v1/session',
      summary: 'Signs out: the cookie opens nothing more.',
      responses: { 204: noContent('Signed out') },
    }),
    async (c) => {
      const token = sessionTokenOf(c, options);
      if (token !== undefined) await endHouseSession(context, c.get('tenant'), token, requestOf(c));
      forgetSession(c, options);
      return c.body(null, 204);
    },
  );
}

const notRecognised = (c: Context<V1Env>) =>
  refuse(c, 'not-recognised', { detail: 'Address or password not recognised.', headers: SESSION });

function presentSession(c: Context<V1Env>): z.infer<typeof sessionSchema> {
  const { tenant, session, scopes, calendars } = c.get('principal');
  return {
    kind: session ? 'person' : 'key',
    tenant: { id: tenant.id, name: tenant.name },
    person: session
      ? { id: session.userId, email: session.email, name: session.fullName, role: session.role, two_factor: session.hasTwoFactor }
      : null,
    scopes: [...scopes],
    calendar_ids: calendars && [...calendars],
    ends_at: session?.endsAt.toString() ?? null,
  };
}
