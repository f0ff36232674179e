import { OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { UnstorableText } from '../../domain/plain-text.ts';
import type { DoorEnv, DoorOptions } from '../http/door.ts';
import { addExportRoutes } from './attendees/export-routes.ts';
import { addImportRoutes } from './attendees/import-routes.ts';
import { addResendRoutes } from './attendees/resend-routes.ts';
import { addAttendeeRoutes } from './attendees/routes.ts';
import { addApiKeyRoutes } from './api-keys/routes.ts';
import { authenticate } from './auth.ts';
import { addAuditRoutes } from './audit/routes.ts';
import { addCustomerRoutes } from './customers/routes.ts';
import { documentOf } from './document.ts';
import { addDoctorRoutes } from './doctor/routes.ts';
import { addCalendarRoutes } from './calendars/routes.ts';
import { addEventChangeRoutes } from './events/change-routes.ts';
import { addEventImageRoutes } from './events/image-routes.ts';
import { addPublishRoutes } from './events/publish-routes.ts';
import { addEventRoutes } from './events/routes.ts';
import { addHistoryRoutes } from './history/routes.ts';
import { addNoticeRoutes } from './notices/routes.ts';
import { addOrderRoutes } from './orders/routes.ts';
import { addPeopleRoutes } from './people/routes.ts';
import { CREDENTIALS, type V1Env } from './principal.ts';
import { problem } from './problem.ts';
import { addSuppressionRoutes } from './privacy/suppression-routes.ts';
import { reasonOf } from './reason.ts';
import { addSeatRoutes } from './seats/routes.ts';
import { addTenantRoutes } from './tenant/routes.ts';
import { addTicketTypeRoutes } from './ticket-types/routes.ts';
import { addWebhookMessageRoutes } from './webhooks/message-routes.ts';
import { addWebhookRoutes } from './webhooks/routes.ts';

const DOCUMENT = '/api/v1/openapi.json';

/** Our own API, below /api/v1; described by /api/v1/openapi.json out of the schemas that check it. */
export function v1(options: DoorOptions, credentials = CREDENTIALS): Hono<DoorEnv> {
  const app = new OpenAPIHono<V1Env>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      // What names no thing is a thing that is not there.
      if (result.target === 'param') return problem(c, 'not-found', { detail: 'There is no such thing here.' });
      const parameters = result.error.issues.map((issue) => ({
        name: issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : nameOf(issue.path),
        reason: issue.code === 'unrecognized_keys' ? 'There is no such parameter.' : reasonOf(issue),
      }));
      return problem(c, 'invalid-parameters', { detail: 'Some parameters cannot be read.', parameters });
    },
  });
  // What was registered, which is all there is: filled below, and asked once requests come.
  const verbs = new Map<string, string[]>([[DOCUMENT, ['GET', 'HEAD']]]);
  const paths: RegExp[] = [];
  let document: object | undefined;
  app.use(
    '/api/v1/*',
    async (c, next) => {
      c.header('x-request-id', c.get('requestId'));
      // What is no path is none for anybody, with a key or without.
      return paths.some((path) => path.test(c.req.path)) ? next() : problem(c, 'not-found', { detail: 'There is no such route.' });
    },
    async (c, next) => (c.req.path === DOCUMENT && /^(?:GET|HEAD)$/.test(c.req.method) ? c.json((document ??= documentOf(app))) : next()),
    authenticate(options, credentials),
  );

  addDoctorRoutes(app, options);
  addCalendarRoutes(app, options);
  addEventRoutes(app, options);
  addPublishRoutes(app, options);
  addEventChangeRoutes(app, options);
  addEventImageRoutes(app, options);
  addTicketTypeRoutes(app, options);
  addHistoryRoutes(app, options);
  addImportRoutes(app, options);
  addExportRoutes(app, options);
  addResendRoutes(app, options);
  addAttendeeRoutes(app, options);
  addApiKeyRoutes(app, options);
  addTenantRoutes(app, options);
  addPeopleRoutes(app, options);
  addCustomerRoutes(app, options);
  addSuppressionRoutes(app, options);
  addAuditRoutes(app, options);
  addNoticeRoutes(app, options);
  addOrderRoutes(app, options);
  addSeatRoutes(app, options);
  addWebhookRoutes(app, options);
  addWebhookMessageRoutes(app, options);

  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue;
    const { method, path } = definition.route;
    verbs.set(path, [...(verbs.get(path) ?? []), ...(method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])]);
  }
  for (const [path, allowed] of verbs) {
    const allow = allowed.join(', ');
    paths.push(new RegExp(`^${path.replaceAll('.', String.raw`\.`).replaceAll(/\{\w+\}/g, '[^/]+')}$`));
    app.all(path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) =>
      problem(c, 'method-not-allowed', { detail: `Only ${allow} is answered here.`, headers: { allow } }),
    );
  }
  app.onError((error, c) => {
    if (error instanceof UnstorableText) return problem(c, 'invalid-parameters', { detail: 'A text holds NUL or half a character.' });
    if (error instanceof HTTPException && error.status === 400)
      return problem(c, 'invalid-parameters', { detail: 'The body cannot be read as JSON.' });
    if (error instanceof HTTPException && error.status === 415)
      return problem(c, 'unsupported-media-type', { detail: 'Send the body as application/json.' });
    options.log.fault(error, { requestId: c.get('requestId'), door: 'v1' });
    return problem(c, 'internal-error', { detail: 'Something went wrong here. It has been noted.' });
  });
  return app as unknown as Hono<DoorEnv>;
}

/** A member of a body, as a person would write it down: `lines.2.price`, but `topics` for one of its entries. */
function nameOf(path: PropertyKey[]): string {
  return path.filter((part, index) => typeof part !== 'number' || index < path.length - 1).join('.');
}
