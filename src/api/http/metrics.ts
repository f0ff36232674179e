import type { Hono } from 'hono';
import { Counter, Histogram, type Registry } from 'prom-client';
import { isInNetworks } from './client-address.ts';
import type { DoorEnv, RequestLine } from './door.ts';
import { namesThisMachine } from './own-machine.ts';

export type Metrics = {
  registry: Registry;
  /** Whether a token opens the figures; null: only who asks from this machine sees them. */
  isToken: ((shown: string) => boolean) | null;
};

const LOOPBACK = ['127.0.0.0/8', '::1'];
/** What proxies add: behind one on this machine everybody's peer is loopback. */
const OF_PROXIES = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/**
 * Adds GET /metrics (the text format of Prometheus 0.0.4): with `Authorization: Bearer <METRICS_TOKEN>` where there is one, else from this machine alone, where anybody
 * else meets a path that is not there. Answers what counts each request.
 */
export function addMetrics(app: Hono<DoorEnv>, { registry, isToken }: Metrics): (line: RequestLine) => void {
  const requests = new Counter({
    name: 'adjourn_requests_total',
    help: 'Requests by door and by what came of them: ok, refused (4xx), throttled (429), fault (5xx)',
    labelNames: ['door', 'outcome'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'adjourn_request_seconds',
    help: 'How long requests took until their answer was ready, by door',
    labelNames: ['door'],
    buckets: [0.005, 0.025, 0.1, 0.5, 2.5, 10],
    registers: [registry],
  });
  app.get('/metrics', async (c) => {
    const shown = /^Bearer +([\x21-\x7e]+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    if (isToken && !isToken(shown)) {
      c.header('www-authenticate', 'Bearer');
      return c.text('Send `Authorization: Bearer <METRICS_TOKEN>`.', 401);
    }
    const isHere = isInNetworks(c.get('clientAddress'), LOOPBACK) && namesThisMachine(c) && !OF_PROXIES.some((name) => c.req.header(name));
    if (!isToken && !isHere) return c.notFound();
    return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType });
  });
  return ({ door, status, ms }) => {
    requests.inc({ door, outcome: outcomeOf(status) });
    seconds.observe({ door }, ms / 1_000);
  };
}

function outcomeOf(status: number): string {
  if (status >= 500) return 'fault';
  return status === 429 ? 'throttled' : status >= 400 ? 'refused' : 'ok';
}
