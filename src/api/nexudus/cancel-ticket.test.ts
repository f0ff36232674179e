import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NexudusClient, bytesOf, openNexudus } from '../../../test/harness/nexudus.ts';
import { issueTicket } from '../../operations/seats/issue-ticket.ts';

let client: NexudusClient;
let mina: string;
let noor: string;
beforeAll(async () => {
  client = await openNexudus();
  mina = await client.signIn('mina@example.org');
  noor = await client.signIn('noor@example.org');
});
afterAll(() => client.demo.close());

/** A new ticket of Mina's for event 77. */
async function buy(): Promise<number> {
  const { context, tenant } = client.demo;
  const holder = { name: 'Mina', email: 'mina@example.org', zone: 'Europe/Madrid', zoneSource: 'person' as const, language: 'en' };
  const request = { actor: { kind: 'customer' as const, id: '64' }, cause: 'test', reason: null };
  const bought = await issueTicket(context, tenant, { id: 77 }, { ticketTypeId: 501, customerId: 64, holder }, request);
  if (bought.outcome !== 'issued') throw new Error(bought.outcome);
  return bought.ticket.id;
}

const settings = (given: object) => sql`update tenants set settings = ${JSON.stringify(given)}::jsonb where id = 1`.execute(client.demo.db);
const seatsLeft = async () =>
  ((await (await client.request('/api/public/events/77/product/501')).json()) as { TicketsLeft: number }).TicketsLeft;
const cancel = (token: string, id: number | string) => client.as(token, 'DELETE', `/api/public/events/my/${id}`);

async function stateOf(ticketId: number) {
  const found = await sql<{ released: boolean; notices: number; actor: string | null; cause: string | null }>`
    select t.released_revision is not null as released,
      (select count(*) from deliveries d where d.subject_kind = 'seat' and d.subject_id = t.id and d.purpose = 'ticket_cancelled' and d.recipient = t.email) as notices,
      c.actor_kind || ' ' || c.actor_id as actor, c.cause
    from tickets t left join changes c on c.ticket_id = t.id and c.kind = 'ticket_cancelled' where t.id = ${ticketId}`.execute(
    client.demo.db,
  );
  return found.rows[0];
}

const notFound = { status: 404, type: 'application/json', body: '{"Message":"No attendance record with this ID exists."}' };

