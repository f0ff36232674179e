import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { adjourn, apiOf, cancelWalk, forgetOne, initHouse, moveWalk, publishWalk, reaches, setUpHouse } from './harness/newcomer.ts';
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

// Half a minute for both on a quiet machine; several on one that does much else.
const PATIENCE = 240_000;

test(
  'issue 10: from an empty directory to an event that is called off, two houses side by side, with the database that comes along',
  async () => {
    const DATA_DIR = join(directory, 'data');
    const harbour = await initHouse({ DATA_DIR }, 'Harbour');

    // On loopback, where the demo would keep mails: but this is a real house, and no mail server is set.
    let server = await startServer({ DATA_DIR });
    onTestFinished(async () => void (await server.stop()));
    const reasons = async () => ((await (await fetch(`${server.url}/readyz`)).json()) as { reasons?: string[] }).reasons;
    await expect.poll(reasons, { timeout: 30_000 }).toEqual(['no mail server is set (SMTP_URL): deliveries wait']);
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
    // The backup is of the moment before all of it is called off.
    const backup = join(directory, 'monday.tar');
    expect(await adjourn({ DATA_DIR }, ['backup', backup])).toMatchObject({ code: 0, out: expect.stringContaining('Backed up to') });
    await Promise.all(walks.map(({ api, house, event }) => cancelWalk(api, house, event, smtp)));
    await expect.poll(reasons, { timeout: 30_000 }).toBeUndefined();
    for (const { api, house, event } of walks) await forgetOne({ DATA_DIR }, api, house, event);
    const told = smtp.received.length;

    // Elsewhere it is as it was then, for both, and tells nobody anything.
    await server.stop();
    const elsewhere = { DATA_DIR: join(directory, 'elsewhere') };
    expect(await adjourn(elsewhere, ['restore', backup])).toMatchObject({ code: 0, out: expect.stringContaining('Restored into') });
    server = await startServer({ ...elsewhere, SMTP_URL: smtp.url });
    for (const { house, event } of walks) {
      const api = apiOf(server.url, house);
      expect(await api.get(`/events/${event}`)).toMatchObject({ status: 'scheduled', starts_at: '2040-05-02T14:00:00Z', seats_taken: 120 });
      await reaches(api, event);
    }
    expect(smtp.received).toHaveLength(told);
  },
  PATIENCE,
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
    const printed = () => server.errors.find((line) => line.includes('/setup/'))?.trim();
    await expect.poll(printed, { timeout: 10_000 }).toBeDefined();
    const address = printed() ?? '';
    expect(server.lines.join('\n')).not.toContain('/setup/');
    const houses = [await setUpHouse(address, 'Harbour'), await initHouse(environment, 'Pier')];
    expect((await fetch(address)).status).toBe(404);
    const walks = await Promise.all(
      houses.map(async (house) => {
        const api = apiOf(server.url, house);
        return { api, house, event: await publishWalk(api, house) };
      }),
    );
    await Promise.all(walks.map(({ api, event }) => reaches(api, event)));
    await Promise.all(walks.map(({ api, house, event }) => moveWalk(api, house, event, smtp)));
    await Promise.all(walks.map(({ api, house, event }) => cancelWalk(api, house, event, smtp)));
    for (const { api, house, event } of walks) await forgetOne(environment, api, house, event);
  },
  PATIENCE,
);
