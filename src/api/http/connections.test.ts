import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type ConnectionLimits, serveConnections } from './connections.ts';

const ENDLESS = 600_000;
const LIMITS: ConnectionLimits = { connections: 100, connectionsOfOne: 50, ahead: 30, stillMs: ENDLESS, answerMs: ENDLESS };
// More than the buffers of both kernels hold.
const BIG = Buffer.alloc(32 * 1024 * 1024, 'a');
const GET = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

const opened: { server: Server; clients: Socket[] }[] = [];
afterEach(() => {
  for (const { server, clients } of opened.splice(0)) {
    for (const client of clients) client.destroy();
    server.closeAllConnections();
    server.close();
  }
});

async function open(limits: Partial<ConnectionLimits>, trusted: string[] = []) {
  const begun: string[] = [];
  /** Resolves when the server has done with a connection, the first one first. */
  const ends: Promise<unknown>[] = [];
  const answer: RequestListener = (request, response) => {
    begun.push(request.url ?? '');
    response.end(request.url === '/big' ? BIG : 'small');
  };
  const server = serveConnections(answer, trusted, { ...LIMITS, ...limits });
  server.on('connection', (socket) => ends.push(once(socket, 'close')));
  const clients: Socket[] = [];
  opened.push({ server, clients });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    begun,
    ends,
    /** A client that never reads. */
    async deaf(): Promise<Socket> {
      const client = connect(port, '127.0.0.1').pause();
      client.on('error', () => {});
      clients.push(client);
      await once(client, 'connect');
      return client;
    },
    ask: async () => (await fetch(`http://127.0.0.1:${port}/small`, { headers: { connection: 'close' } })).text(),
  };
}

describe('issue 9 A4: a client that stops reading', () => {
  test('holds one answer, not one for each request it sent ahead, and another client does not notice', async () => {
    const { begun, deaf, ask } = await open({});
    const client = await deaf();
    client.write(GET('/big').repeat(20));
    await expect.poll(() => begun.length).toBe(1);
    expect(await ask()).toBe('small');
    expect(begun).toEqual(['/big', '/small']);
  });

  test('is cut off when nothing moves any more', async () => {
    const { ends, deaf, ask } = await open({ stillMs: 50 });
    (await deaf()).write(GET('/big'));
    await expect.poll(() => ends.length).toBe(1);
    await ends[0];
    expect(await ask()).toBe('small');
  });

  test('is cut off when its answer takes too long, however little it reads now and then', async () => {
    const { begun, ends, deaf } = await open({ answerMs: 200 });
    const client = await deaf();
    client.write(GET('/big'));
    await expect.poll(() => begun.length).toBe(1);
    const sips = setInterval(() => client.read(1), 5);
    await ends[0];
    clearInterval(sips);
  });

  test('is cut off when it goes on further ahead than clients do', async () => {
    const { begun, ends, deaf } = await open({ ahead: 3 });
    (await deaf()).write(GET('/big').repeat(5));
    await expect.poll(() => ends.length).toBe(1);
    await ends[0];
    expect(begun).toEqual(['/big']);
  });
});

describe('issue 9 A4: connections', () => {
  test('of one address are so many, and those above are closed; when one ends there is room again', async () => {
    const { ends, deaf, ask } = await open({ connectionsOfOne: 2 });
    const held = await deaf();
    await deaf();
    await expect(ask()).rejects.toThrow('fetch failed');
    held.destroy();
    await ends[0];
    expect(await ask()).toBe('small');
  });

  test('of a trusted proxy are not counted, up to those of all together', async () => {
    const { deaf, ask } = await open({ connectionsOfOne: 1, connections: 3 }, ['127.0.0.0/8']);
    await deaf();
    await deaf();
    expect(await ask()).toBe('small');
    await deaf();
    await expect(ask()).rejects.toThrow('fetch failed');
  });

  test('answers of a client that reads come in the order it asked, also when it asks ahead', async () => {
    const { begun, deaf } = await open({});
    const client = await deaf();
    let read = '';
    client.setEncoding('utf8').on('data', (part: string) => (read += part));
    client.resume().write(GET('/1') + GET('/2') + GET('/3'));
    await expect.poll(() => read.match(/small/g)?.length).toBe(3);
    expect(begun).toEqual(['/1', '/2', '/3']);
  });
});
