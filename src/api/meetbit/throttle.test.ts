import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { addTenant } from '../../../test/harness/world.ts';
import { type MadeKey, makeAccessKey, makeClient, revokeAccessKey } from '../../operations/access/make-credentials.ts';
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
  const waits = async (...calls: Array<Promise<{ retryAfterSeconds: number | null }>>) =>
    (await Promise.all(calls)).map((one) => one.retryAfterSeconds);

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

  test('meetbit §12-16: is never suspended, however often it is back too early', async () => {
    for (let call = 0; call < 1_000; call += 1) await admit(1);
    expect(await waits(admit(1))).toEqual([60]);
    vi.advanceTimersByTime(60_001);
    expect(await waits(admit(1))).toEqual([null]);
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

  const EVENTS = 'calendars/12/events';
  const call = async (keyId: string, path = EVENTS, secret = 'demo-secret') => {
    const headers = { 'X-Access-Key-Id': keyId, 'X-Access-Key-Secret': secret };
    const response = await door.request(`/api/public/v2.0/${path}`, { headers });
    const of = (name: string) => response.headers.get(name);
    return [
      response.status,
      of('ratelimit-limit'),
      of('ratelimit-remaining'),
      of('ratelimit-reset'),
      of('retry-after'),
      await response.text(),
    ];
  };
  const missing = 'Resource object does not exist.';
  const wrongKey = 'Invalid or missing access key.';

  test('meetbit §4.1c §5d §5e §5c: every answer tells the limit, right or wrong as the request may be', async () => {
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

  test('meetbit §12-6: a client over its limit is told so before its permission is looked at', async () => {
    const { keyId, secret } = await makeClient(demo.context, demo.tenant, { name: 'Reads nothing', permissions: [], requestsPerSecond: 1 });
    expect(await call(keyId, EVENTS, secret)).toEqual([401, '1', '0', '1', null, 'Access denied.']);
    expect(await call(keyId, EVENTS, secret)).toEqual([429, '1', '0', '1', '1', 'Too many requests.']);
  });

  test('meetbit §5a: a client that sets nothing has 5 requests a second, a tenant that sets nothing 10, and each counts for both', async () => {
    await sql`update tenants set settings = '{}'`.execute(demo.db);
    onTestFinished(
      async () => void (await sql`update tenants set settings = ${JSON.stringify(demo.tenant.settings)}::jsonb`.execute(demo.db)),
    );
    const clients: MadeKey[] = [];
    for (const name of ['First', 'Second', 'Third']) {
      const inserted = await sql<{
        id: number;
      }>`insert into clients (tenant_id, name, role_id) values (1, ${name}, 1) returning id`.execute(demo.db);
      clients.push((await makeAccessKey(demo.context, demo.tenant, inserted.rows[0]!.id))!);
    }
    const [first, second, third] = clients;
    const statuses = async ({ keyId, secret }: MadeKey, calls: number) => {
      const answers = [];
      for (let made = 0; made < calls; made += 1) answers.push((await call(keyId, EVENTS, secret)).slice(0, 3));
      return answers;
    };
    const five = [
      [400, '5', '4'],
      [400, '5', '3'],
      [400, '5', '2'],
      [400, '5', '1'],
      [400, '5', '0'],
    ];
    expect(await statuses(first!, 6)).toEqual([...five, [429, '5', '0']]);
    expect(await statuses(second!, 4)).toEqual([
      [400, '10', '3'],
      [400, '10', '2'],
      [400, '10', '1'],
      [400, '10', '0'],
    ]);
    expect(await statuses(third!, 1)).toEqual([[429, '10', '0']]);
    expect((await call('MBP-nobody')).slice(0, 2)).toEqual([401, '10']);
  });

  test('meetbit §2c: two keys of a client both open, count together and are the same client; revoking one leaves the other', async () => {
    const first = await makeClient(demo.context, demo.tenant, {
      name: 'CRM',
      permissions: ['events.read.*', 'events.delete.*'],
      requestsPerSecond: 2,
    });
    const second = (await makeAccessKey(demo.context, demo.tenant, first.clientId))!;
    const by = ({ keyId, secret }: MadeKey) => call(keyId, EVENTS, secret);
    expect([(await by(first)).slice(0, 3), (await by(second)).slice(0, 3)]).toEqual([
      [400, '2', '1'],
      [400, '2', '0'],
    ]);
    expect([(await by(first))[0], (await by(second))[0]]).toEqual([429, 429]);
    vi.advanceTimersByTime(60_001);
    const cancelers = [];
    for (const [event, { keyId, secret }] of [
      [345, first],
      [346, second],
    ] as const) {
      const headers = { 'X-Access-Key-Id': keyId, 'X-Access-Key-Secret': secret, 'Content-Type': 'application/json' };
      const response = await door.request(`/api/public/v2.0/calendars/12/events/${event}/cancel`, {
        method: 'POST',
        headers,
        body: '{"cancel_note":"Room flooded"}',
      });
      cancelers.push(((await response.json()) as { data: { canceled_by_id: number } }).data.canceled_by_id);
    }
    expect(cancelers).toEqual([first.clientId, first.clientId]);
    vi.advanceTimersByTime(60_001);
    await revokeAccessKey(demo.context, demo.tenant, first.keyId);
    expect([(await by(first))[0], (await by(second))[0]]).toEqual([401, 400]);
    expect((await call(first.keyId, EVENTS, second.secret))[0]).toBe(401);
    expect((await call(second.keyId, EVENTS, first.secret))[0]).toBe(401);
  });

  test("meetbit §2c §1b: another tenant's client gets no key", async () => {
    const foreign = await addTenant(demo.context, 'Pier Hall');
    const { clientId } = await makeClient(demo.context, foreign, { name: 'CRM', permissions: [], requestsPerSecond: 5 });
    await sql`delete from access_keys where tenant_id = ${foreign.id}`.execute(demo.db);
    await sql`update clients set id = 9999 where tenant_id = ${foreign.id} and id = ${clientId}`.execute(demo.db);
    expect(await makeAccessKey(demo.context, demo.tenant, 9999)).toBeNull();
    expect((await makeAccessKey(demo.context, foreign, 9999))?.clientId).toBe(9999);
    await sql`delete from access_keys where tenant_id = ${foreign.id}`.execute(demo.db);
    await sql`delete from clients where tenant_id = ${foreign.id}`.execute(demo.db);
    await sql`delete from roles where tenant_id = ${foreign.id}`.execute(demo.db);
    // What was done is written down for good; of a demo alone it goes.
    await sql`update tenants set demo = true where id = ${foreign.id}`.execute(demo.db);
    await sql`delete from audit_entries where tenant_id = ${foreign.id}`.execute(demo.db);
    await sql`delete from tenants where id = ${foreign.id}`.execute(demo.db);
  });

  test('with throttling off nothing is counted', async () => {
    door = openDoor(meetbit, demo, { throttled: false });
    for (let calls = 0; calls < 8; calls += 1) expect(await call('MBP-slow', 'nothing')).toEqual([404, null, null, null, null, missing]);
  });
});
