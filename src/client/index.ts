import createFetchClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.ts';

export type { components, operations, paths } from './api.ts';

export type AdjournClient = Client<paths>;

/** A refusal (RFC 9457), as every operation answers it. */
export type Problem = import('./api.ts').components['schemas']['Problem'];

/**
 * Our own API with the types of its description: `client.GET('/api/v1/events/{id}', { params: { path: { id: '345' } } })` gives `data` or `error`, and the
 * `response`. `url` is the installation's, `key` one of its API keys; `fetch` stands in for the runtime's own.
 */
export function createClient(given: { url: string; key?: string; fetch?: (request: Request) => Promise<Response> }): AdjournClient {
  return createFetchClient<paths>({
    baseUrl: given.url,
    ...(given.key !== undefined && { headers: { authorization: `Bearer ${given.key}` } }),
    ...(given.fetch && { fetch: given.fetch }),
    // `state=queued&state=awaiting_retry`, as the API reads a list.
    querySerializer: { array: { style: 'form', explode: true } },
  });
}
