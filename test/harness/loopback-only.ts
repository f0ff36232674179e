import { Socket } from 'node:net';
import { afterEach, vi } from 'vitest';
import { RECEIVER } from './certificate.ts';

/*
 * Tests talk to this machine only: a name to be looked up or an address elsewhere is a test that would pass here and fail on a
 * train, or mail a stranger. The receivers of webhooks have a name that nobody outside of a test's own look-up knows.
 */

type Connect = Socket['connect'];
const guarded: unique symbol = Symbol.for('adjourn.loopback-only');

// The same process runs many test files, and each loads this file.
if (!(guarded in Socket.prototype)) {
  const connect: Connect = Reflect.get(Socket.prototype, 'connect');
  Object.assign(Socket.prototype, {
    [guarded]: true,
    connect(this: Socket, ...input: Parameters<Connect>): Socket {
      const host = hostOf(input);
      if (!['localhost', '127.0.0.1', '::1', RECEIVER, undefined].includes(host)) throw new Error(`a test tried to reach ${host}`);
      return Reflect.apply(connect, this, input);
    },
  });
}

// A test that stopped the timers and failed would stop those of the next file as well.
afterEach(() => {
  vi.useRealTimers();
});

/** net.connect(...) hands on its arguments normalised, as one array; a path is a socket on this machine. */
function hostOf(input: unknown[]): string | undefined {
  const [first, second] = input.flat();
  if (typeof first === 'object' && first !== null) {
    const host: unknown = Reflect.get(first, 'host');
    return typeof host === 'string' ? host : undefined;
  }
  return typeof second === 'string' ? second : undefined;
}
