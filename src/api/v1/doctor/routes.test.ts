import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { openDoor } from '../../../../test/harness/door.ts';
import { v1Client } from '../../../../test/harness/v1-client.ts';
import type { Examined } from '../../../domain/finding.ts';
import { v1 } from '../routes.ts';

let demo: TestDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

test('issue 10: an administrator is told what the doctor finds, of the own sender alone; a process that does not look says so', async () => {
  const found: Examined = {
    check: 'sender domains',
    facts: { domains: 'harbour.house' },
    findings: [{ name: 'spf_missing', severity: 'warning', says: 'harbour.house has no SPF record.', mend: 'Publish one.' }],
  };
  const asked: number[] = [];
  const examine = async (tenantId: number) => {
    asked.push(tenantId);
    return [found];
  };
  const { data } = await v1Client(openDoor(v1, demo, { examine })).GET('/api/v1/doctor');
  expect([data, asked]).toEqual([{ checks: [found] }, [demo.tenant.id]]);
  const none = await v1Client(openDoor(v1, demo)).GET('/api/v1/doctor');
  expect([none.response.status, none.error?.detail]).toEqual([404, 'This process does not look at itself.']);
});
