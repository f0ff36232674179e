import { sql } from 'kysely';
import type { TestDemo } from '../../../test/harness/demo.ts';
import { addCalendar, addEvent, addTicketType, markSent } from '../../../test/harness/world.ts';
import type { Recipient } from '../../domain/people/people.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { issueTicket } from '../../operations/seats/issue-ticket.ts';
import { hashSecret } from '../../crypto/secret.ts';
import { type Answer, type Call, type Thing, describeVendor } from '../vendor.cases.ts';
import { nexudus } from './routes.ts';

type Caller = { headers: Record<string, string>; calendarId: number; customerId: number };

const missing: Answer = { status: 404, type: 'application/json', body: '{"Message":"No attendance record with this ID exists."}' };
const unauthorized: Answer = {
  status: 401,
  type: 'application/json',
  body: '{"Message":"Sign in to continue: there is no valid access token."}',
};
const wrongVerb: Answer = { status: 405, type: 'application/json', body: '{"Message":"This address answers DELETE, OPTIONS only."}' };
const holder: Recipient = { email: 'pia@example.org', name: 'Pia', zone: 'Europe/Madrid', zoneSource: 'person', language: 'en' };

describeVendor<Caller>('nexudus', {
  door: nexudus,
  proves: {
    once: 'nexudus §7.2a',
    twice: 'nexudus §7.2e',
    inParallel: 'nexudus §7.2e',
    toldOnce: 'nexudus §11-4',
    unknown: 'nexudus §7.2c §11-6',
    foreign: 'nexudus §1a §7.2c',
    malformed: 'nexudus §11-6',
  },
  // A customer's cancel carries no words.
  reason: null,
  missing,

  async admit({ context, db }: TestDemo, tenant: Tenant) {
    const now = context.clock.now();
    const [admitted] = (
      await sql<{ customerId: number }>`
      with person as (
        insert into users (tenant_id, email, full_name, created_at) values (${tenant.id}, ${holder.email}, 'Pia', ${now}) returning *
      ), profile as (
        insert into customers (tenant_id, user_id, full_name, email, zone, language, created_at)
        select tenant_id, id, full_name, email, ${holder.zone}::text, 'en', created_at from person returning *
      )
      insert into sessions (tenant_id, user_id, customer_id, token_hash, created_at, expires_at)
      select tenant_id, user_id, id, ${hashSecret(`token-of-${tenant.id}`)}::bytea, created_at, ${now.add({ hours: 1 })}::timestamptz
      from profile returning customer_id`.execute(db)
    ).rows;
    return {
      customerId: admitted!.customerId,
      calendarId: await addCalendar(context, tenant),
      headers: { host: `tenant${tenant.id}.example`, Authorization: `Bearer token-of-${tenant.id}` },
    };
  },

  async make(demo: TestDemo, tenant: Tenant, { calendarId, customerId }: Caller): Promise<Thing> {
    const world = { ...demo, tenant, calendarId };
    const event = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity: 1 });
    const bought = await issueTicket(
      demo.context,
      tenant,
      { id: event.id },
      { ticketTypeId: await addTicketType(world, event.id), customerId, holder },
      { actor: { kind: 'customer', id: String(customerId) }, cause: 'cases', reason: null },
    );
    if (bought.outcome !== 'issued') throw new Error(bought.outcome);
    await markSent(demo, event.id);
    return { eventId: event.id, wire: { ticket: String(bought.ticket.id) }, recipients: ['pia@example.org'] };
  },

  cancel: (wire, caller) => remove(wire, caller),
  cancelled: () => ({ status: 200, type: null, body: '' }),

  unknown: ['999999', '9007199254740993', '99999999999999999999', '-9021', '0', '09021', '9021.0', '9e3', 'abc', '%00', '%ff', '9021'].map(
    (ticket) => ({
      ticket,
    }),
  ),

  malformed(wire, caller) {
    const one = remove(wire, caller);
    const withHeaders = (headers: Record<string, string>) => remove(wire, { ...caller, headers: { ...caller.headers, ...headers } });
    const verb = (method: string): Call => ({ ...one, init: { ...one.init, method } });
    return [
      { what: 'no token', call: remove(wire, { ...caller, headers: { host: caller.headers['host'] ?? '' } }), answer: unauthorized },
      { what: 'an empty token', call: withHeaders({ Authorization: 'Bearer ' }), answer: unauthorized },
      { what: 'another scheme', call: withHeaders({ Authorization: 'Basic cGlhOnBpYQ==' }), answer: unauthorized },
      { what: 'two tokens', call: withHeaders({ Authorization: 'Bearer one, Bearer two' }), answer: unauthorized },
      { what: 'the host of nobody', call: withHeaders({ host: 'nobody.example' }), answer: unauthorized },
      {
        what: 'over 64 KiB',
        call: { ...one, init: { ...one.init, body: 'x'.repeat(65 * 1024) } },
        answer: { status: 413, type: 'application/json', body: '{"Message":"The request body is larger than 64 KiB."}' },
      },
      ...['GET', 'POST', 'PUT', 'PATCH'].map((method) => ({ what: method, call: verb(method), answer: wrongVerb })),
      {
        what: 'an unknown action',
        call: { ...one, path: `${one.path}/refund` },
        answer: { status: 404, type: 'application/json', body: '{"Message":"There is nothing at this address."}' },
      },
    ];
  },
});

function remove(wire: Thing['wire'], { headers }: Pick<Caller, 'headers'>): Call {
  return { path: `/api/public/events/my/${wire['ticket']}`, init: { method: 'DELETE', headers } };
}
