import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { clientAddress, parseNetworks } from './client-address.ts';
import { type Check, reasonsIn } from './check.ts';
import type { Door, DoorEnv, DoorLog, DoorOptions, RequestLine } from './door.ts';
import { type Metrics, addMetrics } from './metrics.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';

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
  /** Everything that is looked at for it, and what does not make the server unready; never rejects, never waits long. */
  checks?(): Promise<Check[]>;
  metrics?: Metrics;
  /** What only this installation can answer to a word (crypto/proof.ts), by which it is known at its public address. */
  prove?(challenge: string): string;
};

/**
 * All doors as one app: gives each request its id and its caller's address, logs it, and puts the security headers on every
 * answer. Besides the doors' own: GET /healthz (the process answers), GET /readyz (503 with reasons until it can work; with `?verbose` every check)
 * and GET /metrics.
 * Throws when a door before the last claims every path.
 */
export function createApp(options: AppOptions): Hono<DoorEnv> {
  const { doors, log, readiness, checks, metrics, prove, trustedProxies, https, ...shared } = options;
  const signIns = createSignInThrottle(options.context.clock, options.throttled);
  const app = new Hono<DoorEnv>();
  const doorOf = new Map<string, string>();
  let count: (line: RequestLine) => void = () => {};
  const tell = (line: Omit<RequestLine, 'door'>) => {
    const named = { ...line, door: doorOf.get(line.route) ?? 'http' };
    log.request(named);
    count(named);
  };
  app.use(identify(options.context, parseNetworks(trustedProxies)), logRequests(tell), secureHeaders(securityHeaders(https)), keepFresh);
  if (metrics) count = addMetrics(app, metrics);
  app.get('/healthz', (c) => {
    const challenge = /^[\w-]{16,64}$/.exec(c.req.query('challenge') ?? '')?.[0];
    return c.json({ status: 'alive', ...(challenge && prove && { proof: prove(challenge) }) });
  });
  app.get('/readyz', async (c) => {
    const looked = c.req.query('verbose') === undefined ? undefined : await checks?.();
    const reasons = looked ? reasonsIn(looked) : await readiness();
    const more = looked && { checks: looked };
    return reasons.length === 0 ? c.json({ status: 'ready', ...more }) : c.json({ status: 'not ready', reasons, ...more }, 503);
  });
  for (const [index, door] of doors.entries()) {
    const opened = door({ ...shared, https, signIns, log });
    const everyPath = opened.routes.find(({ path }) => path === '*' || path === '/*');
    if (everyPath && index < doors.length - 1) throw new Error(`door ${index + 1} claims every path, and others come after it`);
    // Pages are the one door that is made for its place, and has no name.
    for (const { path } of opened.routes) if (!doorOf.has(path)) doorOf.set(path, door.name || 'pages');
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

function logRequests(tell: (line: Omit<RequestLine, 'door'>) => void): MiddlewareHandler<DoorEnv> {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const tenant = c.get('tenantId');
    tell({
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
