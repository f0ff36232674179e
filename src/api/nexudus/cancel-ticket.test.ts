import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NexudusClient, bytesOf, openNexudus } from '../../../test/harness/nexudus.ts';

let client: NexudusClient;
let mina: string;
let noor: string;
beforeAll(async () => {
  client = await openNexudus();
  mina = await client.signIn('mina@example.org');
  noor = await client.signIn('noor@example.org');
});
afterAll(() => client.demo.close());

const cancel = (token: string, id: number | string) => client.as(token, 'DELETE', `/api/public/events/my/${id}`);

async function stateOf(ticketId: number) {
  const found = await sql<{ released: boolean; notices: number; actor: string | null; cause: string | null }>`
    select t.released_revision is not null as released,
      (select count(*) from deliveries d where d.ticket_id = t.id and d.purpose = 'ticket_cancelled' and d.recipient = t.email) as notices,
      c.actor_kind || ' ' || c.actor_id as actor, c.cause
    from tickets t left join changes c on c.ticket_id = t.id and c.kind = 'ticket_cancelled' where t.id = ${ticketId}`.execute(client.demo.db);
  return found.rows[0];
}

const notFound = { status: 404, type: 'application/json', body: '{"Message":"No attendance record with this ID exists."}' };

describe('DELETE /api/public/events/my/{id}', () => {
  test('nexudus §7.2a §7.2f §11-4: answers an empty 200, frees the seat, tells the holder once and remembers who did it', async () => {
    const response = await cancel(mina, 9021);
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '0', '']);
    expect(await stateOf(9021)).toEqual({
      released: true, notices: 1, actor: 'customer 64', cause: expect.stringMatching(/^nexudus [0-9a-f-]{36}$/),
    });
    const my = (await (await client.as(mina, 'GET', '/api/public/events/my?_shape=Records.Id')).json()) as { Records: { Id: number }[] };
    expect(my.Records.map(({ Id }) => Id)).not.toContain(9021);
  });

  test('nexudus §7.2e §11-5: a second time it is gone: 404, and nobody is told again', async () => {
    expect(await bytesOf(await cancel(mina, 9021))).toEqual(notFound);
    expect(await stateOf(9021)).toMatchObject({ notices: 1 });
  });

  test('nexudus §7.2c §11-6: a stranger\'s ticket, an unknown one and a malformed id are the same 404 to the byte, and nothing changes', async () => {
    const headers: unknown[] = [];
    for (const id of [9031, 9041, 1, '9007199254740991', '9007199254740992', '0', '-9022', '9022.0', '9022x', 'abc', '9022%00', '9'.repeat(500), '%F0%9F%8E%9F']) {
      const response = await cancel(mina, id);
      headers.push(Object.fromEntries([...response.headers].filter(([name]) => name !== 'date')));
      expect(await bytesOf(response)).toEqual(notFound);
    }
    expect(new Set(headers.map((one) => JSON.stringify(one))).size).toBe(1);
    for (const id of [9022, 9031, 9041]) expect(await stateOf(id)).toMatchObject({ released: false });
  });

  test('nexudus §7.2b §11-6: who is not signed in gets 401 before anything is looked up, for a bad id too', async () => {
    for (const id of ['9022', '1', 'abc']) expect((await cancel('tok_7f3a', id)).status).toBe(401);
    expect(await stateOf(9022)).toMatchObject({ released: false });
  });

  test('nexudus §7.2e: of 20 at once one succeeds, the others find nothing, and the holder is told once', async () => {
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await cancel(noor, 9031)).status));
    expect([200, 404].map((status) => statuses.filter((one) => one === status).length)).toEqual([1, 19]);
    expect(await stateOf(9031)).toMatchObject({ released: true, notices: 1 });
  });

  test('nexudus §11-1 §9c §11-8: where customers may not cancel it is 400 in the vendor\'s envelope and the ticket stays', async () => {
    await sql`update tenants set settings = settings || '{"canCancelTickets": false}'`.execute(client.demo.db);
    const response = await cancel(mina, 9022);
    expect([response.status, await response.json()]).toEqual([
      400, { WasSuccessful: false, Status: 400, Message: expect.any(String), Value: null, Errors: [] },
    ]);
    await sql`update tenants set settings = settings - 'canCancelTickets'`.execute(client.demo.db);
    expect(await stateOf(9022)).toMatchObject({ released: false });
  });

  test('nexudus §11-2: after the event it is 400 and the ticket stays', async () => {
    const response = await cancel(mina, 9024);
    expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ WasSuccessful: false, Status: 400 })]);
    expect(await stateOf(9024)).toMatchObject({ released: false });
  });

  test('nexudus §7.2a: a body is not looked at', async () => {
    const response = await client.as(mina, 'DELETE', '/api/public/events/my/9023', { body: '{"broken', headers: { 'Content-Type': 'application/json' } });
    expect(response.status).toBe(200);
    expect(client.faults).toEqual([]);
  });
});
