import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Person } from '../../domain/people/house.ts';
import { findOfHouse } from '../../storage/people/house.ts';
import { findUserByEmail } from '../../storage/people/users.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { checkCode, checkPassword } from './check-password.ts';
import { startHouseSession } from './house-session.ts';
import { issueOneTimeToken } from './issue-one-time-token.ts';
import { keepNetwork } from './known-network.ts';

export type HouseCredentials = {
  email: string;
  password: string;
  /** A code of the second factor, or a recovery code; empty: none was given. */
  code: string;
  /** The network it comes from, as throttles count it. */
  network: string;
};

export type SignInToHouseOutcome =
  | { outcome: 'signed_in'; token: string; endsAt: Temporal.Instant; person: Person }
  | { outcome: 'must_reset_password'; resetToken: string }
  /** They have an account, of a customer perhaps, but nothing to do here. */
  | { outcome: 'not_of_house' }
  /** Too many passwords are being looked at; this one was not. */
  | { outcome: 'busy' | 'wrong_credentials' | 'inactive' | 'code_needed' | 'wrong_code' };

/**
 * Signs somebody of the house in with address, password and, where they have a second factor, its code. Anything but `wrong_credentials` is told only to
 * somebody who knows the password. What went wrong for somebody of the house is written down.
 */
export async function signInToHouse(
  context: Context,
  tenant: Tenant,
  credentials: HouseCredentials,
  asking: Omit<Asking, 'actor'>,
): Promise<SignInToHouseOutcome> {
  const checked = await checkPassword(context, tenant, credentials);
  if (checked.outcome !== 'right') {
    if (checked.outcome === 'wrong_credentials') await noteRefusal(context, tenant, credentials.email, 'password', asking);
    return { outcome: checked.outcome };
  }
  const { user } = checked;
  const person = await findOfHouse(context.db, tenant.id, user.id);
  if (!person || person.role === null) return { outcome: 'not_of_house' };
  const fault = await checkCode(context, tenant, user, credentials.code);
  if (fault === 'wrong_code') await noteRefusal(context, tenant, credentials.email, 'code', asking);
  if (fault !== null) return { outcome: fault };
  if (user.mustResetPassword) {
    return { outcome: 'must_reset_password', resetToken: await issueOneTimeToken(context, tenant.id, user.id, 'reset_password') };
  }
  return context.db.transaction().execute(async (tx): Promise<SignInToHouseOutcome> => {
    await keepNetwork(tx, context, { tenantId: tenant.id, userId: user.id, email: user.email, network: credentials.network });
    const started = await startHouseSession(tx, context, tenant, { userId: user.id, method: 'password' }, asking);
    return { outcome: 'signed_in', ...started, person };
  });
}

/** Signs in whom an identity provider says somebody is, by an address that it has verified; the provider asks for whatever factors it wants. */
export async function signInByProvider(
  context: Context,
  tenant: Tenant,
  email: string,
  asking: Omit<Asking, 'actor'>,
): Promise<Extract<SignInToHouseOutcome, { outcome: 'signed_in' | 'not_of_house' }>> {
  const user = await findUserByEmail(context.db, tenant.id, email);
  const person = user && (await findOfHouse(context.db, tenant.id, user.id));
  if (!user?.active || !person || person.role === null) return { outcome: 'not_of_house' };
  return context.db.transaction().execute(async (tx) => {
    const started = await startHouseSession(tx, context, tenant, { userId: user.id, method: 'provider' }, asking);
    return { outcome: 'signed_in', ...started, person };
  });
}

async function noteRefusal(
  context: Context,
  tenant: Tenant,
  email: string,
  what: 'password' | 'code',
  asking: Omit<Asking, 'actor'>,
): Promise<void> {
  const user = await findUserByEmail(context.db, tenant.id, email);
  if (!user || !(await findOfHouse(context.db, tenant.id, user.id))) return;
  const nobody = { ...asking, actor: { kind: 'system', id: 'anybody' } } as const;
  await context.db.transaction().execute((tx) =>
    writeDown(tx, context, tenant, nobody, {
      action: 'sign_in_refused',
      subject: { kind: 'person', id: user.id },
      details: { wrong: what },
    }),
  );
}
