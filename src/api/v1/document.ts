import type { OpenAPIHono } from '@hono/zod-openapi';
import { TAGS } from './described.ts';
import type { V1Env } from './principal.ts';

/** What our own API says of itself (OpenAPI 3.1), out of the schemas that check it. */
export function documentOf(app: OpenAPIHono<V1Env>): object {
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', { type: 'http', scheme: 'bearer', description: 'An API key.' });
  const used = new Set(app.openAPIRegistry.definitions.flatMap((one) => (one.type === 'route' ? (one.route.tags ?? []) : [])));
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Adjourn API',
      version: '1',
      description: 'Events, who takes part in them, who was told what, who was not yet, and why.',
    },
    servers: [{ url: '/', description: 'This installation.' }],
    tags: Object.entries(TAGS).flatMap(([name, description]) => (used.has(name) ? [{ name, description }] : [])),
    security: [{ apiKey: [] }],
  });
}
