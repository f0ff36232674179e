import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Tenant } from '../../../domain/tenants/tenant.ts';
import { checkCode, checkPassword } from '../../../operations/access/check-password.ts';
import { disableTwoFactor } from '../../../operations/access/disable-two-factor.ts';
import { enableTwoFactor } from '../../../operations/access/enable-two-factor.ts';
import { proposeTwoFactor } from '../../../operations/access/propose-two-factor.ts';
import { findTenant } from '../../../operations/tenants/find-tenant.ts';
import type { DoorOptions } from '../../http/door.ts';
import { createSignInThrottle } from '../../http/sign-in-throttle.ts';
import { json, jsonBody, noContent, refuse, route } from '../described.ts';
import { type V1Env, askingOf } from '../principal.ts';
import { SESSION, busy, countGuess, hostOf, tooManyGuesses } from './guesses.ts';
import { accountConfirmationSchema, accountProofSchema, proposalSchema, recoveryCodesSchema } from './schema.ts';

const problems = { 401: 'Not recognised', 409: 'The code is not of the new key' };

/**
 * The second factor of whoever has an account, customers too, who have no session here: each call shows address and password, and a code where there is a
 * second factor already. /api/v1/account/two-factor.
 */
export function addAccountRoutes(app: OpenAPIHono<V1Env>, options: DoorOptions): void {
  const { context, demo } = options;
  const signIns = options.signIns ?? createSignInThrottle(context.clock, options.throttled);

  app.openapi(
    route('open', {
      operationId: 'proposeTwoFactorOfAccount',
      tag: 'Signing in',
      method: 'post',
      path: '/api/v1/account/two-factor',
      summary: 'A new key for the authenticator of whoever has an account. Nothing is kept before a code made with it was shown.',
      request: { body: jsonBody(accountProofSchema) },
      responses: { 200: json(proposalSchema, 'The key') },
      problems,
    }),
    async (c) => {
      const proven = await prove(c, c.req.valid('json'));
      return 'refusal' in proven ? proven.refusal : c.json(proposeTwoFactor(context, proven.tenant, proven.email), 200);
    },
  );
  app.openapi(
    route('open', {
      operationId: 'enableTwoFactorOfAccount',
      tag: 'Signing in',
      method: 'post',
      path: '/api/v1/account/two-factor/confirm',
      summary: 'From now on signing in with the account takes a code, too, through whichever door. Answers recovery codes.',
      request: { body: jsonBody(accountConfirmationSchema) },
      responses: { 200: json(recoveryCodesSchema, 'It is on') },
      problems,
    }),
    async (c) => {
      const { key, new_code: code, ...given } = c.req.valid('json');
      const proven = await prove(c, given);
      if ('refusal' in proven) return proven.refusal;
      const done = await enableTwoFactor(context, proven.tenant, proven.userId, { key, code }, { ...askingOf(c), actor: actorOf(proven) });
      if (done.outcome === 'enabled') return c.json({ recovery_codes: done.recoveryCodes }, 200);
      return refuse(c, 'conflict', { detail: 'The code is not of that key and of this moment. Is the clock of the device right?' });
    },
  );
  app.openapi(
    route('open', {
      operationId: 'disableTwoFactorOfAccount',
      tag: 'Signing in',
      method: 'post',
      path: '/api/v1/account/two-factor/disable',
      summary: 'From now on the password of the account is enough. Takes a last code, or a recovery code.',
      request: { body: jsonBody(accountProofSchema) },
      responses: { 204: noContent('It is off') },
      problems,
    }),
    async (c) => {
      const proven = await prove(c, c.req.valid('json'));
      if ('refusal' in proven) return proven.refusal;
      await disableTwoFactor(context, proven.tenant, proven.userId, { ...askingOf(c), actor: actorOf(proven) });
      return c.body(null, 204);
    },
  );

  async function prove(c: Context<V1Env>, given: { email: string; password: string; code: string }): Promise<Proven | { refusal: never }> {
    const tenant = await findTenant(context, hostOf(c));
    if (!tenant || (tenant.demo && !demo)) return { refusal: notRecognised(c) };
    c.set('tenantId', tenant.id);
    const attempt = await countGuess(c, options, signIns, tenant, given.email);
    if (attempt.refused) return { refusal: tooManyGuesses(c, attempt.refused.waitSeconds) };
    const checked = await checkPassword(context, tenant, given);
    if (checked.outcome === 'busy') return { refusal: busy(c) };
    if (checked.outcome !== 'right') return { refusal: notRecognised(c) };
    const fault = await checkCode(context, tenant, checked.user, given.code);
    if (fault !== 'wrong_code') await attempt.giveBack();
    if (fault === null) return { tenant, userId: checked.user.id, email: checked.user.email };
    const detail = fault === 'code_needed' ? 'Send a code of the second factor there is as `code`.' : 'The code is not right, or was used.';
    return { refusal: refuse(c, fault === 'code_needed' ? 'code-needed' : 'not-recognised', { detail, headers: SESSION }) };
  }
}

type Proven = { tenant: Tenant; userId: number; email: string };

const actorOf = ({ userId }: Proven) => ({ kind: 'user', id: String(userId) }) as const;
const notRecognised = (c: Context<V1Env>) =>
  refuse(c, 'not-recognised', { detail: 'Address or password not recognised.', headers: SESSION });
