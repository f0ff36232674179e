import type { OpenAPIHono } from '@hono/zod-openapi';
import { findChange } from '../../../operations/ledger/find-change.ts';
import { listChanges } from '../../../operations/ledger/list-changes.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import { cursorOf } from '../page.ts';
import type { V1Env } from '../principal.ts';
import { byId } from '../schema.ts';
import { presentChange } from './present.ts';
import { changePageSchema, changeQuery, changeSchema } from './schema.ts';
import { noSuchEvent } from '../problem.ts';

/** What changed, who did it, when and why: /api/v1/events/{id}/changes and /api/v1/changes/{id}. */
export function addHistoryRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('notices:read', {
      operationId: 'listChanges',
      tag: 'History',
      method: 'get',
      path: '/api/v1/events/{id}/changes',
      summary: 'What happened to an event, newest first.',
      request: { params: byId, query: changeQuery },
      responses: { 200: json(changePageSchema, 'A page of changes') },
    }),
    async (c) => {
      const { cursor, limit } = c.req.valid('query');
      const id = await numberOf(c, 'event', c.req.valid('param').id);
      const page = await listChanges(context, c.get('tenant'), id, { before: cursor?.[0] ?? null, limit });
      if (!page) return refuse(c, 'not-found', noSuchEvent);
      const data = page.changes.map((change) => presentChange(c.get('tenant'), change));
      return c.json({ data, next_cursor: cursorOf('y', page.next) }, 200);
    },
  );
  app.openapi(
    route('notices:read', {
      operationId: 'getChange',
      tag: 'History',
      method: 'get',
      path: '/api/v1/changes/{id}',
      summary: 'One change.',
      request: { params: byId },
      responses: { 200: json(changeSchema, 'The change') },
    }),
    async (c) => {
      const { tenant, calendars } = c.get('principal');
      const change = await findChange(context, tenant, await numberOf(c, 'change', c.req.valid('param').id));
      const isTheirs = change && (calendars?.includes(change.calendarId) ?? true);
      return isTheirs ? c.json(presentChange(tenant, change), 200) : refuse(c, 'not-found', { detail: 'There is no such change.' });
    },
  );
}
