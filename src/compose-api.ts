import { Hono } from 'hono';
import type { DoorEnv } from './api/http/door.ts';
import { type Credential, v1 } from './api/v1/routes.ts';
import { type AdjournClient, createClient } from './client/index.ts';
import type { Tenant } from './domain/tenants/tenant.ts';
import type { Log } from './log.ts';
import type { Context } from './operations/context.ts';

/**
 * Our own API in this process, as the operator of a tenant calls it: everything is permitted, nothing counted, and no key shown. What is done stands in
 * the history as done by the operator, on the command line.
 */
export function openApi(context: Context, log: Log, tenant: Tenant): AdjournClient {
  const operator: Credential = async () => ({
    tenant,
    actor: { kind: 'system', id: 'operator' },
    scopes: ['admin'],
    calendars: null,
    through: 'adjourn',
  });
  const app = new Hono<DoorEnv>();
  app.use(async (c, next) => {
    c.set('requestId', context.random.uuid());
    c.set('clientAddress', '127.0.0.1');
    await next();
  });
  const fault = (error: unknown, about: object) => log.error({ ...about, err: error }, 'fault');
  app.route('/', v1({ context, throttled: false, demo: true, log: { fault } }, [operator]));
  return createClient({ url: 'http://127.0.0.1', fetch: async (request) => app.fetch(request) });
}
