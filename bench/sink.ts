import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createConnection, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const SINK = '/usr/sbin/smtp-sink';
const SOURCE = '/usr/sbin/smtp-source';

/** Whether Postfix's test programs are here. */
export const hasSink = (): boolean => existsSync(SINK) && existsSync(SOURCE);

/** Postfix's smtp-sink on a free port, counting what it takes. */
export type Sink = {
  port: number;
  pid: number;
  /** Mails taken so far. */
  mails(): number;
  /** Waits until so many mails were taken, 120 s at most; answers when the last of them was there, by Date.now(). */
  taken(mails: number): Promise<number>;
  /** Bytes read so far. */
  bytes(): Promise<number>;
  close(): Promise<void>;
};

export async function openSink(): Promise<Sink> {
  const port = await freePort();
  // As root it refuses to run under that name.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const sink = spawn(SINK, [...user, '-c', `127.0.0.1:${port}`, '1000'], { stdio: ['ignore', 'pipe', 'ignore'] });
  let mails = 0;
  let last = 0;
  sink.stdout.setEncoding('latin1').on('data', (said: string) => {
    const counted = Number([...said.matchAll(/mesg=(\d+)\s/g)].at(-1)?.[1] ?? mails);
    if (counted === mails) return;
    mails = counted;
    last = Date.now();
  });
  await listening(port);
  return {
    port,
    pid: sink.pid ?? 0,
    mails: () => mails,
    async taken(wanted) {
      for (const end = Date.now() + 120_000; mails < wanted; await sleep(10)) {
        if (Date.now() > end) throw new Error(`${mails} of ${wanted} mails came in two minutes`);
      }
      return last;
    },
    bytes: async () => Number(/rchar: (\d+)/.exec(await readFile(`/proc/${sink.pid}/io`, 'utf8'))?.[1]),
    async close() {
      const ended = once(sink, 'exit');
      sink.kill();
      await ended;
    },
  };
}

/** How many mails of a size smtp-source hands over in a second, a new connection for each, over so many at once. */
export async function sourceRate(sink: Sink, mails: number, size: number, sessions: number): Promise<number> {
  const to = ['-f', 'events@harbour-loft.example', '-t', 'ben@example.com', `127.0.0.1:${sink.port}`];
  const start = performance.now();
  const source = spawn(SOURCE, ['-s', String(sessions), '-m', String(mails), '-l', String(size), ...to], { stdio: 'ignore' });
  const [code] = (await once(source, 'exit')) as [number];
  if (code !== 0) throw new Error(`smtp-source ended with ${code}`);
  return (mails / (performance.now() - start)) * 1000;
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = createConnection(port, '127.0.0.1');
    const answered = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)]).catch(
      () => false,
    );
    socket.destroy();
    if (answered) return;
    await sleep(20);
  }
  throw new Error('smtp-sink does not listen');
}
