import { RateLimiterMemory } from 'rate-limiter-flexible';

/** What a request found: the tighter of its two windows, for the headers, and how long to wait when it is refused. */
export type Admission = { limit: number; remaining: number; resetSeconds: number; retryAfterSeconds: number | null };

export type Throttle = {
  /** A request came in; keep the number for `admit`. */
  arrive(): number;
  /** Counts a request, valid or not, against the tenant's limit and, where the key is right, its client's. */
  admit(request: { arrival: number; tenant: Limit; client: Limit | null }): Promise<Admission>;
};

type Limit = { id: string; perSecond: number };

const WINDOW_SECONDS = 1;
const LONGEST_WAIT_SECONDS = 60;
// The limits are each client's and tenant's own; the limiter only counts.
const points = Number.MAX_SAFE_INTEGER;

/**
 * Fixed windows of a second (meetbit.md §5; §12, choices 16 and 17). A refused client is told to wait a second; each time it is
 * back before its wait is over, the wait doubles, up to a minute. A request that had arrived before the refusal was
 * given cannot be an answer to it, so a burst sent in parallel is refused without being punished.
 */
export function createThrottle(): Throttle {
  const windows = new RateLimiterMemory({ keyPrefix: '', points, duration: WINDOW_SECONDS });
  const waits = new RateLimiterMemory({ keyPrefix: '', points, duration: LONGEST_WAIT_SECONDS });
  // One number for each client that was ever refused, and clients are rows somebody made.
  const refusals = new Map<string, number>();
  let arrivals = 0;

  async function count(kind: string, { id, perSecond }: Limit) {
    // penalty() counts as consume() does, and resolves either way.
    const { consumedPoints, msBeforeNext } = await windows.penalty(`${kind} ${id}`);
    return {
      limit: perSecond,
      remaining: Math.max(0, perSecond - consumedPoints),
      resetSeconds: Math.ceil(msBeforeNext / 1000),
      exceeded: consumedPoints > perSecond,
    };
  }

  async function waitingOf(id: string) {
    const wait = await waits.get(id);
    return wait !== null && wait.msBeforeNext > 0 ? wait : null;
  }

  async function refuse(id: string, arrival: number): Promise<number> {
    const waiting = await waitingOf(id);
    if (waiting && arrival <= (refusals.get(id) ?? 0)) return Math.ceil(waiting.msBeforeNext / 1000);
    const seconds = waiting ? Math.min(LONGEST_WAIT_SECONDS, waiting.consumedPoints * 2) : 1;
    refusals.set(id, arrivals);
    await waits.set(id, seconds, seconds);
    return seconds;
  }

  return {
    arrive: () => ++arrivals,
    async admit({ arrival, tenant, client }) {
      const ofTenant = await count('tenant', tenant);
      if (!client) return { ...ofTenant, retryAfterSeconds: null };
      const ofClient = await count('client', client);
      const tighter = ofClient.remaining <= ofTenant.remaining ? ofClient : ofTenant;
      const refused = ofTenant.exceeded || ofClient.exceeded || (await waitingOf(client.id)) !== null;
      if (!refused) return { ...tighter, retryAfterSeconds: null };
      return { ...tighter, remaining: 0, retryAfterSeconds: await refuse(client.id, arrival) };
    },
  };
}
