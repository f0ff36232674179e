import { sql } from 'kysely';
import { meetbit } from '../../src/api/meetbit/routes.ts';
import type { Tenant } from '../../src/domain/tenants/tenant.ts';
import { makeClient } from '../../src/operations/access/make-credentials.ts';
import { type TestDemo, openDemo } from './demo.ts';
import { openDoor } from './door.ts';

type Body = Record<string, unknown>;

export type MeetbitAnswer = { status: number; type: string | null; body: unknown; response: Response };

export type MeetbitWorld = {
  demo: TestDemo;
  /** A call as the demo's client with full access to events, or else its front desk, unless told otherwise; a body that is no string goes as JSON. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<MeetbitAnswer>;
  /** A new client of a tenant that may do this and no more: the headers of its calls. */
  admit(tenant: Tenant, permissions: string[]): Promise<Record<string, string>>;
};

/** The MeetBit door over a demo of its own, without limits. */
export async function openMeetbit(): Promise<MeetbitWorld> {
  const demo = await openDemo();
  const door = openDoor(meetbit, demo, { throttled: false });
  return {
    demo,
    async call(method, path, body, headers = keysOf(path.startsWith('/calendars') ? 'MBP-demo' : 'MBP-desk')) {
      const response = await door.request(`/api/public/v2.0${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const type = response.headers.get('content-type');
      const text = await response.clone().text();
      return { status: response.status, type, body: type === 'application/json' ? (JSON.parse(text) as Body) : text, response };
    },
    async admit(tenant, permissions) {
      await sql`update tenants set hosts = array['tenant' || id || '.example']`.execute(demo.db);
      const { keyId, secret } = await makeClient(demo.context, tenant, { name: 'Neighbour', permissions, requestsPerSecond: 100 });
      return { host: `tenant${tenant.id}.example`, 'X-Access-Key-Id': keyId, 'X-Access-Key-Secret': secret };
    },
  };
}

/** The headers of one of the demo's clients; its tenant's host does where there are others. */
export function keysOf(keyId: string): Record<string, string> {
  return { host: 'tenant1.example', 'X-Access-Key-Id': keyId, 'X-Access-Key-Secret': 'demo-secret' };
}

/** A 400 of one or more fields, each with its one sentence. */
export function refusal(errors: Record<string, string>): { status: number; body: unknown } {
  const sentences = Object.entries(errors).map(([field, what]): [string, string[]] => [field, [`The ${field} field ${what}.`]]);
  const more = sentences.length - 1;
  const suffix = more === 0 ? '' : ` (and ${more} more error${more === 1 ? '' : 's'})`;
  return { status: 400, body: { message: `${sentences[0]?.[1][0]}${suffix}`, errors: Object.fromEntries(sentences) } };
}

/** How many notices there are, planned or written: none of the operations beside events adds one. */
export async function countNotices({ db }: TestDemo): Promise<unknown> {
  const found = await sql`select (select count(*) from outbox) as plans, (select count(*) from deliveries) as deliveries,
    (select count(*) from webhook_deliveries) as messages`.execute(db);
  return found.rows[0];
}
