import { deleteTenants, lockDemo } from '../../storage/demo/remove-demo.ts';
import { refuseDemo } from '../../storage/tenants/installation.ts';
import type { Context } from '../context.ts';

/** `rows`: how many of them there were. */
export type RemoveDemoOutcome = { outcome: 'removed'; rows: number } | { outcome: 'no_demo' };

/**
 * Takes the demo out of the database with all that was made in it, whatever else is there, in one transaction; it left no files. It is refused from then on, so that
 * the next start on what may be an empty database does not bring it back; `adjourn demo` and DEMO=on do.
 */
export async function removeDemo({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<RemoveDemoOutcome> {
  return await db.transaction().execute(async (tx) => {
    const ids = await lockDemo(tx);
    if (ids.length === 0) return { outcome: 'no_demo' };
    const rows = await deleteTenants(tx, ids);
    await refuseDemo(tx, clock.now());
    return { outcome: 'removed', rows };
  });
}
