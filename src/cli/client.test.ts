import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestDemo, openDemo } from '../../test/harness/demo.ts';
import { createApp } from '../api/http/app.ts';
import { v1 } from '../api/v1/routes.ts';
import { readConfig } from '../config.ts';
import { buildProgram } from './program.ts';

/*
 * Commands that ask our own API, in this process: of the database that they are given, or of a server elsewhere.
 */

let demo: TestDemo;
let server: Server;
let url: string;
beforeAll(async () => {
  demo = await openDemo();
  const log = { fault: (error: unknown) => console.error(error), request: () => {} };
  const app = createApp({
    context: demo.context,
    doors: [v1, () => new Hono()],
    throttled: false,
    demo: true,
    trustedProxies: [],
    https: false,
    readiness: async () => [],
    log,
  });
  // oxlint-disable-next-line typescript/no-misused-promises -- the listener answers its own faults and never rejects
  server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await demo.close();
});

/** Runs a command to its end. */
async function adjourn(
  words: string[],
  environment: Record<string, string> = here(),
): Promise<{ code: unknown; out: string; err: string }> {
  const read = readConfig(environment);
  if ('faults' in read) return { code: 1, out: '', err: read.faults.join('\n') };
  const said = { out: '', err: '' };
  const out = vi.spyOn(console, 'log').mockImplementation((line: string) => void (said.out += `${line}\n`));
  const err = vi.spyOn(console, 'error').mockImplementation((line: string) => void (said.err += `${line}\n`));
  try {
    await buildProgram('0', () => read.config).parseAsync(words, { from: 'user' });
    return { code: process.exitCode, ...said };
  } finally {
    process.exitCode = 0;
    out.mockRestore();
    err.mockRestore();
  }
}

const here = () => ({ DATABASE_URL: demo.connectionString, SECRET_KEY: 'k'.repeat(32) });

test('issue 10: keys of our own API are made, listed, rotated and revoked', async () => {
  const made = await adjourn(['keys', 'create', '--name', 'Till', '--scopes', 'orders:read', 'webhooks:write']);
  const [, id = ''] = /^Key (\d+): orders:read, webhooks:write\nAuthorization: Bearer adj_[\w-]{43}\n$/.exec(made.out) ?? [];
  expect((await adjourn(['keys', 'list'])).out).toMatch(new RegExp(`^${id}  Till  orders:read,webhooks:write  never used$`, 'm'));
  expect(JSON.parse((await adjourn(['keys', 'list', '--json'])).out)).toContainEqual(
    expect.objectContaining({ id: Number(id), last_used_at: null }),
  );
  expect(await adjourn(['keys', 'rotate', id])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Authorization: Bearer adj_[\w-]{43}\nThe secret before opens until 2.*\n$/),
  });
  expect((await adjourn(['keys', 'revoke', id])).code).toBe(0);
  expect(await adjourn(['keys', 'revoke', id])).toEqual({ code: 1, out: '', err: 'There is no such key.\n' });
  expect(await adjourn(['keys', 'create', '--name', 'Till', '--scopes', 'all'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('Scopes are'),
  });
  expect(await adjourn(['keys', 'create', '--name', 'Till', '--expires', '2020-01-01T00:00:00Z'])).toEqual({
    code: 1,
    out: '',
    err: 'expires_at: It must be in the future, or null.\n',
  });
});

test('issue 10: the same commands ask an installation elsewhere, by a key and within its scopes', async () => {
  const made = await adjourn(['keys', 'create', '--name', 'Elsewhere', '--scopes', 'orders:read', 'webhooks:write']);
  const [, key = ''] = /Bearer (\S+)/.exec(made.out) ?? [];
  const elsewhere = { ADJOURN_URL: url, ADJOURN_KEY: key };
  expect(await adjourn(['orders', 'list'], elsewhere)).toEqual({ code: 0, out: 'None.\n', err: '' });
  const hook = await adjourn(['webhooks', 'add', 'https://crm.example.net/hook', '--name', 'Elsewhere'], elsewhere);
  const [, id = ''] = /^Webhook (\S+)\nSecret: whsec_/.exec(hook.out) ?? [];
  expect((await adjourn(['webhooks', 'list'])).out).toContain(id);
  expect((await adjourn(['webhooks', 'remove', id, '--url', `${url}/`, '--key', key], {})).code).toBe(0);
  expect((await adjourn(['webhooks', 'list'])).out).toBe('None.\n');
  for (const [words, environment, says] of [
    [['capacity', '78', '5'], elsewhere, 'events:write'],
    [['orders', 'list', '--tenant', 'x'], elsewhere, '--tenant goes without --url'],
    [['orders', 'list', '--url', url], {}, 'ADJOURN_KEY'],
    [['orders', 'list', '--url', 'events'], elsewhere, '--url is like'],
    [['orders', 'list', '--url', 'http://127.0.0.1:9'], elsewhere, 'http://127.0.0.1:9 cannot be reached: '],
    [['orders', 'list'], { ...elsewhere, ADJOURN_KEY: 'adj_wrong' }, 'Send `Authorization: Bearer'],
  ] as const) {
    expect([words, await adjourn([...words], environment)]).toMatchObject([
      words,
      { code: 1, out: '', err: expect.stringContaining(says) },
    ]);
  }
});
