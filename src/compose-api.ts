import { createApp } from './api/http/app.ts';
import { v1 } from './api/v1/routes.ts';
import type { Tenant } from './domain/tenants/tenant.ts';
import type { Log } from './log.ts';
import type { Context } from './operations/context.ts';

/** Our own API without a socket. Gives the answer to a request, whatever host it names. */
export type InProcessApi = (request: Request) => Promise<Response>;

/** Our own API as whoever runs a command may ask it: everything of one tenant, and the history says that it was the command line. */
export function apiFor(context: Context, tenant: Tenant, log: Log): InProcessApi {
  const operator = {
    tenant,
    actor: { kind: 'system', id: 'operator' },
    scopes: ['admin'],
    calendars: null,
    through: 'adjourn command',
  } as const;
  const app = createApp({
    context,
    doors: [(options) => v1(options, [async () => operator])],
    demo: tenant.demo,
    throttled: false,
    trustedProxies: [],
    https: false,
    readiness: async () => [],
    log: { fault: (error, about) => log.error({ ...about, err: error }, 'fault'), request: () => {} },
  });
  // Where the address of a caller stands, who is on this machine.
  const connection = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
  return async (request) => app.fetch(request, connection);
}
