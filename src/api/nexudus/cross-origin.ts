import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { settingsOf } from '../../domain/tenants/tenant.ts';
import { findTenant } from '../../operations/tenants/find-tenant.ts';
import type { DoorEnv, DoorOptions } from '../http/door.ts';

// Who calls is told by a bearer, never by a cookie: so credentials stay out, and an origin that is let in reads what anybody with the bearer may.
const letIn = cors({
  origin: (origin) => origin,
  allowMethods: ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'],
  allowHeaders: ['Authorization', 'Content-Type', 'client_id', 'X-Use-Timezone', 'nx-app-version'],
  exposeHeaders: ['Retry-After'],
  maxAge: 600,
});

/** Lets pages of the origins that the tenant of the host names read answers, and answers their preflights (nexudus.md §11, choice 27). */
export function crossOrigin({ context }: DoorOptions): MiddlewareHandler<DoorEnv> {
  return async (c, next) => {
    const origin = c.req.header('origin');
    const tenant = origin === undefined ? undefined : await findTenant(context, c.req.header('host') ?? new URL(c.req.url).host);
    return origin !== undefined && tenant && settingsOf(tenant).portalOrigins.includes(origin) ? letIn(c, next) : next();
  };
}
