import { expect, test } from 'vitest';
import { type Postgres, keepRunning } from './keep-running.ts';

/** Postgres that dies when told; each start counts, and fails where the list says so. */
function mortal(fails: boolean[] = [], portOf: (start: number) => number = () => 5432) {
  const started: { port: number | undefined; die(): void; stopped: number }[] = [];
  const lines: string[] = [];
  let asked = 0;
  return {
    started,
    lines,
    options: {
      log: (message: string) => void lines.push(message),
      async start(port?: number): Promise<Postgres> {
        if (fails[asked++]) throw new Error('no room on the disk');
        const { promise, resolve } = Promise.withResolvers<void>();
        const one = { port, die: resolve, stopped: 0 };
        started.push(one);
        return {
          connectionString: `postgres://127.0.0.1:${portOf(started.length)}/adjourn`,
          whenDied: promise,
          stop: async () => void one.stopped++,
        };
      },
    },
  };
}

test('a database that dies is cleared away and started again where it was', async () => {
  const { started, options, lines } = mortal();
  const kept = await keepRunning({ ...options, waitsMilliseconds: [0] });
  started[0]!.die();
  await expect.poll(() => lines.at(-1)).toBe('the embedded database is back');
  expect(kept.running()).toBe(true);
  expect(started).toMatchObject([{ stopped: 1 }, { port: 5432, stopped: 0 }]);
  await kept.stop();
  expect(started[1]!.stopped).toBe(1);
});

test('it is tried as often as there are waits, and then lost', async () => {
  const { started, options } = mortal([false, true, true, true]);
  const kept = await keepRunning({ ...options, waitsMilliseconds: [0, 0, 0] });
  started[0]!.die();
  await kept.whenLost;
  expect(kept.running()).toBe(false);
  expect(started).toHaveLength(1);
  await kept.stop();
});

test('one that keeps dying suddenly is lost in the end, unless it ran well in between', async () => {
  const short = mortal();
  const kept = await keepRunning({ ...short.options, waitsMilliseconds: [0], suddenDeaths: 2 });
  for (const index of [0, 1, 2]) {
    await expect.poll(() => short.started.length).toBe(index + 1);
    short.started[index]!.die();
  }
  await kept.whenLost;
  expect(short.started).toHaveLength(3);

  const long = mortal();
  const steady = await keepRunning({ ...long.options, waitsMilliseconds: [0], settledMilliseconds: -1, suddenDeaths: 2 });
  for (const index of [0, 1, 2, 3]) {
    await expect.poll(() => long.started.length).toBe(index + 1);
    long.started[index]!.die();
  }
  await expect.poll(() => long.started.length).toBe(5);
  await steady.stop();
});

test('one that comes back on another port is no use and tried again', async () => {
  const { started, options } = mortal([], (start) => (start === 2 ? 6000 : 5432));
  const kept = await keepRunning({ ...options, waitsMilliseconds: [0, 0] });
  started[0]!.die();
  await expect.poll(() => started.length).toBe(3);
  await expect.poll(() => kept.running()).toBe(true);
  expect(started[1]!.stopped).toBe(1);
  await kept.stop();
});

test('stopping is not a death: nothing is started after it, and nothing is lost', async () => {
  const { started, options, lines } = mortal([false, true]);
  const kept = await keepRunning({ ...options, waitsMilliseconds: [0, 60_000] });
  let lost = false;
  void kept.whenLost.then(() => (lost = true));
  started[0]!.die();
  await expect.poll(() => lines.at(-1)).toBe('the embedded database could not be started');
  await kept.stop();
  await Promise.resolve();
  expect({ lost, starts: started.length, running: kept.running() }).toEqual({ lost: false, starts: 1, running: false });
});

test('a first start that fails is the caller’s to tell', async () => {
  const { options } = mortal([true]);
  await expect(keepRunning(options)).rejects.toThrow('no room on the disk');
});
