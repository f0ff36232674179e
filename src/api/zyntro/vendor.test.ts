import { sql } from 'kysely';
import type { TestDemo } from '../../../test/harness/demo.ts';
import { addCalendar, addEvent, markSent } from '../../../test/harness/world.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type Answer, type Call, type Malformed, REASON, type Thing, describeVendor } from '../vendor.cases.ts';
import { zyntro } from './routes.ts';

type Caller = { userId: string; calendarId: number };

const failure = (sentence: string, status = 200): Answer => ({
  status,
  type: 'application/json',
  body: `{"data":["${sentence}"],"status":"error"}`,
});
const missing = failure('Event not found');
const nobody = failure('Missing service instance');
const notJson = failure('Content type must be application/json', 415);
const wrongVerb = failure('Method not allowed', 405);

describeVendor<Caller>('zyntro', {
  door: zyntro,
  proves: {
    once: 'zyntro §6a §3b',
    twice: 'zyntro §6g §6j',
    inParallel: 'zyntro §12-14',
    toldOnce: 'zyntro §6a §12-26',
    unknown: 'zyntro §6f §13-S2',
    foreign: 'zyntro §12-7',
    malformed: 'zyntro §6d §6e §12-2',
  },
  reason: REASON,
  again: {
    answer: failure('Event is already cancelled'),
    because: 'the vendor documents it, and only somebody who holds a matching pair gets there',
  },
  missing,

  async admit({ context, db }: TestDemo, tenant: Tenant) {
    const number = 4_000 + tenant.id;
    await sql`insert into accounts (tenant_id, number, organisation_id) values (${tenant.id}, ${number}, gen_random_uuid())`.execute(db);
    return { userId: String(number), calendarId: await addCalendar(context, tenant) };
  },

  async make(demo: TestDemo, tenant: Tenant, { calendarId }: Caller): Promise<Thing> {
    const event = await addEvent({ ...demo, tenant, calendarId });
    await markSent(demo, event.id);
    return { eventId: event.id, wire: { event: event.publicId }, recipients: ['ana@example.com', 'ben@example.com', 'chie@example.com'] };
  },

  cancel: ({ user, event }, { userId }) => post({ user_id: user ?? userId, event_id: event, cancel_reason: REASON }),

  cancelled: ({ wire }) => ({
    status: 200,
    type: 'application/json',
    body: { data: { event_id: wire['event'], cancelled_at: '2030-04-01 10:00:00', notifications_sent: 3 }, status: 'success' },
  }),

  unknown: [
    ...[
      'b1946ac9-2f3d-4a57-8f5e-0c8f1d1b7a55',
      '00000000-0000-0000-0000-000000000000',
      '{e7f8a9b0-c1d2-3456-e7f8-a9b0c1d23456}',
      'e7f8a9b0c1d23456e7f8a9b0c1d23456',
      '345',
      '-1',
      'not-a-uuid',
      '\u0000',
    ].map((event): Thing['wire'] => ({ event })),
    ...['33', '-1', '0', '9007199254740993', '99999999999999999999', '32.0', '0x20', ' 32', 'admin', '\u0000'].map((user) => ({
      user,
      event: 'e7f8a9b0-c1d2-3456-e7f8-a9b0c1d23456',
    })),
  ],

  malformed({ event }, { userId }) {
    const good = { user_id: userId, event_id: event };
    const raw = (body: string | undefined, type = 'application/json'): Call => ({
      ...post(good),
      init: { method: 'POST', headers: { 'Content-Type': type }, ...(body !== undefined && { body }) },
    });
    const odd = (given: Record<string, unknown>, answer: Answer | null) => ({
      what: JSON.stringify(given),
      call: post({ ...good, ...given }),
      answer,
    });
    const verb = (method: string): Malformed => ({ what: method, call: { ...post(good), init: { method } }, answer: wrongVerb });
    const large = JSON.stringify({ ...good, cancel_reason: 'x'.repeat(65 * 1024) });
    return [
      { what: 'no body', call: raw(undefined), answer: nobody },
      { what: 'broken JSON', call: raw('{"user_id": "32'), answer: nobody },
      { what: 'an array', call: raw('[1]'), answer: nobody },
      { what: 'deep JSON', call: raw('['.repeat(60_000)), answer: nobody },
      ...[undefined, null, '', '  '].map((user_id) => odd({ user_id }, nobody)),
      ...[undefined, null, '', '  '].map((event_id) => odd({ event_id }, failure('Missing event ID'))),
      ...[true, 32.5, [32], { toString: 1 }].map((user_id) => odd({ user_id }, null)),
      ...[true, 345, [event], { toString: 1 }].map((event_id) => odd({ event_id }, null)),
      { what: 'a form', call: raw(`user_id=${userId}&event_id=${event}`, 'application/x-www-form-urlencoded'), answer: notJson },
      { what: 'plain text', call: raw(JSON.stringify(good), 'text/plain'), answer: notJson },
      { what: 'over 64 KiB', call: raw(large), answer: failure('Request body is too large', 413) },
      ...['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map(verb),
      {
        what: 'an unknown action',
        call: { ...post(good), path: '/public/calendar/processCancels' },
        answer: failure('Unknown endpoint', 404),
      },
    ];
  },
});

function post(body: Record<string, unknown>): Call {
  return {
    path: '/public/calendar/processCancel',
    init: { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
  };
}
