import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { noteExport } from '../../../operations/audit/note-export.ts';
import { type AttendeeFilter, type ListedAttendee, listAttendees } from '../../../operations/attendees/list-attendees.ts';
import { findChangedEvent } from '../../../operations/ledger/find-changed-event.ts';
import { type DeliveryOnList, listDeliveries } from '../../../operations/ledger/list-deliveries.ts';
import type { DoorOptions } from '../../http/door.ts';
import { type Columns, ROWS_AT_ONCE, csv, csvAnswer } from '../csv.ts';
import { json, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import { cursorOf } from '../page.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { byId } from '../schema.ts';
import { callListSchema, callQuery, exportQuery, filterOf } from './schema.ts';
import { noSuchEvent } from '../problem.ts';

const ATTENDEE_COLUMNS: Columns<ListedAttendee> = {
  name: ({ name }) => name,
  email: ({ email }) => email,
  telephone: ({ telephone }) => telephone,
  ticket_type: ({ ticketTypeName }) => ticketTypeName,
  role: ({ role }) => role,
  participation_status: ({ participationStatus }) => participationStatus,
  zone: ({ zone }) => zone,
  language: ({ language }) => language,
  code: ({ code }) => code,
  state: ({ releasedAt }) => (releasedAt === null ? 'attending' : 'removed'),
  checked_in_at: ({ checkedInAt }) => checkedInAt?.toString() ?? null,
  reach: ({ reach }) => reach,
  last_reply: ({ lastReply }) => lastReply,
  id: ({ id }) => id,
};

const CALL_COLUMNS: Columns<ListedAttendee> = {
  name: ({ name }) => name,
  telephone: ({ telephone }) => telephone,
  why: ({ reach }) => reach,
  last_reply: ({ lastReply }) => lastReply,
  email: ({ email }) => email,
  state: ({ releasedAt }) => (releasedAt === null ? 'attending' : 'removed'),
  attendee_id: ({ id }) => id,
};

const NOTICE_COLUMNS: Columns<DeliveryOnList> = {
  name: ({ recipientName }) => recipientName,
  recipient: ({ recipient }) => recipient,
  purpose: ({ purpose }) => purpose,
  state: ({ state }) => state,
  last_reply: ({ lastReply }) => lastReply,
  attempts: ({ attempts }) => attempts,
  created_at: ({ createdAt }) => createdAt.toString(),
  finished_at: ({ finishedAt }) => finishedAt?.toString() ?? null,
  message_id: ({ messageId }) => messageId,
  attendee_id: ({ ticketId }) => ticketId,
  delivery_id: ({ id }) => id,
};

/** Lists for spreadsheets and telephones: attendees, the notices of a change, and whom to call. */
export function addExportRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('attendees:read', {
      operationId: 'exportAttendees',
      tag: 'Attendees',
      method: 'get',
      path: '/api/v1/events/{id}/attendees.csv',
      summary: 'All who attend an event, as a spreadsheet reads it; what an import takes can be given back to one.',
      request: { params: byId, query: exportQuery },
      responses: { 200: csv('The attendees', 'name,email,telephone\r\nMina,mina@example.org,\r\n') },
    }),
    async (c) => {
      const eventId = await numberOf(c, 'event', c.req.valid('param').id);
      return await attendeesAsCsv(c, eventId, `attendees-${eventId}.csv`, ATTENDEE_COLUMNS, filterOf(c.req.valid('query')));
    },
  );
  app.openapi(
    route('attendees:read', {
      operationId: 'getCallList',
      tag: 'Attendees',
      method: 'get',
      path: '/api/v1/events/{id}/call-list',
      summary: 'Whom no mail reaches any more by itself: name, telephone, and why.',
      description: 'As JSON in pages, or whole as CSV, where `Accept: text/csv` or `format=csv` asks for it.',
      request: { params: byId, query: callQuery },
      responses: {
        200: {
          content: { ...json(callListSchema, '').content, ...csv('', 'name,telephone,why\r\nMina,,bounced\r\n').content },
          description: 'Whom to call',
        },
      },
    }),
    async (c) => {
      const { why, format, cursor, limit } = c.req.valid('query');
      const eventId = await numberOf(c, 'event', c.req.valid('param').id);
      const wantsCsv = format === undefined ? /^text\/csv\b/i.test(c.req.header('accept') ?? '') : format === 'csv';
      if (wantsCsv) return await attendeesAsCsv(c, eventId, `call-list-${eventId}.csv`, CALL_COLUMNS, { reach: why });
      const page = await listAttendees(context, c.get('tenant'), eventId, { reach: why }, { after: cursor?.[0] ?? 0, limit });
      if (!page) return refuse(c, 'not-found', noSuchEvent);
      const data = page.attendees.map(({ id, name, telephone, email, reach, lastReply, releasedAt }) => ({
        attendee_id: id,
        name,
        telephone,
        email,
        why: reach,
        last_reply: lastReply,
        state: releasedAt === null ? ('attending' as const) : ('removed' as const),
      }));
      return c.json({ data, next_cursor: cursorOf('a', page.next) }, 200);
    },
  );
  app.openapi(
    route('notices:read', {
      operationId: 'exportNotices',
      tag: 'Notices',
      method: 'get',
      path: '/api/v1/changes/{id}/notices.csv',
      summary: 'Whom a change was to tell, and what became of that: the proof of it, as a spreadsheet reads it.',
      request: { params: byId },
      responses: { 200: csv('The notices', 'name,recipient,purpose,state\r\nMina,mina@example.org,moved,sent\r\n') },
    }),
    async (c) => {
      const tenant = c.get('tenant');
      const changeId = await numberOf(c, 'change', c.req.valid('param').id);
      const eventId = await findChangedEvent(context, tenant, changeId);
      if (eventId === undefined || !(await numberOf(c, 'event', eventId)))
        return refuse(c, 'not-found', { detail: 'There is no such change.' });
      await noteExport(context, tenant, { what: 'notices', eventId }, requestOf(c));
      const read = async (before: number | null) => {
        const page = await listDeliveries(context, tenant, { changeId }, { before, limit: ROWS_AT_ONCE });
        return { rows: page.deliveries, next: page.next };
      };
      return csvAnswer(`notices-${changeId}.csv`, NOTICE_COLUMNS, await read(null), read);
    },
  );

  async function attendeesAsCsv(
    c: Context<V1Env>,
    eventId: number,
    fileName: string,
    columns: Columns<ListedAttendee>,
    filter: AttendeeFilter,
  ) {
    const read = async (after: number) => {
      const page = await listAttendees(context, c.get('tenant'), eventId, filter, { after, limit: ROWS_AT_ONCE });
      return page && { rows: page.attendees, next: page.next };
    };
    const first = await read(0);
    if (!first) return refuse(c, 'not-found', noSuchEvent);
    await noteExport(context, c.get('tenant'), { what: columns === CALL_COLUMNS ? 'call_list' : 'attendees', eventId }, requestOf(c));
    return csvAnswer(fileName, columns, first, async (after) => (await read(after)) ?? { rows: [], next: null });
  }
}
