import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../test/harness/demo.ts';
import { request } from '../../test/harness/world.ts';
import { linesOf } from '../cli/explain.ts';
import { cancelEvent } from './cancel-event.ts';
import { explain } from './explain.ts';

let demo: TestDemo;
beforeAll(async () => {
  demo = await openDemo();
  await cancelEvent(demo.context, demo.tenant, { id: 345 }, request);
});
afterAll(() => demo.close());

async function said(subject: string): Promise<string> {
  return (await explain(demo.context, subject)).flatMap(linesOf).join('\n');
}

test('a person: every notice owed to them, and nobody else’s address', async () => {
  const story = await said('Ben@example.com');
  expect(story).toContain('event cancelled “Site visit” waits to be sent');
  expect(story).not.toContain('chie@');
});

test.each(['345', 'its UID'])('an event named by %s: what happened, by whom, why, and who does not know yet', async (name) => {
  const [found] = await explain(demo.context, '345');
  const uid = found?.about === 'event' ? found.event.uid : '';
  const story = await said(name === '345' ? name : uid);
  expect(story).toContain('“Site visit”, cancelled');
  expect(story).toContain('event cancelled by system test (revision 2), because: The roof leaks');
  expect(story).toContain('Who knows, of 3 people: 0 reached, 0 owed nothing, 3 not reached:\n  3 queued\n');
  expect(story).toMatch(/chie@example\.com: event cancelled waits to be sent$/m);
});

test('what nobody knows of is an empty story', async () => {
  expect(await said('999999')).toBe('');
  expect(await said('kenji@example.org')).toBe('');
});
