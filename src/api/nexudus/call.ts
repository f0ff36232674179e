import type { Context } from 'hono';
import type { Tenant } from '../../domain/tenant.ts';
import type { Request } from '../../domain/change.ts';
import type { DoorEnv, DoorOptions } from '../http/door.ts';
import type { SignedIn } from './auth.ts';
import type { Throttle } from './throttle.ts';

/** One request on its way to the operation of its route. */
export type Call = {
  c: Context<DoorEnv>;
  options: DoorOptions;
  throttle: Throttle;
  /** The host the request was sent to, with its port if one was named. */
  host: string;
  /** Undefined where the host is nobody's: then nothing exists and nobody is signed in. */
  tenant: Tenant | undefined;
  /** Undefined for an anonymous caller. */
  signedIn: SignedIn | undefined;
  /** The `{id}` of the path as it was written; empty where the route has none. */
  id: string;
};

/** What the routes for customers alone are given. */
export type CustomerCall = Omit<Call, 'tenant' | 'signedIn'> & SignedIn;

/** A customer's own act, as it goes into the history. */
export function requestOf({ c, session }: CustomerCall): Request {
  return {
    actor: { kind: 'customer', id: String(session.customer.id) },
    cause: `nexudus ${c.get('requestId')}`,
    reason: null,
  };
}
