import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { checkPassword } from '../../../operations/access/check-password.ts';
import { disableTwoFactor } from '../../../operations/access/disable-two-factor.ts';
import { enableTwoFactor } from '../../../operations/access/enable-two-factor.ts';
import { proposeTwoFactor } from '../../../operations/access/propose-two-factor.ts';
import type { DoorOptions } from '../../http/door.ts';
import { createSignInThrottle } from '../../http/sign-in-throttle.ts';
import { json, jsonBody, noContent, refuse, route } from '../described.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { countGuess, tooManyGuesses } from './guesses.ts';
import { confirmationSchema, proofSchema, proposalSchema, recoveryCodesSchema } from './schema.ts';

const problems = { 403: 'Only somebody who is signed in has a second factor', 409: 'That was not right' };

/** The second factor of whoever is signed in: /api/v1/session/two-factor. */
export function addTwoFactorRoutes(app: OpenAPIHono<V1Env>, options: DoorOptions): void {
  const { context } = options;
  const signIns = options.signIns ?? createSignInThrottle(context.clock, options.throttled);
  app.openapi(
    route(null, {
      operationId: 'proposeTwoFactor',
      tag: 'Signing in',
      method: 'post',
      path: '/api/v1/session/two-factor',
      summary: 'A new key for an authenticator. Nothing is kept before a code made with it was shown.',
      responses: { 200: json(proposalSchema, 'The key') },
      problems,
    }),
    (c) => {
      const { session } = c.get('principal');
      return session ? c.json(proposeTwoFactor(context, c.get('tenant'), session.email), 200) : nobody(c);
    },
  );
  app.openapi(
    route(null, {
      operationId: 'enableTwoFactor',
      tag: 'Signing in',
      method: 'post',
      path: '/api/v1/session/two-factor/confirm',
      summary: 'From now on signing in takes a code, too. Answers recovery codes, in place of those there were.',
      request: { body: jsonBody(confirmationSchema) },
      responses: { 200: json(recoveryCodesSchema, 'It is on') },
      problems,
    }),
    async (c) => {
      const { session } = c.get('principal');
      if (!session) return nobody(c);
      const done = await enableTwoFactor(context, c.get('tenant'), session.userId, c.req.valid('json'), requestOf(c));
      switch (done.outcome) {
        case 'enabled':
          return c.json({ recovery_codes: done.recoveryCodes }, 200);
        case 'wrong_code':
          return refuse(c, 'conflict', { detail: 'The code is not of that key and of this moment. Is the clock of the device right?' });
        case 'not_found':
          return nobody(c);
      }
    },
  );
  app.openapi(
    route(null, {
      operationId: 'disableTwoFactor',
      tag: 'Signing in',
      method: 'post',
      path: '/api/v1/session/two-factor/disable',
      summary: 'From now on the password is enough. Takes the password once more.',
      request: { body: jsonBody(proofSchema) },
      responses: { 204: noContent('It is off') },
      problems,
    }),
    async (c) => {
      const { session } = c.get('principal');
      if (!session) return nobody(c);
      const { password } = c.req.valid('json');
      const attempt = await countGuess(c, options, signIns, c.get('tenant'), session.email);
      if (attempt.refused) return tooManyGuesses(c, attempt.refused.waitSeconds);
      const proof = await checkPassword(context, c.get('tenant'), { email: session.email, password });
      if (proof.outcome !== 'right') return refuse(c, 'conflict', { detail: 'The password is not right.' });
      await attempt.giveBack();
      const { outcome } = await disableTwoFactor(context, c.get('tenant'), session.userId, requestOf(c));
      return outcome === 'disabled' ? c.body(null, 204) : nobody(c);
    },
  );
}

const nobody = (c: Context<V1Env>) => refuse(c, 'forbidden', { detail: 'A key has no second factor: sign in.' });
