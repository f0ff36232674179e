import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NexudusClient, bytesOf, openNexudus } from '../../../test/harness/nexudus.ts';
import { setEventImage } from '../../operations/events/set-event-image.ts';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('a picture')]);
const webp = Buffer.from('RIFF\u0000\u0000\u0000\u0000WEBPVP8 another', 'latin1');

let client: NexudusClient;
beforeAll(async () => {
  client = await openNexudus();
});
afterAll(() => client.demo.close());

const set = (size: 'small' | 'large', bytes: Uint8Array | null, id = 77) =>
  setEventImage(client.demo.context, client.demo.tenant, id, size, bytes);
const get = (query: string, headers: Record<string, string> = {}) => client.request(`/en/events/${query}`, { headers });
const hasLargeImage = async () => (await client.request('/api/public/events/77?_shape=Event.HasLargeImage')).json();

describe('pictures of an event', () => {
  test('nexudus §4.5a: where none is stored a quiet picture stands in, and HasLargeImage is false', async () => {
    const response = await get('getlargeimage?id=77');
    const picture = await response.text();
    expect([response.status, response.headers.get('content-type'), response.headers.get('x-content-type-options')]).toEqual([
      200,
      'image/svg+xml',
      'nosniff',
    ]);
    expect(picture).toMatch(/^<svg [^]*<\/svg>$/);
    expect(picture).not.toMatch(/script|href|on\w+=/);
    expect(await (await get('getsmallimage?id=77')).text()).toBe(picture);
    expect(await (await get('getsmallimage?id=79')).text()).not.toBe(picture);
    expect(await hasLargeImage()).toEqual({ Event: { HasLargeImage: false } });
  });

  test('nexudus §4.5a: a stored picture is shown byte for byte, in the size asked for or the one there is', async () => {
    expect(await set('large', webp)).toEqual({ outcome: 'saved' });
    for (const query of ['getlargeimage?id=77', 'getsmallimage?id=77']) {
      const response = await get(query);
      expect([response.status, response.headers.get('content-type'), Buffer.from(await response.arrayBuffer())]).toEqual([
        200,
        'image/webp',
        webp,
      ]);
    }
    expect(await set('small', png)).toEqual({ outcome: 'saved' });
    expect(Buffer.from(await (await get('getsmallimage?id=77')).arrayBuffer())).toEqual(png);
    expect(await hasLargeImage()).toEqual({ Event: { HasLargeImage: true } });
  });

  test('a client that holds it is answered 304, until it is another', async () => {
    const etag = (await get('getsmallimage?id=77')).headers.get('etag') ?? '';
    expect((await get('getsmallimage?id=77', { 'if-none-match': etag })).status).toBe(304);
    await set('small', Buffer.concat([png, png]));
    expect((await get('getsmallimage?id=77', { 'if-none-match': etag })).status).toBe(200);
    expect(await set('small', null)).toEqual({ outcome: 'removed' });
    expect(await set('small', null)).toEqual({ outcome: 'not_found' });
    expect((await get('getsmallimage?id=77')).headers.get('content-type')).toBe('image/webp');
  });

  test('what is no picture is not kept: words, scripts, a file cut short, one over 2 MiB, one of no event', async () => {
    for (const bytes of [Buffer.from('<svg onload="alert(1)"/>'), Buffer.from('<!doctype html>'), Buffer.alloc(0), png.subarray(0, 7)]) {
      expect(await set('large', bytes)).toEqual({ outcome: 'not_an_image' });
    }
    const big = Buffer.alloc(2 * 1024 * 1024 + 1);
    png.copy(big);
    expect(await set('large', big)).toEqual({ outcome: 'too_large' });
    expect(await set('large', big.subarray(0, 2 * 1024 * 1024), 79)).toEqual({ outcome: 'saved' });
    expect(await set('large', png, 12_345)).toEqual({ outcome: 'not_found' });
  });

  test('nexudus §4.5a: unknown, malformed, missing and unseen events are the same 404', async () => {
    await sql`update events set published_at = null where id = 77`.execute(client.demo.db);
    for (const query of ['?id=77', '?id=12345', '?id=x', '?id=', '', '?id=-1']) {
      expect(await bytesOf(await get(`getlargeimage${query}`))).toEqual({
        status: 404,
        type: 'application/json',
        body: '{"Message":"No event with this ID exists."}',
      });
    }
    expect(client.faults).toEqual([]);
  });
});
