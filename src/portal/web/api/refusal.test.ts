import { AxiosError, AxiosHeaders, type AxiosResponse } from 'axios';
import { describe, expect, it } from 'vitest';
import { inWords, mayHaveHappened } from './refusal.ts';

const config = { headers: new AxiosHeaders() };
const refused = (status: number, data: unknown = '', headers: Record<string, string> = {}): AxiosError => {
  const response: AxiosResponse = { status, statusText: '', data, headers: AxiosHeaders.from(headers), config };
  return new AxiosError('refused', undefined, config, null, response);
};
const unanswered = new AxiosError('Network Error', 'ERR_NETWORK', config);

describe('inWords', () => {
  it('passes the Message of the server on', () => {
    expect(inWords(refused(400, { Message: 'Tickets cannot be cancelled here.' }))).toBe('Tickets cannot be cancelled here.');
  });

  it('says how long to wait after asking too often, in the vendor status and in the usual one', () => {
    expect(inWords(refused(409, '', { 'retry-after': '30' }))).toContain('in 30 seconds');
    expect(inWords(refused(429, '', { 'retry-after': '720' }))).toContain('in 12 minutes');
    expect(inWords(refused(409, '', { 'retry-after': '7200' }))).toContain('in 2 hours');
    expect(inWords(refused(409))).toContain('in a moment');
  });

  it('never shows the inside of a fault', () => {
    expect(inWords(refused(500, { Message: 'relation "tickets" does not exist' }))).not.toContain('relation');
  });

  it('has words for a refusal without a body, with a foreign body, and for no answer at all', () => {
    expect(inWords(refused(403, '<html>'))).toContain('403');
    expect(inWords(refused(403, { Message: 7 }))).toContain('403');
    expect(inWords(unanswered)).toContain('could not reach');
  });
});

it('leaves it open whether a change happened when its answer was lost, and only then', () => {
  expect([unanswered, refused(500), refused(502)].map(mayHaveHappened)).toEqual([true, true, true]);
  expect([refused(400), refused(401), refused(409)].map(mayHaveHappened)).toEqual([false, false, false]);
});
