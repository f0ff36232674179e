import type { MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type KeptAnswer, beginRequest } from '../../operations/access/repeats.ts';
import type { V1Env } from './principal.ts';
import { problem } from './problem.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

/** How the description names the header. What comes in it is checked below, before there is anything to work on. */
export const idempotencyParameter = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description:
    'Made anew for each request and the same for its repeats: a repeat within 24 hours is given the answer of the first and does nothing.',
  schema: { type: 'string' as const, pattern: '^[\\x21-\\x7e]{1,200}$', example: '0f9a5b0e-6c1d-4a58-9a35-2f6f6f0f7d11' },
};

/** What POSTs with such a key are refused with. */
export const idempotencyRefusals = {
  400: 'Invalid parameters',
  409: 'A request with this Idempotency-Key is being worked on',
  422: 'The Idempotency-Key came with another request',
};

/** Of what an answer says besides its body. */
const KEPT_HEADERS = ['content-type', 'location', 'etag', 'content-disposition'];

/** Refusals before anything was decided, so a repeat may be the one that is let in; and faults, which all but always left nothing committed. */
const isUndecided = (status: number) => status >= 500 || [400, 401, 403, 413, 415, 429].includes(status);

/** Answers a repeat with what its first was answered (draft-ietf-httpapi-idempotency-key-header-07); without the header, nothing is remembered. */
export const onlyOnce: MiddlewareHandler<V1Env> = async (c, next) => {
  const header = c.req.header('idempotency-key');
  if (header === undefined) return next();
  // The draft has it as a string of Structured Fields, in quotes; most send it bare.
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header;
  if (!KEY.test(key)) {
    const parameters = [{ name: 'Idempotency-Key', reason: 'It must be 1 to 200 visible ASCII characters.' }];
    return problem(c, 'invalid-parameters', { detail: 'The header Idempotency-Key cannot be read.', parameters });
  }
  const { tenant, actor } = c.get('principal');
  const { pathname, search } = new URL(c.req.url);
  const body = Buffer.from(await c.req.arrayBuffer()).toString('latin1');
  const request = `${c.req.method} ${pathname}${search}\n${body}`;
  const begun = await beginRequest(c.get('options').context, tenant, { principal: `${actor.kind} ${actor.id}`, key, request });
  switch (begun.outcome) {
    case 'first': {
      await next();
      const { status } = c.res;
      try {
        await (isUndecided(status) ? begun.release() : begun.keep(await answerOf(c.res)));
      } catch (error) {
        // What was asked is done, or is not, and its answer says so; a repeat waits until the claim is over.
        c.get('options').log.fault(error, { requestId: c.get('requestId'), door: 'v1' });
      }
      return undefined;
    }
    case 'repeat': {
      const { status, headers, body: kept } = begun.answer;
      const sent = { ...headers, 'idempotency-replayed': 'true' };
      return kept === '' ? c.body(null, status as 204, sent) : c.body(kept, status as ContentfulStatusCode, sent);
    }
    case 'other_request':
      return problem(c, 'idempotency-key-reused', {
        detail: 'This Idempotency-Key came with another request within the last 24 hours. Make a new key for a new request.',
      });
    case 'running':
      return problem(c, 'idempotency-key-in-use', {
        detail: 'A request with this Idempotency-Key is being worked on. Repeat it in a few seconds to get its answer.',
        headers: { 'retry-after': '5' },
      });
  }
};

async function answerOf(response: Response): Promise<KeptAnswer> {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return { status: response.status, headers: Object.fromEntries(headers) as Record<string, string>, body: await response.clone().text() };
}
