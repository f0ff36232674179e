import { Hono } from 'hono';
import { type AppOptions, createApp } from '../../src/api/http/app.ts';
import type { Door, RequestLine } from '../../src/api/http/door.ts';
import { readAnswer } from './answer.ts';
import type { TestDemo } from './demo.ts';
import { judge } from './judge.ts';

export type TestDoor = {
  /**
   * A request in process, through the middleware of the real server; from 192.0.2.1 unless told otherwise. Throws where the answer is none
   * that the door's contract allows.
   */
  request(path: string, init?: RequestInit & { from?: string }): Promise<Response>;
  /** What the door reported as faults, oldest first. */
  faults: unknown[];
  /** What the log says of each request, oldest first. */
  lines: RequestLine[];
};

export type OpenDoorOptions = Partial<
  Pick<AppOptions, 'throttled' | 'demo' | 'trustedProxies' | 'https' | 'readiness' | 'checks' | 'metrics' | 'examine' | 'prove'>
> & {
  /** Only pages are: they may claim every path. */
  last?: boolean;
};

/** One door over the demo, throttled and with demo secrets accepted unless told otherwise. */
export function openDoor(door: Door, { context }: Pick<TestDemo, 'context'>, given: OpenDoorOptions = {}): TestDoor {
  const { last = false, ...options } = given;
  const faults: unknown[] = [];
  const lines: RequestLine[] = [];
  const app = createApp({
    context,
    doors: last ? [door] : [door, () => new Hono()],
    throttled: true,
    demo: true,
    trustedProxies: [],
    https: false,
    readiness: async () => [],
    ...options,
    log: { fault: (error) => void faults.push(error), request: (line) => void lines.push(line) },
  });
  return {
    faults,
    lines,
    async request(path, { from = '192.0.2.1', ...init } = {}) {
      const response = await app.request(path, init, { incoming: { socket: { remoteAddress: from } } });
      judge(door, init.method ?? 'GET', path, await readAnswer(response.clone()));
      return response;
    },
  };
}
