import type { Tenant } from '../../domain/tenants/tenant.ts';
import { CODE_LENGTH, attendeeCode } from '../../domain/seats/ticket.ts';
import { demoEvents } from '../../storage/demo/demo-events.ts';
import { DEMO_TENANT, demoPeople } from '../../storage/demo/demo-people.ts';
import { advanceSequences, insertTables, lockTenants } from '../../storage/demo/demo.ts';
import { ensureInstallation } from '../../storage/tenants/installation.ts';
import { findTenant, holdsTenants } from '../../storage/tenants/tenants.ts';
import type { Context } from '../context.ts';
import { hashPassword } from '../../crypto/password.ts';
import { hashSecret } from '../../crypto/secret.ts';

/** What the demo's people and programs sign in with. Public: refused everywhere once DEMO is off. */
export const DEMO_SECRETS = {
  password: 'demo-password',
  accessKeySecret: 'demo-secret',
  accountKey: 'demo-api-key',
  adminKey: 'adj_demo_admin',
};

/** ORGANIZER and From of the demo's events unless the operator names another. */
const DEMO_MAILBOX = 'events@harbour-loft.example';

export type LoadDemoOutcome = { outcome: 'loaded'; tenant: Tenant } | { outcome: 'holds_tenants' };

/**
 * Fills an empty database with the demo: one tenant, its people, credentials, events and tickets, with fixed numbers and
 * secrets, times relative to now. Everybody counts as told already, so loading mails nobody. A database that holds any
 * tenant is left as it is; of two callers at once, one loads.
 */
export async function loadDemo(context: Context, senderMailbox = DEMO_MAILBOX): Promise<LoadDemoOutcome> {
  const now = context.clock.now().round({ smallestUnit: 'second', roundingMode: 'floor' });
  const { password } = DEMO_SECRETS;
  const [admin, mina, noor] = await Promise.all([hashPassword(password), hashPassword(password), hashPassword(password)]);
  const hashes = {
    passwords: { admin, mina, noor },
    accessKeySecret: hashSecret(DEMO_SECRETS.accessKeySecret),
    accountKey: hashSecret(DEMO_SECRETS.accountKey),
    adminKey: hashSecret(DEMO_SECRETS.adminKey),
  };
  return context.db.transaction().execute(async (tx) => {
    await lockTenants(tx);
    if (await holdsTenants(tx)) return { outcome: 'holds_tenants' };
    await ensureInstallation(tx, now);
    const tables = [
      ...demoPeople(hashes, senderMailbox, now),
      ...demoEvents({
        senderMailbox,
        now,
        newUuid: () => context.random.uuid(),
        newCode: () => attendeeCode(context.random.bytes(CODE_LENGTH)),
      }),
    ];
    await insertTables(tx, tables);
    await advanceSequences(
      tx,
      tables.filter(({ rows }) => typeof rows[0]?.['id'] === 'number').map(({ table }) => table),
    );
    const tenant = await findTenant(tx, DEMO_TENANT);
    if (!tenant) throw new Error('the demo tenant was not inserted');
    return { outcome: 'loaded', tenant };
  });
}
