import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Init, type NexudusClient, bytesOf, openNexudus } from '../../../test/harness/nexudus.ts';
import { issueTicket } from '../../operations/seats/issue-ticket.ts';

let client: NexudusClient;
let mina: string;
beforeAll(async () => {
  client = await openNexudus();
  mina = await client.signIn('mina@example.org');
});
afterAll(() => client.demo.close());

const send = (id: number | string, init: Init = {}, token = mina) =>
  client.as(token, 'POST', `/api/public/events/my/${id}/sendTicket`, init);

async function mailsOf(ticketId: number): Promise<string[]> {
  const found = await sql<{ recipient: string }>`
    select recipient from deliveries where subject_id = ${ticketId} and purpose = 'ticket' and occurrence > 0 order by id`.execute(
    client.demo.db,
  );
  return found.rows.map(({ recipient }) => recipient);
}

describe('POST /api/public/events/my/{id}/sendTicket', () => {
  test('nexudus §7.3a §11-9: answers an empty 200 and plans one mail to the caller', async () => {
    const response = await send(9021);
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '0', '']);
    expect(await mailsOf(9021)).toEqual(['mina@example.org']);
  });

  test('nexudus §7.3b §7.3c: can be repeated; a body or a content type makes no difference', async () => {
    expect((await send(9021, { headers: { 'Content-Type': 'application/json' } })).status).toBe(200);
    expect((await send(9021, { body: '', headers: { 'Content-Type': 'application/json' } })).status).toBe(200);
    expect((await send(9021, { body: '{"broken' })).status).toBe(200);
    expect(await mailsOf(9021)).toHaveLength(4);
  });

  test('nexudus §11-10: beyond the limit of an hour it is 409 with Retry-After and no body; an hour later it is sent again', async () => {
    expect((await send(9021)).status).toBe(200);
    const response = await send(9021);
    expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([409, '3600', '']);
    expect(await mailsOf(9021)).toHaveLength(5);
    client.demo.clock.advance({ hours: 1 });
    expect((await send(9021)).status).toBe(200);
  });

  test('nexudus §11-10: the ticket of a past event is sent, too', async () => {
    expect((await send(9024)).status).toBe(200);
    expect(await mailsOf(9024)).toEqual(['mina@example.org']);
  });

  test("nexudus §11-9: a guest's ticket goes to the caller, not to the guest", async () => {
    const { context, tenant } = client.demo;
    const holder = { name: 'Pia', email: 'pia@example.org', zone: 'Europe/Madrid', zoneSource: 'person' as const, language: 'en' };
    const bought = await issueTicket(
      context,
      tenant,
      { id: 77 },
      { ticketTypeId: 501, customerId: 64, holder },
      { actor: { kind: 'customer', id: '64' }, cause: 'test', reason: null },
    );
    const ticketId = bought.outcome === 'issued' ? bought.ticket.id : 0;
    expect((await send(ticketId)).status).toBe(200);
    expect(await mailsOf(ticketId)).toEqual(['mina@example.org']);
  });

  test("nexudus §7.3c §11-6: a stranger's, a cancelled, an unknown ticket and a malformed id are the same 404 as of a cancel", async () => {
    expect((await client.as(mina, 'DELETE', '/api/public/events/my/9022')).status).toBe(200);
    for (const id of [9031, 9022, 1, 77, '9007199254740992', 'abc', '-1']) {
      expect(await bytesOf(await client.as(mina, 'DELETE', `/api/public/events/my/${id}`))).toEqual(await bytesOf(await send(id)));
      expect(await bytesOf(await send(id))).toEqual({
        status: 404,
        type: 'application/json',
        body: '{"Message":"No attendance record with this ID exists."}',
      });
    }
    expect(await mailsOf(9031)).toEqual([]);
  });

  test('nexudus §7.2b §7.3c: without a token, with a made-up one and with an expired one it is 401 as of a cancel, for a bad id too, and nothing is sent', async () => {
    const before = await mailsOf(9024);
    client.demo.clock.advance({ seconds: 86_400 });
    for (const path of ['9024', 'abc'].map((id) => `/api/public/events/my/${id}`)) {
      for (const headers of [{}, { Authorization: 'Bearer tok_7f3a' }, { Authorization: `Bearer ${mina}` }]) {
        const refused = await bytesOf(await client.request(`${path}/sendTicket`, { method: 'POST', headers }));
        expect(refused).toEqual({
          status: 401,
          type: 'application/json',
          body: '{"Message":"Sign in to continue: there is no valid access token."}',
        });
        expect(await bytesOf(await client.request(path, { method: 'DELETE', headers }))).toEqual(refused);
      }
    }
    expect(await mailsOf(9024)).toEqual(before);
    expect((await send(9024, {}, await client.signIn('mina@example.org'))).status).toBe(200);
    expect(await mailsOf(9024)).toHaveLength(before.length + 1);
    expect(client.faults).toEqual([]);
  });
});
