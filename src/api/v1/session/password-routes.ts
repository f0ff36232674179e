import type { OpenAPIHono } from '@hono/zod-openapi';
import { askPasswordReset } from '../../../operations/access/ask-password-reset.ts';
import { resetPassword } from '../../../operations/access/reset-password.ts';
import { findTenant } from '../../../operations/tenants/find-tenant.ts';
import type { DoorOptions } from '../../http/door.ts';
import { jsonBody, noContent, refuse, route } from '../described.ts';
import { type V1Env, askingOf } from '../principal.ts';
import { busy, hostOf } from './guesses.ts';
import { byToken, newPasswordSchema, passwordResetSchema } from './schema.ts';

/** Passwords that were forgotten, of the house and of customers with an account: /api/v1/password-resets. */
export function addPasswordRoutes(app: OpenAPIHono<V1Env>, { context, demo }: DoorOptions): void {
  app.openapi(
    route('open', {
      operationId: 'askPasswordReset',
      tag: 'Signing in',
      method: 'post',
      path: '/api/v1/password-resets',
      summary: 'Mails a link that sets a new password to whoever has an account of that address; the answer is the same where nobody has.',
      request: { body: jsonBody(passwordResetSchema) },
      responses: { 202: noContent('Who has an account is mailed') },
    }),
    async (c) => {
      const tenant = await findTenant(context, hostOf(c));
      if (tenant && (demo || !tenant.demo)) await askPasswordReset(context, tenant, c.req.valid('json').email, askingOf(c));
      return c.body(null, 202);
    },
  );
  app.openapi(
    route('open', {
      operationId: 'setPassword',
      tag: 'Signing in',
      method: 'post',
      path: '/api/v1/password-resets/{token}',
      summary: 'Sets a new password with the token of a mailed link, which works once. All that was opened with the old one ends.',
      request: { params: byToken, body: jsonBody(newPasswordSchema) },
      responses: { 204: noContent('It is set') },
    }),
    async (c) => {
      const done = await resetPassword(context, c.req.valid('param').token, c.req.valid('json').password, askingOf(c));
      switch (done.outcome) {
        case 'reset':
          return c.body(null, 204);
        case 'wrong_token':
          return refuse(c, 'not-found', { detail: 'This link was used, or its time is over. Ask for another.' });
        case 'too_short':
        case 'too_long':
          return refuse(c, 'invalid-parameters', {
            detail: 'The password cannot be taken.',
            parameters: [
              { name: 'password', reason: `It must be ${done.outcome === 'too_short' ? 'at least 8' : 'at most 1000'} characters long.` },
            ],
          });
        case 'busy':
          return busy(c);
      }
    },
  );
}
