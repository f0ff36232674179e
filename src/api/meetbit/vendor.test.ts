import { sql } from 'kysely';
import type { TestDemo } from '../../../test/harness/demo.ts';
import { addCalendar, addEvent, markSent } from '../../../test/harness/world.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { hashSecret } from '../../crypto/secret.ts';
import { type Answer, type Call, REASON, type Thing, describeVendor } from '../vendor.cases.ts';
import { meetbit } from './routes.ts';

type Caller = { headers: Record<string, string>; calendarId: number };

const missing: Answer = { status: 404, type: 'text/plain; charset=UTF-8', body: 'Resource object does not exist.' };
const invalid = (sentence: string, fields = true): Answer => ({
  status: 400,
  type: 'application/json',
  body: JSON.stringify({ message: sentence, errors: fields ? { cancel_note: [sentence] } : {} }),
});
const required = invalid('The cancel_note field is required.');

describeVendor<Caller>('meetbit', {
  door: meetbit,
  proves: {
    once: 'meetbit §3c §6.1a',
    twice: 'meetbit §12-2',
    inParallel: 'meetbit §12-2',
    toldOnce: 'meetbit §8a',
    unknown: 'meetbit §4.1b §6.1f §12-8',
    foreign: 'meetbit §1b',
    malformed: 'meetbit §6.1b §4.1a §4.2a §4.2c §4.2d §12-3 §12-4 §12-7',
  },
  reason: REASON,
  missing,

  async admit({ context, db }: TestDemo, tenant: Tenant) {
    const [role] = (
      await sql<{ id: number }>`insert into roles (tenant_id, name, permissions)
      values (${tenant.id}, 'Cancels', '{events.delete.*}') returning id`.execute(db)
    ).rows;
    const [client] = (
      await sql<{ id: number }>`insert into clients (tenant_id, name, role_id)
      values (${tenant.id}, 'Cases', ${role!.id}) returning id`.execute(db)
    ).rows;
    await sql`insert into access_keys (tenant_id, key_id, client_id, secret_hash, created_at)
      values (${tenant.id}, 'MBP-cases', ${client!.id}, ${hashSecret(`secret of ${tenant.id}`)}, ${context.clock.now()})`.execute(db);
    return {
      calendarId: await addCalendar(context, tenant),
      headers: {
        host: `tenant${tenant.id}.example`,
        'X-Access-Key-Id': 'MBP-cases',
        'X-Access-Key-Secret': `secret of ${tenant.id}`,
      },
    };
  },

  async make(demo: TestDemo, tenant: Tenant, { calendarId }: Caller): Promise<Thing> {
    const event = await addEvent({ ...demo, tenant, calendarId });
    await markSent(demo, event.id);
    const wire = { calendar: String(calendarId), event: String(event.id) };
    return { eventId: event.id, wire, recipients: ['ana@example.com', 'ben@example.com', 'chie@example.com'] };
  },

  cancel: (wire, caller) => post(wire, caller, JSON.stringify({ cancel_note: REASON })),

  cancelled: ({ eventId }) => ({
    status: 200,
    type: 'application/json',
    body: {
      message: 'Successfully canceled Event.',
      data: { id: eventId, cancel_note: REASON, deleted_at: '2030-04-01T10:00:00Z', attendees: [{}, {}, {}] },
    },
  }),

  unknown: ['999999', '9007199254740993', '99999999999999999999', '-345', '0', '0345', '345.0', '3e2', 'abc', '%00', '%ff'].flatMap(
    (id) => [
      { calendar: '12', event: id },
      { calendar: id, event: '345' },
    ],
  ),

  malformed(wire, caller) {
    const note = (value: unknown) => post(wire, caller, JSON.stringify({ cancel_note: value }));
    const large = JSON.stringify({ cancel_note: 'x'.repeat(65 * 1024) });
    const verb = (method: string): Call => ({ ...note(REASON), init: { method, headers: caller.headers } });
    return [
      { what: 'no body', call: post(wire, caller, undefined), answer: required },
      { what: 'broken JSON', call: post(wire, caller, '{"cancel_note": "x'), answer: required },
      { what: 'an array', call: post(wire, caller, '["cancel_note"]'), answer: required },
      { what: 'deep JSON', call: post(wire, caller, '['.repeat(60_000)), answer: required },
      { what: 'a form', call: post(wire, caller, 'cancel_note=x', 'application/x-www-form-urlencoded'), answer: required },
      { what: 'null', call: note(null), answer: required },
      { what: 'blank', call: note(' \n\t '), answer: required },
      { what: 'control characters alone', call: note('\u0000\u0007'), answer: required },
      { what: 'a number', call: note(5), answer: invalid('The cancel_note field must be a string.') },
      { what: 'an object', call: note({ toString: 1 }), answer: invalid('The cancel_note field must be a string.') },
      {
        what: '256 characters',
        call: note('é'.repeat(256)),
        answer: invalid('The cancel_note field must not be greater than 255 characters.'),
      },
      {
        what: 'over 64 KiB',
        call: post(wire, caller, large),
        answer: invalid('The request body must not be greater than 64 kilobytes.', false),
      },
      { what: 'over 64 KiB for nothing', call: post({ ...wire, event: '999999' }, caller, large), answer: null },
      ...['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method) => ({ what: method, call: verb(method), answer: null })),
      { what: 'an unknown action', call: { ...note(REASON), path: `${note(REASON).path}s` }, answer: null },
    ];
  },
});

function post(wire: Thing['wire'], caller: Caller, body: string | undefined, type = 'application/json'): Call {
  return {
    path: `/api/public/v2.0/calendars/${wire['calendar']}/events/${wire['event']}/cancel`,
    init: { method: 'POST', headers: { ...caller.headers, 'Content-Type': type }, ...(body !== undefined && { body }) },
  };
}
