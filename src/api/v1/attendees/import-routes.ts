import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { MOST_ADDED } from '../../../domain/attendees/attendee.ts';
import { type AttendeeRow, type RowFault, readRows } from '../../../domain/attendees/read-rows.ts';
import { attendeesOf } from '../../../ical/attendees-of.ts';
import { addAttendees } from '../../../operations/attendees/add-attendees.ts';
import { listTicketTypes } from '../../../operations/seats/list-ticket-types.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { byId } from '../schema.ts';
import { type ReadList, readCsv } from './read-csv.ts';
import { refuseAdding } from './routes.ts';
import { importQuery, importRowsSchema, importedSchema } from './schema.ts';
import { noSuchEvent } from '../problem.ts';

const MAX_BODY_BYTES = 8 * 1024 * 1024;
const MOST_SHOWN = 100;

// Checked where it is JSON that came, which the route's type does not know of one body in three forms.
const JSON_BODY = 'json' as never;

/** A whole list of attendees at once: POST /api/v1/events/{id}/attendees/import. */
export function addImportRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  const text = (example: string) => ({ schema: { type: 'string' as const, example } });
  app.openapi(
    route('attendees:write', {
      operationId: 'importAttendees',
      tag: 'Attendees',
      method: 'post',
      path: '/api/v1/events/{id}/attendees/import',
      summary: 'Seats a whole list of people, all who are not there yet or nobody, and mails them that in the same commit.',
      description: `At most ${MOST_ADDED} rows. All are checked first; where one is wrong nothing changes, and the answer names row and column.`,
      request: {
        params: byId,
        query: importQuery,
        body: {
          content: {
            'text/csv': text('email,name,telephone\nmina@example.org,Mina,+34 600 000 001\n'),
            'text/calendar': text('BEGIN:VCALENDAR …'),
            'application/json': { schema: importRowsSchema },
          },
        },
      },
      responses: { 200: json(importedSchema, 'What came of it') },
      problems: { 409: 'There are not enough seats, or the event is cancelled or over', 422: 'Rows cannot be read' },
      maxBodyBytes: MAX_BODY_BYTES,
    }),
    async (c) => {
      const eventId = await numberOf(c, 'event', c.req.valid('param').id);
      const { notify, dry_run: dryRun } = c.req.valid('query');
      const types = await listTicketTypes(context, c.get('tenant'), eventId);
      if (!types) return refuse(c, 'not-found', noSuchEvent);
      const list = await listIn(c, () => c.req.valid(JSON_BODY) as z.infer<typeof importRowsSchema>);
      if (list === null) return refuse(c, 'unsupported-media-type', { detail: 'Send text/csv, text/calendar or application/json.' });
      if ('sentence' in list) return refuse(c, 'not-possible', { detail: list.sentence });
      if ('faults' in list) return refuseRows(c, list.faults);
      if (list.rows.length > MOST_ADDED)
        return refuse(c, 'not-possible', { detail: `A list has at most ${MOST_ADDED} rows; this has ${list.rows.length}.` });
      const read = readRows(list.rows, types);
      if ('faults' in read) return refuseRows(c, read.faults);
      const done = await addAttendees(context, c.get('tenant'), eventId, read.people, { notify, dryRun }, requestOf(c));
      if (done.outcome !== 'added') return refuseAdding(c, done);
      const { added, skipped, notices } = done;
      return c.json({ added, skipped, notices, ignored_columns: list.ignored, dry_run: dryRun }, 200);
    },
  );
}

/** The list that came, by its media type; null for one that is none of ours. */
async function listIn(c: Context<V1Env>, rows: () => z.infer<typeof importRowsSchema>): Promise<ReadList | null> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type === 'text/csv') return readCsv(new Uint8Array(await c.req.arrayBuffer()));
  if (type === 'text/calendar') return calendarRows(await c.req.text());
  if (type !== 'application/json') return null;
  const { rows: given } = rows();
  return { rows: given.map((cells, index) => ({ row: index + 1, cells: cells as AttendeeRow['cells'] })), ignored: [] };
}

/** Each ATTENDEE is a row. */
function calendarRows(text: string): ReadList {
  const found = attendeesOf(text);
  if (found === null) return { sentence: 'This is no iCalendar object.' };
  if (found.length === 0) return { sentence: 'It has no event with an ATTENDEE.' };
  return {
    rows: found.map(({ name, address, role, participationStatus }, index) => ({
      row: index + 1,
      cells: { name, email: address, role, participation_status: participationStatus },
    })),
    ignored: [],
  };
}

function refuseRows(c: Context<V1Env>, faults: RowFault[]): never {
  return refuse(c, 'not-possible', {
    detail: `${faults.length} ${faults.length === 1 ? 'cell' : 'cells'} cannot be read. Nobody was added.`,
    rows: faults.slice(0, MOST_SHOWN),
    faults: faults.length,
  });
}
