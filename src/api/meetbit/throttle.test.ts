import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { meetbit } from './routes.ts';
import { type Throttle, createThrottle } from './throttle.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a client', () => {
  let throttle: Throttle;
  beforeEach(() => {
    throttle = createThrottle();
  });
  const admit = (clientPerSecond: number, { tenantPerSecond = 100, id = 'client', arrival = throttle.arrive() } = {}) =>
    throttle.admit({ arrival, tenant: { id: 'tenant', perSecond: tenantPerSecond }, client: { id, perSecond: clientPerSecond } });
  const waits = async (...calls: Array<Promise<{ retryAfterSeconds: number | null }>>) => (await Promise.all(calls)).map((one) => one.retryAfterSeconds);

  test('meetbit §5a §12-17: may call so often in each second', async () => {
    expect(await waits(admit(2), admit(2), admit(2))).toEqual([null, null, 1]);
    vi.advanceTimersByTime(1_001);
    expect(await waits(admit(2))).toEqual([null]);
  });

  test('meetbit §5f §12-16: that is back too early waits twice as long each time, up to a minute, and not for ever', async () => {
    await admit(1);
    const told: Array<number | null> = [];
    for (let call = 0; call < 8; call += 1) told.push((await admit(1)).retryAfterSeconds);
    expect(told).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    vi.advanceTimersByTime(59_000);
    expect(await waits(admit(1))).toEqual([60]);
    vi.advanceTimersByTime(60_001);
    expect(await waits(admit(1))).toEqual([null]);
    expect(await waits(admit(1))).toEqual([1]);
  });

  test('meetbit §12-16: is not punished for calls it had sent before it was refused', async () => {
    const arrivals = Array.from({ length: 5 }, () => throttle.arrive());
    const told: Array<number | null> = [];
    for (const arrival of arrivals) told.push((await admit(2, { arrival })).retryAfterSeconds);
    expect(told).toEqual([null, null, 1, 1, 1]);
  });

  test('meetbit §5a: shares its tenant’s second with the others', async () => {
    expect(await waits(admit(9, { tenantPerSecond: 2 }), admit(9, { tenantPerSecond: 2 }))).toEqual([null, null]);
    expect(await waits(admit(9, { tenantPerSecond: 2, id: 'other' }))).toEqual([1]);
    vi.advanceTimersByTime(1_001);
    expect(await waits(admit(9, { tenantPerSecond: 2, id: 'other' }), admit(9, { tenantPerSecond: 2 }))).toEqual([null, null]);
  });

  test('meetbit §12-17: is told the tighter of its two windows', async () => {
    expect(await admit(5, { tenantPerSecond: 3 })).toMatchObject({ limit: 3, remaining: 2, resetSeconds: 1, retryAfterSeconds: null });
    expect(await admit(2, { tenantPerSecond: 10, id: 'tight' })).toMatchObject({ limit: 2, remaining: 1 });
  });
});

describe('on the wire', () => {
  let demo: TestDemo;
  let door: TestDoor;
  beforeAll(async () => {
    demo = await openDemo();
  });
  afterAll(() => demo.close());
  beforeEach(() => {
    door = openDoor(meetbit, demo);
  });

  const call = async (keyId: string, path = 'calendars/12/events', secret = 'demo-secret') => {
    const headers = { 'X-Access-Key-Id': keyId, 'X-Access-Key-Secret': secret };
    const response = await door.request(`/api/public/v2.0/${path}`, { headers });
    const of = (name: string) => response.headers.get(name);
    return [response.status, of('ratelimit-limit'), of('ratelimit-remaining'), of('ratelimit-reset'), of('retry-after'), await response.text()];
  };
  const missing = 'Resource object does not exist.';
  const wrongKey = 'Invalid or missing access key.';

  test('meetbit §5d §5e §5c: every answer tells the limit, right or wrong as the request may be', async () => {
    expect((await call('MBP-slow')).slice(0, 5)).toEqual([400, '5', '4', '1', null]);
    expect(await call('MBP-slow', 'calendars/99/events')).toEqual([404, '5', '3', '1', null, missing]);
    expect(await call('MBP-slow', 'nothing')).toEqual([404, '5', '2', '1', null, missing]);
    expect(await call('MBP-nobody')).toEqual([401, '100', '96', '1', null, wrongKey]);
    await call('MBP-slow');
    await call('MBP-slow');
    expect(await call('MBP-slow')).toEqual([429, '5', '0', '1', '1', 'Too many requests.']);
    expect(await call('MBP-slow')).toEqual([429, '5', '0', '1', '2', 'Too many requests.']);
    expect((await call('MBP-demo')).slice(0, 3)).toEqual([400, '50', '49']);
  });

  test('meetbit §12-6 §5c: a wrong key counts against the tenant and stays a wrong key over the limit', async () => {
    for (let calls = 0; calls < 100; calls += 1) await call('MBP-nobody');
    expect(await call('MBP-demo', 'nothing')).toEqual([429, '100', '0', '1', '1', 'Too many requests.']);
    expect(await call('MBP-demo', 'nothing', 'wrong')).toEqual([401, '100', '0', '1', null, wrongKey]);
  });

  test('with throttling off nothing is counted', async () => {
    door = openDoor(meetbit, demo, { throttled: false });
    for (let calls = 0; calls < 8; calls += 1) expect(await call('MBP-slow', 'nothing')).toEqual([404, null, null, null, null, missing]);
  });
});
