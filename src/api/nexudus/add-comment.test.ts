import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NexudusClient, bytesOf, openNexudus } from '../../../test/harness/nexudus.ts';

let client: NexudusClient;
let mina: string;
beforeAll(async () => {
  client = await openNexudus();
  mina = await client.signIn('mina@example.org');
});
afterAll(() => client.demo.close());

const say = (body: unknown, token = mina) =>
  client.as(token, 'POST', '/en/events/newComment', {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });

async function comments(): Promise<Record<string, unknown>[]> {
  const response = await client.request('/api/public/events/77?_shape=Event.Comments');
  return ((await response.json()) as { Event: { Comments: Record<string, unknown>[] } }).Event.Comments;
}

describe('POST /en/events/newComment', () => {
  test('nexudus §8.2a §11-24: an empty 200, and whoever reads the event again sees it, under the name of who said it', async () => {
    expect(await bytesOf(await say({ Id: 77, comment: 'Bring a hat.', Title: 'Sun', Rating: 4 }))).toEqual({
      status: 200,
      type: null,
      body: '',
    });
    expect(await comments()).toEqual([
      expect.objectContaining({ PostedBy: 'Noor' }),
      {
        Id: expect.any(Number),
        Text: 'Bring a hat.',
        Rating: 4,
        Published: true,
        PostedBy: 'Mina',
        CreatedOn: '2030-04-01T12:00:00',
        CreatedOnUtc: '2030-04-01T10:00:00Z',
      },
    ]);
  });

  test('nexudus §8.2a: Title and Rating may be null or missing, Id a text of digits, keys in any case', async () => {
    for (const body of [
      { Id: 77, comment: 'One', Title: null, Rating: null },
      { id: '77', Comment: 'Two' },
      { ID: 77, COMMENT: ' Three\r\nlines\u0007 ', rating: '5' },
    ]) {
      expect((await say(body)).status).toBe(200);
    }
    expect((await comments()).slice(2)).toMatchObject([
      { Text: 'One', Rating: null },
      { Text: 'Two', Rating: null },
      { Text: 'Three\nlines', Rating: 5 },
    ]);
  });

  test('nexudus §8.2b: what is missing or odd is 400, named in Errors, and nothing is kept', async () => {
    const before = await comments();
    for (const [body, property] of [
      [{ comment: 'x' }, 'Id'],
      [{ Id: 'first', comment: 'x' }, 'Id'],
      [{ Id: -77, comment: 'x' }, 'Id'],
      [{ Id: 77 }, 'comment'],
      [{ Id: 77, comment: ' \n' }, 'comment'],
      [{ Id: 77, comment: 5 }, 'comment'],
      [{ Id: 77, comment: 'é'.repeat(2_001) }, 'comment'],
      [{ Id: 77, comment: 'x', Title: 5 }, 'Title'],
      [{ Id: 77, comment: 'x', Rating: 0 }, 'Rating'],
      [{ Id: 77, comment: 'x', Rating: 6 }, 'Rating'],
      [{ Id: 77, comment: 'x', Rating: 4.5 }, 'Rating'],
      [{ Id: 77, comment: 'x', Rating: {} }, 'Rating'],
      [{ Id: 77, comment: 'x', Rating: [5] }, 'Rating'],
      [[], 'body'],
      ['"text"', 'body'],
      ['null', 'body'],
    ] as const) {
      const { status, body: answer } = await bytesOf(await say(body));
      expect([status, JSON.parse(answer)]).toMatchObject([
        400,
        { WasSuccessful: false, Status: 400, Value: null, Errors: [{ PropertyName: property }] },
      ]);
    }
    for (const broken of ['', '{', 'Id=77&comment=x', '['.repeat(60_000)]) expect((await say(broken)).status).toBe(400);
    expect(await comments()).toEqual(before);
  });

  test('nexudus §8.2b: only where the event takes comments', async () => {
    const { status, body } = await bytesOf(await say({ Id: 78, comment: 'x' }));
    expect([status, JSON.parse(body)]).toMatchObject([400, { Message: 'This event takes no comments.' }]);
  });

  test('nexudus §8.2b: 401 without a session, 404 for every event that the caller does not see', async () => {
    expect((await say({ Id: 77, comment: 'x' }, 'none')).status).toBe(401);
    for (const Id of [1, 345])
      expect(await bytesOf(await say({ Id, comment: 'x' }))).toEqual({
        status: 404,
        type: 'application/json',
        body: '{"Message":"No event with this ID exists."}',
      });
  });

  test('nexudus §11-24: with publishComments off, a comment waits to be read', async () => {
    const { db } = client.demo;
    const before = await comments();
    await sql`update tenants set settings = settings || '{"publishComments": false}'`.execute(db);
    expect((await say({ Id: 77, comment: 'Is it windy up there?' })).status).toBe(200);
    expect(await comments()).toEqual(before);
    await sql`update comments set published = true`.execute(db);
    expect(await comments()).toHaveLength(before.length + 1);
    await sql`update tenants set settings = settings || '{"eventsEnabled": false}'`.execute(db);
    expect((await say({ Id: 77, comment: 'x' })).status).toBe(400);
    expect(client.faults).toEqual([]);
  });
});
