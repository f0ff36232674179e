import type { Context, MiddlewareHandler } from 'hono';
import { DEFAULT_SETTINGS } from '../../domain/tenants/settings.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { type Client, authenticateAccessKey } from '../../operations/access/authenticate-access-key.ts';
import type { EventToUpdate } from '../../operations/events/update-event.ts';
import type { DoorEnv, DoorOptions } from '../http/door.ts';
import { denied, limited, unauthenticated } from './errors.ts';
import { idOf } from './schema.ts';
import { createThrottle } from './throttle.ts';

/** `found` is the event that an update is for. */
export type MeetbitEnv = { Variables: DoorEnv['Variables'] & { tenant: Tenant; client: Client; found: EventToUpdate } };

/**
 * Key, then rate (meetbit.md §12, choice 6). Both headers are needed on every call; a wrong key counts against the tenant's limit too,
 * but is answered 401 even over it. With throttling off nothing is counted and the RateLimit headers are absent.
 */
export function authenticate({ context, throttled, demo }: DoorOptions): MiddlewareHandler<MeetbitEnv> {
  const throttle = createThrottle();
  return async (c, next) => {
    const arrival = throttle.arrive();
    const pair = { keyId: c.req.header('x-access-key-id') ?? '', secret: c.req.header('x-access-key-secret') ?? '' };
    const found = await authenticateAccessKey(context, c.req.header('host'), pair, demo);
    if (found.tenant) c.set('tenantId', found.tenant.id);
    const client = found.outcome === 'authenticated' ? found.client : null;
    let retryAfterSeconds: number | null = null;
    if (throttled) {
      const tenantId = found.tenant?.id ?? 0;
      const { requestsPerSecond } = found.tenant ? settingsOf(found.tenant) : DEFAULT_SETTINGS;
      const admission = await throttle.admit({
        arrival,
        tenant: { id: `${tenantId}`, perSecond: requestsPerSecond },
        client: client && { id: `${tenantId} ${client.id}`, perSecond: client.requestsPerSecond },
      });
      c.header('RateLimit-Limit', String(admission.limit));
      c.header('RateLimit-Remaining', String(admission.remaining));
      c.header('RateLimit-Reset', String(admission.resetSeconds));
      ({ retryAfterSeconds } = admission);
    }
    if (found.outcome === 'refused') return unauthenticated(c);
    if (retryAfterSeconds !== null) return limited(c, retryAfterSeconds);
    c.set('tenant', found.tenant);
    c.set('client', found.client);
    return next();
  };
}

/**
 * Lets a client pass whose role holds `permission` (such as "events.delete") for the id in that parameter of the path; `any` id is enough
 * for a list, which then shows those, and `every` for what makes something, which has no id before.
 */
export function requires(
  permission: string,
  which: 'event_id' | 'user_id' | 'online_conference_id' | 'any' | 'every',
): MiddlewareHandler<MeetbitEnv> {
  return async (c, next) => {
    const scope = scopeOf(c.get('client'), permission);
    const allowed = scope === null || (which === 'any' ? scope.length > 0 : scope.includes(idOf(c.req.param(which)) ?? 0));
    return allowed ? next() : denied(c);
  };
}

/** The ids a permission covers: null for every id (`events.read.*`), else those named (`events.read.345`), perhaps none. */
export function scopeOf(client: Client, permission: string): number[] | null {
  const scopes = client.permissions.filter((one) => one.startsWith(`${permission}.`)).map((one) => one.slice(permission.length + 1));
  if (scopes.includes('*')) return null;
  return scopes.map((scope) => idOf(scope)).filter((id) => id !== null);
}

/** The actor and cause of whatever this request changes. */
export function requestOf(c: Context<MeetbitEnv>, reason: string | null) {
  return { actor: { kind: 'client' as const, id: String(c.get('client').id) }, cause: `meetbit ${c.get('requestId')}`, reason };
}

/** The event that a path names, or null where its numbers are none. */
export function keyOf(c: Context<MeetbitEnv>): { id: number; calendarId: number } | null {
  const id = idOf(c.req.param('event_id'));
  const calendarId = idOf(c.req.param('calendar_id'));
  return id === null || calendarId === null ? null : { id, calendarId };
}
