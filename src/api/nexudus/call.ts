import type { Context } from 'hono';
import type { Viewer } from '../../domain/events/circle.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { DoorEnv, DoorOptions } from '../http/door.ts';
import { json } from './answer.ts';
import type { SignedIn } from './auth.ts';
import { applyShape } from './shape.ts';
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
  /** The `{id}` and `{productId}` of the path as they were written; empty where the route has none. */
  id: string;
  productId: string;
};

/** What the routes for customers alone are given. */
export type CustomerCall = Omit<Call, 'tenant' | 'signedIn'> & SignedIn;

/** What the routes that show public things are given. */
export type ReaderCall = Call & { tenant: Tenant; viewer: Viewer };

/** A customer's own act, as it goes into the history. */
export function requestOf({ c, session }: CustomerCall): Request {
  return {
    actor: { kind: 'customer', id: String(session.customer.id) },
    cause: `nexudus ${c.get('requestId')}`,
    reason: null,
  };
}

/** The answer of a public GET: what its `_shape` names of the body (nexudus.md §2). */
export function shaped({ c }: Pick<Call, 'c'>, body: unknown): Response {
  return json(200, applyShape(body, c.req.queries('_shape')));
}
