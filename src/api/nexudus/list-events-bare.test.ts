import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NexudusClient, openNexudus } from '../../../test/harness/nexudus.ts';
import { applyDepth } from './depth.ts';

let client: NexudusClient;
beforeAll(async () => {
  client = await openNexudus();
});
afterAll(() => client.demo.close());

type Bare = { PastEvents: boolean; CalendarEvents: Record<string, unknown>[] };

async function list(query: string): Promise<Bare> {
  const response = await client.request(`/en/events?${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Bare;
}

describe('GET /en/events', () => {
  test('nexudus §4.1j: the legacy twin holds a bare array of the same events', async () => {
    const bare = await list('page=1&pastEvents=false');
    const modern = await client.request('/api/public/events?pastEvents=false');
    const { CalendarEvents, ...around } = (await modern.json()) as { CalendarEvents: { Records: unknown[] } };
    expect(bare).toEqual({ ...around, CalendarEvents: CalendarEvents.Records });
    expect(await list('pastEvents=true')).toMatchObject({ PastEvents: true, CalendarEvents: [{ Id: 76 }] });
    expect((await list('page=2&top=3')).CalendarEvents.map(({ Id }) => Id)).toEqual([80]);
  });

  test('nexudus §2d: at _depth 1 nested objects come back as {}, at 2 they are filled in', async () => {
    const [first] = (await list('_depth=1')).CalendarEvents;
    expect(first).toMatchObject({
      Id: 77,
      Name: 'Rooftop Breakfast',
      Business: {},
      EventProducts: [{}],
      EventCategories: [{}],
      VenueAddress: null,
    });
    expect(first!['Business']).toEqual({});
    const [second] = (await list('_depth=2')).CalendarEvents;
    expect(second).toMatchObject({ Business: { Id: 1, Name: 'Harbour Loft' }, EventProducts: [{ Id: 501 }] });
    expect((second!['EventProducts'] as Record<string, unknown>[])[0]!['Currency']).toEqual({});
    expect(await list('_depth=9')).toEqual(await list(''));
    expect(await list('_depth=')).toEqual(await list(''));
  });

  test('nexudus §2d: an odd _depth is 400, as the odd values of the modern list are', async () => {
    for (const query of ['_depth=0', '_depth=-1', '_depth=deep', 'pastEvents=soon'])
      expect((await client.request(`/en/events?${query}`)).status).toBe(400);
  });
});

test('a list is no level of its own, and what is no object has no depth', () => {
  expect(applyDepth({ a: [{ b: { c: 1 } }], d: null, e: 'text' }, 1)).toEqual({ a: [{}], d: null, e: 'text' });
  expect(applyDepth({ a: [{ b: { c: 1 } }] }, 2)).toEqual({ a: [{ b: {} }] });
});
