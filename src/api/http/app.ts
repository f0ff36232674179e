import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { clientAddress, parseNetworks } from './client-address.ts';
import type { Door, DoorEnv, DoorLog, DoorOptions } from './door.ts';

export type AppOptions = Omit<DoorOptions, 'log'> & {
  /** In the order they are asked: a door before one whose prefix contains its own; pages last, which alone may claim every path. */
  doors: Door[];
  log: DoorLog & { request(line: RequestLine): void };
  /** Addresses and CIDR networks whose X-Forwarded-For is believed. */
  trustedProxies: string[];
  /** Whether people reach this server over https alone; then browsers are told to keep to it. */
  https: boolean;
  /** Why the server cannot work just now, in words; empty when it can. Never rejects, never waits long. */
  readiness(): Promise<string[]>;
};

/** What the log tells of a request: the route as it was declared, so no query, no id, no address. */
export type RequestLine = { method: string; route: string; status: number; ms: number; requestId: string; tenant?: number };

/**
 * All doors as one app: gives each request its id and its caller's address, logs it, and puts the security headers on every
 * answer. Besides the doors' own: GET /healthz (the process answers) and GET /readyz (503 with reasons until it can work).
 * Throws when a door before the last claims every path.
 */
export function createApp(options: AppOptions): Hono<DoorEnv> {
  const { doors, log, readiness, trustedProxies, https, ...shared } = options;
  const app = new Hono<DoorEnv>();
  app.use(identify(options.context, parseNetworks(trustedProxies)), logRequests(log), secureHeaders(securityHeaders(https)), keepFresh);
  app.get('/healthz', (c) => c.json({ status: 'alive' }));
  app.get('/readyz', async (c) => {
    const reasons = await readiness();
    return reasons.length === 0 ? c.json({ status: 'ready' }) : c.json({ status: 'not ready', reasons }, 503);
  });
  for (const [index, door] of doors.entries()) {
    const opened = door({ ...shared, log });
    const everyPath = opened.routes.find(({ path }) => path === '*' || path === '/*');
    if (everyPath && index < doors.length - 1) throw new Error(`door ${index + 1} claims every path, and others come after it`);
    app.route('/', opened);
  }
  // Only what no door claims, or lets out against its promise.
  app.notFound((c) => c.text('Not found', 404));
  app.onError((error, c) => {
    log.fault(error, { requestId: c.get('requestId'), door: 'http' });
    return c.text('Internal server error', 500);
  });
  return app;
}

function identify({ random }: DoorOptions['context'], trusted: ReturnType<typeof parseNetworks>): MiddlewareHandler<DoorEnv> {
  return async (c, next) => {
    c.set('requestId', random.uuid());
    c.set('clientAddress', clientAddress(getConnInfo(c).remote.address ?? '', c.req.header('x-forwarded-for'), trusted));
    await next();
  };
}

function logRequests(log: AppOptions['log']): MiddlewareHandler<DoorEnv> {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const tenant = c.get('tenantId');
    log.request({
      method: c.req.method,
      route: routePath(c),
      status: c.res.status,
      ms: Math.round((performance.now() - start) * 10) / 10,
      requestId: c.get('requestId'),
      ...(tenant === undefined ? {} : { tenant }),
    });
  };
}

/** For answers of programs; pages bring a policy of their own, which stays. */
function securityHeaders(https: boolean): NonNullable<Parameters<typeof secureHeaders>[0]> {
  return {
    overwrite: false,
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    xFrameOptions: 'DENY',
    // Subdomains are the operator's own business.
    strictTransportSecurity: https ? 'max-age=15552000' : false,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  };
}

/** Answers are of this moment and often of one person: nothing on the way may keep them unless a door says so. */
const keepFresh: MiddlewareHandler<DoorEnv> = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
};
