import { hashPassword } from '../../crypto/password.ts';
import { hashSecret, newToken } from '../../crypto/secret.ts';
import { type TypedTenant, checkNewTenant } from '../../domain/tenants/new-tenant.ts';
import { lockTenants } from '../../storage/demo/demo.ts';
import { insertSetupToken, isSetupToken, takeSetupToken } from '../../storage/tenants/setup-tokens.ts';
import { holdsTenants } from '../../storage/tenants/tenants.ts';
import type { Context } from '../context.ts';
import { type CreateTenantOutcome, insertHouse } from './create-tenant.ts';

/** How long a printed address counts: long enough to walk to a browser, too short to be found in a terminal's history and used. */
const SETUP_MINUTES = 60;

/** `void`: the token is unknown, used or too old, or the first house is there. */
export type SetUpOutcome = CreateTenantOutcome | { outcome: 'void' };

/** Whether there is any tenant: until then nobody can be served. */
export function isSetUp({ db }: Pick<Context, 'db'>): Promise<boolean> {
  return holdsTenants(db);
}

/** A token with which the first house can be made by page, once and within an hour; each process that starts on an empty database has its own. */
export async function issueSetupToken(context: Context): Promise<string> {
  const token = newToken(context);
  const now = context.clock.now();
  await insertSetupToken(context.db, { tokenHash: hashSecret(token), expiresAt: now.add({ minutes: SETUP_MINUTES }) }, now);
  return token;
}

/** Whether a token may still be used. It is looked up by its hash, in which no timing tells how much of a guess was right. */
export async function opensSetup(context: Context, token: string): Promise<boolean> {
  return !(await holdsTenants(context.db)) && (await isSetupToken(context.db, hashSecret(token), context.clock.now()));
}

/**
 * Makes the first house of an installation (`createTenant`) for whoever has the address that it printed. What is wrong with a field uses no token up, and
 * whoever has none that counts has nothing hashed for them.
 */
export async function setUp(context: Context, token: string, typed: TypedTenant): Promise<SetUpOutcome> {
  if (!(await opensSetup(context, token))) return { outcome: 'void' };
  const checked = checkNewTenant(typed);
  if ('faults' in checked) return { outcome: 'invalid', faults: checked.faults };
  const passwordHash = await hashPassword(checked.tenant.password);
  return await context.db.transaction().execute(async (tx) => {
    await lockTenants(tx);
    if ((await holdsTenants(tx)) || !(await takeSetupToken(tx, hashSecret(token), context.clock.now()))) return { outcome: 'void' };
    return await insertHouse(context, tx, checked.tenant, passwordHash);
  });
}
