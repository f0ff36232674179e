import type { OpenAPIHono } from '@hono/zod-openapi';
import { TAGS } from './described.ts';
import { type Part, exampleOf, partOf } from './examples.ts';
import type { V1Env } from './principal.ts';
import { PROBLEM_OF_STATUS } from './problem.ts';

/** What our own API says of itself (OpenAPI 3.1), out of the schemas that check it; every body with an example. */
export function documentOf(app: OpenAPIHono<V1Env>): object {
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key. Pages of this server bring the cookie of a session in its place.',
  });
  const used = new Set(app.openAPIRegistry.definitions.flatMap((one) => (one.type === 'route' ? (one.route.tags ?? []) : [])));
  const written = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Adjourn API',
      version: '1',
      description:
        'Events, who takes part in them, who was told what, who was not yet, and why. Each operation names under `security` the scope that it takes. ' +
        'Refusals are problem documents (RFC 9457).',
    },
    servers: [{ url: '/', description: 'This installation.' }],
    tags: Object.entries(TAGS).flatMap(([name, description]) => (used.has(name) ? [{ name, description }] : [])),
    security: [{ apiKey: [] }],
  });
  const document = JSON.parse(JSON.stringify(written)) as Part;
  const schemas = partOf(partOf(document, 'components'), 'schemas');
  for (const path of Object.values(partOf(document, 'paths'))) {
    for (const operation of Object.values(path as Part)) exemplify(schemas, operation as Part);
  }
  return document;
}

/** Gives each body of an operation an example, where it has none. */
function exemplify(schemas: Part, operation: Part): void {
  const bodies = [['', partOf(operation, 'requestBody')], ...Object.entries(partOf(operation, 'responses'))] as [string, Part][];
  for (const [status, body] of bodies) {
    for (const [type, media] of Object.entries(partOf(body, 'content')) as [string, Part][]) {
      if ('example' in media || 'examples' in media) continue;
      if (type === 'application/json') media['example'] = exampleOf(schemas, partOf(media, 'schema'));
      else if (type === 'application/problem+json') media['example'] = problemExample(Number(status), String(body['description']));
    }
  }
}

function problemExample(status: number, detail: string): object {
  const { name, title } = PROBLEM_OF_STATUS[status] ?? { name: 'internal-error', title: 'Internal error' };
  return { type: `urn:adjourn:problem:${name}`, title, status, detail: `${detail}.`, request_id: '0b2f4f0e-6a64-4f0e-9d5e-2f0a4c1b7d90' };
}
