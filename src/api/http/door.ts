import type { Hono } from 'hono';
import type { Examined } from '../../domain/finding.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Context } from '../../operations/context.ts';

/**
 * One of the wire APIs. Its routes and middleware name its own prefixes: a bare `use('*')` would run for every other door's
 * requests as well, and createApp refuses it.
 */
export type Door = (options: DoorOptions) => Hono<DoorEnv>;

/**
 * What a door (one of the wire APIs) is given. Each door is a function `(options: DoorOptions) => Hono<DoorEnv>` with absolute
 * paths; it answers everything below its own prefixes, unknown routes and verbs included, in its own form, and
 * lets no fault out: its `onError` turns one into that vendor's documented answer after `log.fault`.
 */
export type DoorOptions = {
  context: Context;
  /** False only under a load test on loopback. */
  throttled: boolean;
  /** Whether credentials of a demo tenant are accepted. */
  demo: boolean;
  log: DoorLog;
  /** Looks at the whole installation, and of its tenants' senders at this tenant's alone; absent where a process does not. */
  examine?(tenantId: number): Promise<Examined[]>;
};

/** Structured, one JSON object a line; never addresses, secrets or bodies. */
export type DoorLog = {
  fault(error: unknown, about: { requestId: string; door: string }): void;
};

/** What the log tells of a request: the door (`http`: none of them) and the route as it was declared, so no query, no id, no address. */
export type RequestLine = { method: string; door: string; route: string; status: number; ms: number; requestId: string; tenant?: number };

export type DoorEnv = {
  Variables: {
    /** One for each request; in the log, in `changes.cause`, and in whatever header the vendor shows it. */
    requestId: string;
    /** The caller's address as text, behind trusted proxies only; what throttles count on (throttle-key.ts). */
    clientAddress: string;
    /** Set by a door as soon as it knows, for the log line. */
    tenantId?: number;
    /** The tenant itself, where a door's answers depend on its settings. */
    tenant?: Tenant;
  };
};