describe('DELETE /api/public/events/my/{id}', () => {
  test('nexudus §7.2d: the number of an event is no ticket: 404, and both the event and the ticket for it stay', async () => {
    expect(await bytesOf(await cancel(mina, 77))).toEqual(notFound);
    expect(await stateOf(9021)).toMatchObject({ released: false });
    expect((await client.request('/api/public/events/77')).status).toBe(200);
  });

  test('nexudus §7.2a §7.2f §11-4: answers an empty 200, frees the seat, tells the holder once and remembers who did it', async () => {
    const before = await seatsLeft();
    const response = await cancel(mina, 9021);
    expect(await seatsLeft()).toBe(before + 1);
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '0', '']);
    expect(await stateOf(9021)).toEqual({
      released: true,
      notices: 1,
      actor: 'customer 64',
      cause: expect.stringMatching(/^nexudus [0-9a-f-]{36}$/),
    });
    const my = (await (await client.as(mina, 'GET', '/api/public/events/my?_shape=Records.Id')).json()) as { Records: { Id: number }[] };
    expect(my.Records.map(({ Id }) => Id)).not.toContain(9021);
  });

  test('nexudus §7.2e §11-5: a second time it is gone: 404, and nobody is told again', async () => {
    expect(await bytesOf(await cancel(mina, 9021))).toEqual(notFound);
    expect(await stateOf(9021)).toMatchObject({ notices: 1 });
  });

  test("nexudus §7.2c §11-6: a stranger's ticket, an unknown one and a malformed id are the same 404 to the byte, and nothing changes", async () => {
    const headers: unknown[] = [];
    for (const id of [
      9031,
      9041,
      1,
      '9007199254740991',
      '9007199254740992',
      '0',
      '-9022',
      '9022.0',
      '9022x',
      'abc',
      '9022%00',
      '9'.repeat(500),
      '%F0%9F%8E%9F',
    ]) {
      const response = await cancel(mina, id);
      headers.push(Object.fromEntries([...response.headers].filter(([name]) => name !== 'date')));
      expect(await bytesOf(response)).toEqual(notFound);
    }
    expect(new Set(headers.map((one) => JSON.stringify(one))).size).toBe(1);
    for (const id of [9022, 9031, 9041]) expect(await stateOf(id)).toMatchObject({ released: false });
  });

  test('nexudus §11-5: a number is never used again: the next ticket has another, and the cancelled one stays missing', async () => {
    const first = await buy();
    expect((await cancel(mina, first)).status).toBe(200);
    const second = await buy();
    expect(second).toBeGreaterThan(first);
    const my = (await (await client.as(mina, 'GET', '/api/public/events/my?_shape=Records.Id')).json()) as { Records: { Id: number }[] };
    expect(my.Records.map(({ Id }) => [first, second].includes(Id) && Id).filter(Boolean)).toEqual([second]);
    expect(await bytesOf(await cancel(mina, first))).toEqual(notFound);
    expect((await client.as(mina, 'POST', `/api/public/events/my/${first}/sendTicket`)).status).toBe(404);
    // Its row is kept, so that the database cannot give the number away.
    expect(await stateOf(first)).toMatchObject({ released: true });
  });

  test('nexudus §11-4: where a setting says so the holder is not mailed', async () => {
    await settings({ tellHolderOfOwnCancel: false });
    const id = await buy();
    expect((await cancel(mina, id)).status).toBe(200);
    expect(await stateOf(id)).toMatchObject({ released: true, notices: 0 });
    await settings({});
  });

  test('nexudus §7.2e: of 20 at once one succeeds, the others find nothing, and the holder is told once', async () => {
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await cancel(noor, 9031)).status));
    expect([200, 404].map((status) => statuses.filter((one) => one === status).length)).toEqual([1, 19]);
    expect(await stateOf(9031)).toMatchObject({ released: true, notices: 1 });
  });

  test("nexudus §11-1 §9c §11-8: where customers may not cancel it is 400 in the vendor's envelope and the ticket stays", async () => {
    await sql`update tenants set settings = settings || '{"canCancelTickets": false}'`.execute(client.demo.db);
    const response = await cancel(mina, 9022);
    expect([response.status, await response.json()]).toEqual([
      400,
      { WasSuccessful: false, Status: 400, Message: expect.any(String), Value: null, Errors: [] },
    ]);
    await sql`update tenants set settings = settings - 'canCancelTickets'`.execute(client.demo.db);
    expect(await stateOf(9022)).toMatchObject({ released: false });
  });

  test('nexudus §11-2: after the event it is 400 and the ticket stays', async () => {
    const response = await cancel(mina, 9024);
    expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ WasSuccessful: false, Status: 400 })]);
    expect(await stateOf(9024)).toMatchObject({ released: false });
  });

  test('nexudus §11-2: of an event that runs it is cancelled, unless the setting is start; with always, after the event, too', async () => {
    const { db, clock } = client.demo;
    await sql`update events set starts_at = ${clock.now()}, ends_at = ${clock.now().add({ hours: 1 })} where id = 79`.execute(db);
    await settings({ cancelTicketsUntil: 'start' });
    const response = await cancel(mina, 9022);
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ WasSuccessful: false, Message: 'This event has begun; its tickets cannot be cancelled any more.' }),
    ]);
    expect([(await cancel(mina, 9024)).status, await stateOf(9022), await stateOf(9024)]).toMatchObject([
      400,
      { released: false },
      { released: false },
    ]);
    await settings({});
    expect((await cancel(mina, 9022)).status).toBe(200);
    await settings({ cancelTicketsUntil: 'always' });
    expect([(await cancel(mina, 9024)).status, await stateOf(9024)]).toMatchObject([200, { released: true }]);
    await settings({});
  });

  test('nexudus §7.2a: a body is not looked at', async () => {
    const response = await client.as(mina, 'DELETE', '/api/public/events/my/9023', {
      body: '{"broken',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(response.status).toBe(200);
  });

  test('nexudus §7.2b §11-6 §11-7: without a token, with a made-up one and with an expired one it is 401 before anything is looked up, for a bad id too', async () => {
    const id = await buy();
    client.demo.clock.advance({ seconds: 86_400 });
    for (const path of [id, 1, 'abc'].map((one) => `/api/public/events/my/${one}`)) {
      const answers = [
        await client.request(path, { method: 'DELETE' }),
        await client.as('tok_7f3a', 'DELETE', path),
        await client.as(mina, 'DELETE', path),
      ];
      for (const answer of answers) {
        expect(await bytesOf(answer)).toEqual({
          status: 401,
          type: 'application/json',
          body: '{"Message":"Sign in to continue: there is no valid access token."}',
        });
      }
    }
    expect(await stateOf(id)).toMatchObject({ released: false });
    expect((await cancel(await client.signIn('mina@example.org'), id)).status).toBe(200);
    expect(client.faults).toEqual([]);
  });
});
