import type { Context } from 'hono';
import type { Tenant } from '../../../domain/tenants/tenant.ts';
import { knowsNetwork } from '../../../operations/access/known-network.ts';
import type { DoorOptions } from '../../http/door.ts';
import type { SignInCount, SignInThrottle } from '../../http/sign-in-throttle.ts';
import { throttleKey } from '../../http/throttle-key.ts';
import { refuse } from '../described.ts';
import type { V1Env } from '../principal.ts';

/** What a 401 has to name (RFC 9110 §11.6.1), of a kind that no browser asks a password for by itself. */
export const SESSION = { 'www-authenticate': 'Session' };

/** Counts a password that is about to be looked at, with those of the other doors. */
export async function countGuess(
  c: Context<V1Env>,
  { context }: DoorOptions,
  signIns: SignInThrottle,
  tenant: Tenant,
  email: string,
): Promise<SignInCount> {
  const network = throttleKey(c.get('clientAddress'));
  const isKnown = await knowsNetwork(context, tenant, email, network);
  return signIns.countSignIn(network, `${tenant.id} ${email}`, isKnown);
}

/** The host that a request is for. */
export const hostOf = (c: Context): string => c.req.header('host') ?? new URL(c.req.url).host;

export const busy = (c: Context<V1Env>) =>
  refuse(c, 'too-many-requests', { detail: 'Many are signing in just now. Come back in a second.', headers: { 'retry-after': '1' } });

export function tooManyGuesses(c: Context<V1Env>, waitSeconds: number) {
  const detail = `Too many wrong passwords. Come back in ${Math.ceil(waitSeconds / 60)} minutes, or sign in where you have signed in before.`;
  return refuse(c, 'too-many-requests', { detail, headers: { 'retry-after': String(waitSeconds) } });
}
