import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { addCalendar, addEvent, addTenant, request } from '../../../test/harness/world.ts';
import { createCaptureTransport } from '../../delivery/capture-transport.ts';
import { becomes, startTestWorker } from '../../../test/harness/delivery.ts';
import { isDemoRefused } from '../../storage/tenants/installation.ts';
import { makeAccount, makeClient } from '../access/make-credentials.ts';
import { signIn } from '../access/sign-in.ts';
import { cancelEvent } from '../events/cancel-event.ts';
import { createWebhook } from '../webhooks/create-webhook.ts';
import { removeDemo } from './remove-demo.ts';

let demo: TestDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

/** How many rows each table has of a tenant, and, without the tenant's number, in all; whichever tables there are. */
async function rowsOf(tenantId: number): Promise<Record<string, number>> {
  const tables = await sql<{ name: string; scoped: boolean }>`
    select t.table_name::text as name, exists (select from information_schema.columns c
      where c.table_schema = t.table_schema and c.table_name = t.table_name and c.column_name = 'tenant_id') as scoped
    from information_schema.tables t where t.table_schema = 'public' and t.table_type = 'BASE TABLE'`.execute(demo.db);
  const counted = await Promise.all(
    tables.rows.map(async ({ name, scoped }) => {
      const whose = scoped ? sql`tenant_id = ${tenantId}` : name === 'tenants' ? sql`id = ${tenantId}` : sql`true`;
      const found = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)} where ${whose}`.execute(demo.db);
      return [name, found.rows[0]?.n ?? 0] as const;
    }),
  );
  return Object.fromEntries(counted.filter(([, n]) => n > 0));
}

test('issue 10: demo --remove takes every row of the demo out, and none of a real house', async () => {
  const { context, tenant } = demo;
  const real = await addTenant(context, 'Harbour');
  const event = await addEvent({ ...demo, tenant: real, calendarId: await addCalendar(context, real) });
  await cancelEvent(context, real, { id: event.id }, request);

  // What people and programs leave behind in the demo.
  await cancelEvent(context, tenant, { id: 345 }, request);
  await makeClient(context, tenant, { name: 'CRM', permissions: ['events.read.*'], requestsPerSecond: 5 });
  await makeAccount(context, tenant);
  await signIn(context, tenant, { email: 'mina@example.org', password: 'demo-password', code: '', clientId: null, network: '192.0.2.1' });
  await createWebhook(context, tenant, {
    dialect: 'meetbit',
    organisationId: null,
    name: 'CRM',
    url: 'https://crm.example.net/',
    topics: ['cancelled'],
    slugs: null,
    auth: { type: 'none' },
    timeoutSeconds: 10,
    status: 'active',
  });
  await cancelEvent(context, tenant, { id: 77 }, request);
  const worker = startTestWorker({ ...demo, calendarId: 12 }, '', { transport: createCaptureTransport(demo) });
  worker.wake();
  await becomes(
    () => rowsOf(tenant.id),
    (rows) => (rows['captured_mails'] ?? 0) > 3,
  );
  await worker.stop();

  const [before, kept] = [await rowsOf(tenant.id), await rowsOf(real.id)];
  expect(Object.keys(before).length).toBeGreaterThan(28);
  expect(await removeDemo(context)).toEqual({ outcome: 'removed', rows: expect.any(Number) });
  const untouched = ['installation', 'migrations', 'workers'];
  expect(Object.keys(await rowsOf(tenant.id)).filter((name) => !untouched.includes(name))).toEqual([]);
  expect(await rowsOf(real.id)).toEqual(kept);
  expect(await isDemoRefused(demo.db)).toBe(true);
  expect(await removeDemo(context)).toEqual({ outcome: 'no_demo' });
});
