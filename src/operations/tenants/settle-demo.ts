import { isDemoRefused, refuseDemo } from '../../storage/tenants/installation.ts';
import { holdsTenants } from '../../storage/tenants/tenants.ts';
import type { Context } from '../context.ts';
import { loadDemo } from './load-demo.ts';

/** `accepted`: the demo's public secrets open doors. `empty`: there is no tenant at all, so nobody can be served. */
export type SettledDemo = { accepted: boolean; loaded: boolean; empty: boolean };

/**
 * Decides at start whether the demo is on, and loads it into a database without tenants. `asked` is the operator's word; without one
 * the last word counts, and without that `byDefault`. Once refused, it stays refused until it is asked for.
 */
export async function settleDemo(
  context: Context,
  wishes: { asked: 'on' | 'off' | undefined; byDefault: boolean; senderMailbox: string | undefined },
): Promise<SettledDemo> {
  const { db, clock } = context;
  if (wishes.asked !== undefined) await refuseDemo(db, wishes.asked === 'off' ? clock.now() : null);
  const accepted = await acceptsDemo(context, wishes.asked, wishes.byDefault);
  const empty = !(await holdsTenants(db));
  if (!accepted || !empty) return { accepted, loaded: false, empty };
  const { outcome } = await loadDemo(context, wishes.senderMailbox);
  return { accepted, loaded: outcome === 'loaded', empty: false };
}

/** Whether the demo is on, for a process that decides nothing about it. */
export async function acceptsDemo({ db }: Pick<Context, 'db'>, asked: 'on' | 'off' | undefined, byDefault: boolean): Promise<boolean> {
  return asked === 'on' || (asked === undefined && byDefault && !(await isDemoRefused(db)));
}
