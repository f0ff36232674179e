import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { adjourn, apiOf, cancelWalk, initHouse, moveWalk, publishWalk, reaches, setUpHouse } from './harness/newcomer.ts';
import { hasOutsidePostgres, startOutsidePostgres } from './harness/outside-postgres.ts';
import { startServer } from './harness/server.ts';
import { type SmtpServer, startSmtpServer } from './harness/smtp.ts';

const directory = mkdtempSync(join(tmpdir(), 'adjourn-newcomer-'));
let smtp: SmtpServer;
beforeAll(async () => {
  smtp = await startSmtpServer();
});
beforeEach(() => {
  smtp.received.length = 0;
  smtp.behave(() => 'accept');
});
afterAll(async () => {
  await smtp.close();
  rmSync(directory, { recursive: true, force: true });
});

const MINUTE = 60_000;

test(
  'issue 10: from an empty directory to an event that is called off, two houses side by side, with the database that comes along',
  async () => {
    const DATA_DIR = join(directory, 'data');
    const harbour = await initHouse({ DATA_DIR }, 'Harbour');

    // On loopback, where the demo would keep mails: but this is a real house, and no mail server is set.
    let server = await startServer({ DATA_DIR });
    onTestFinished(async () => void (await server.stop()));
    const reasons = async () => ((await (await fetch(`${server.url}/readyz`)).json()) as { reasons?: string[] }).reasons;
    expect(await reasons()).toEqual(['no mail server is set (SMTP_URL): deliveries wait']);
    const pier = await initHouse({ DATA_DIR }, 'Pier');
    const houses = [harbour, pier];
    const events = await Promise.all(houses.map((house) => publishWalk(apiOf(server.url, house), house)));
    const explained = await adjourn({ DATA_DIR }, ['explain', String(events[0])]);
    expect(explained).toMatchObject({ code: 0, out: expect.stringContaining('no mail server is set') });
    expect(smtp.received).toEqual([]);

    // What waited leaves once there is a mail server, and none of its tries was spent.
    await server.stop();
    server = await startServer({ DATA_DIR, SMTP_URL: `${smtp.url}?maxConnections=10` });
    const walks = houses.map((house, n) => ({ house, event: events[n] ?? 0, api: apiOf(server.url, house) }));
    await Promise.all(walks.map(({ api, event }) => reaches(api, event)));
    for (const { api, event } of walks) {
      const { data } = (await api.get(`/deliveries?event=${event}&limit=200`)) as unknown as {
        data: { state: string; attempts: number }[];
      };
      expect(data.map(({ state, attempts }) => `${state} ${attempts}`)).toEqual(Array(120).fill('sent 1'));
    }
    await Promise.all(walks.map(({ api, house, event }) => moveWalk(api, house, event, smtp)));
    await Promise.all(walks.map(({ api, house, event }) => cancelWalk(api, house, event, smtp)));
    expect(await reasons()).toBeUndefined();
  },
  MINUTE,
);

test.skipIf(!hasOutsidePostgres)(
  `issue 10: the same with Debian's PostgreSQL 15, the first house by page${hasOutsidePostgres ? '' : ' (skipped: there is none in /usr/lib/postgresql/15)'}`,
  async () => {
    const postgres = await startOutsidePostgres();
    onTestFinished(postgres.remove);
    const environment = { DATABASE_URL: postgres.url, SECRET_KEY: 'k'.repeat(32), SMTP_URL: `${smtp.url}?maxConnections=10` };
    const server = await startServer(environment);
    onTestFinished(server.remove);
    expect(await (await fetch(`${server.url}/readyz`)).json()).toMatchObject({ reasons: expect.arrayContaining(['not set up']) });
    const address = server.errors.find((line) => line.includes('/setup/'))?.trim() ?? '';
    expect(server.lines.join('\n')).not.toContain('/setup/');
    const houses = [await setUpHouse(address, 'Harbour'), await initHouse(environment, 'Pier')];
    expect((await fetch(address)).status).toBe(404);
    await Promise.all(
      houses.map(async (house) => {
        const api = apiOf(server.url, house);
        const event = await publishWalk(api, house);
        await reaches(api, event);
        await moveWalk(api, house, event, smtp);
        await cancelWalk(api, house, event, smtp);
      }),
    );
  },
  MINUTE,
);
