import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { statesOf } from '../test/harness/delivery.ts';
import { at, startSmtpServer } from '../test/harness/smtp.ts';
import { addEvent, ana, ben, chie, openWorld } from '../test/harness/world.ts';
import type { WorkerOrder } from './compose-worker.ts';
import { type KeepWorkerOptions, keepWorker } from './keep-worker.ts';
import type { Log } from './log.ts';

const program = join(import.meta.dirname, 'kept-worker.fixture.ts');

function keep(publicUrl: string, options: Partial<KeepWorkerOptions> & { order?: WorkerOrder } = {}) {
  const deaths: { code: number; err?: Error; againInMs: number }[] = [];
  const log = { error: (about: { code: number; againInMs: number }) => deaths.push(about), warn: () => {} } as unknown as Log;
  const {
    order = {
      config: { WORKERS: 1, LOG_LEVEL: 'silent' as const },
      connectionString: '',
      secretKeys: [''],
      publicUrl,
      mail: 'none' as const,
    },
    ...rest
  } = options;
  const kept = keepWorker({ log, program, ...rest });
  kept.begin({ order, soleWorker: true });
  onTestFinished(() => kept.stop());
  return { kept, deaths };
}

test('issue 8: a worker that dies in the middle of its mails is started again, and each mail is served', async () => {
  const world = await openWorld(String(Temporal.Now.instant()));
  onTestFinished(() => world.close());
  const smtp = await startSmtpServer({ behaviour: at('reply', 'stall', 2) });
  onTestFinished(() => smtp.close());
  const event = await addEvent(world, { uidScope: 'event', invitees: [ana, ben, chie] });
  const config = { SMTP_URL: smtp.url, WORKERS: 2, LOG_LEVEL: 'silent' as const };
  const order = {
    config,
    connectionString: world.connectionString,
    secretKeys: ['k'.repeat(32)],
    publicUrl: 'https://events.example.org',
    mail: 'sent',
  };
  const { kept, deaths } = keep('', { program: join(import.meta.dirname, 'mortal-worker.fixture.ts'), order: order as WorkerOrder });
  await smtp.reached('reply', 2);
  expect(await statesOf(world, event.id)).toMatchObject({ sending: expect.any(Number) });
  const channel = new BroadcastChannel('adjourn-mortal');
  channel.postMessage('die');
  channel.close();
  await smtp.arrived(3);
  expect(deaths).toMatchObject([{ code: 9, againInMs: 0 }]);
  await expect.poll(() => statesOf(world, event.id)).toEqual({ sent: 3 });
  await expect.poll(() => kept.ready()).toBe(true);
  await kept.stop();
});

test('issue 8: one that outgrows its bound ends alone: the server lives and starts another', async () => {
  const { deaths } = keep('outgrow', { waitsMilliseconds: [60_000] });
  await expect.poll(() => deaths, { timeout: 15_000 }).toHaveLength(1);
  expect(deaths).toMatchObject([{ code: 1, err: { code: 'ERR_WORKER_OUT_OF_MEMORY' } }]);
});

test('issue 8: one that dies again and again is started more and more slowly, without an end, and the log says of what', async () => {
  const { deaths } = keep('die', { waitsMilliseconds: [0, 1, 7] });
  await expect.poll(() => deaths.length, { timeout: 15_000 }).toBeGreaterThan(4);
  expect(deaths.slice(0, 5)).toMatchObject([0, 1, 7, 7, 7].map((againInMs) => ({ code: 1, againInMs, err: { message: 'as told' } })));
});

test('a death after a long life is the first of its kind', async () => {
  const { deaths } = keep('die', { waitsMilliseconds: [0, 60_000], settledMilliseconds: -1 });
  await expect.poll(() => deaths.length, { timeout: 15_000 }).toBeGreaterThan(2);
  expect(new Set(deaths.map(({ againInMs }) => againInMs))).toEqual(new Set([0]));
});

test('it is woken without the database, and ready only while it says so', async () => {
  const { kept } = keep('live');
  expect(kept.ready()).toBe(false);
  kept.wake();
  await expect.poll(() => kept.ready()).toBe(true);
  const silent = keep('live', { silentMilliseconds: 50 }).kept;
  silent.wake();
  await expect.poll(() => silent.ready(), { interval: 5 }).toBe(true);
  await expect.poll(() => silent.ready()).toBe(false);
});

test('stopping ends it and is no death, also between a death and the next start', async () => {
  const living = keep('live');
  living.kept.wake();
  await expect.poll(() => living.kept.ready()).toBe(true);
  await living.kept.stop();
  expect(living.kept.ready()).toBe(false);
  const dying = keep('die', { waitsMilliseconds: [60_000] });
  await expect.poll(() => dying.deaths.length).toBe(1);
  await dying.kept.stop();
  expect(living.deaths).toEqual([]);
});

test('issue 8: the worker’s thread loads no door, no page, and neither hono nor zod', async () => {
  const hooks = `import { registerHooks } from 'node:module';
    registerHooks({ resolve(name, about, next) { const found = next(name, about); console.log(found.url); return found; } });`;
  const loading = `data:text/javascript,${encodeURIComponent(hooks)}`;
  const worker = new URL('compose-worker.ts', import.meta.url).href;
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', loading, '--input-type=module', '-e', `import '${worker}'`]);
  const loaded = stdout.split('\n');
  expect(loaded).toContain(new URL('delivery/worker.ts', import.meta.url).href);
  expect(
    loaded.filter((url) => /\/node_modules\/(@?hono|zod)\/|src\/(portal|cli|api\/http)\/|routes\.ts$|src\/config\.ts$/.test(url)),
  ).toEqual([]);
});
