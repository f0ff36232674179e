import { type RequestListener, type Server, createServer } from 'node:http';
import type { Socket } from 'node:net';
import { clientAddress, isInNetworks } from './client-address.ts';
import { throttleKey } from './throttle-key.ts';

/** What one client, and all of them together, may hold of this process. */
export type ConnectionLimits = {
  connections: number;
  /** Of one address (throttle-key.ts); a trusted proxy brings many people and is not counted. */
  connectionsOfOne: number;
  /** Requests that a connection may send ahead of the answer it waits for. */
  ahead: number;
  /** How long a connection may stand still while it is answered: neither side moves a byte. */
  stillMs: number;
  /** How long a request may take until the last byte of its answer is taken. */
  answerMs: number;
};

// A tenth of the descriptors that a process has at least on the systems we run on is left to the database and to files. Still for longer than
// the longest statement (postgres/database.ts), whose caller waits in good faith. Browsers and their like send nothing ahead.
const LIMITS: ConnectionLimits = { connections: 900, connectionsOfOne: 300, ahead: 8, stillMs: 45_000, answerMs: 120_000 };

/**
 * A server over HTTP/1.1 whose clients cannot hold more of it than these limits, whatever they do with their end. Each connection is answered
 * one request at a time, so a client that does not read holds one answer and not twenty; one that goes on too far ahead, stands still or
 * takes too long is cut off, since it would not read an error either.
 */
export function serveConnections(listener: RequestListener, trustedProxies: string[], limits: ConnectionLimits = LIMITS): Server {
  const queues = new WeakMap<Socket, (() => void)[]>();
  const http = createServer({ requestTimeout: 30_000 }, (request, response) => {
    const { socket } = request;
    const begin = () => {
      const late = setTimeout(() => socket.destroy(), limits.answerMs);
      response.once('close', () => {
        clearTimeout(late);
        const next = queues.get(socket)?.shift();
        if (next && !socket.destroyed) next();
        else queues.delete(socket);
      });
      listener(request, response);
    };
    const queue = queues.get(socket);
    if (!queue) {
      queues.set(socket, []);
      begin();
    } else if (queue.length < limits.ahead) queue.push(begin);
    else socket.destroy();
  });
  http.timeout = limits.stillMs;
  http.maxConnections = limits.connections;
  const open = new Map<string, number>();
  http.on('connection', (socket) => {
    const address = clientAddress(socket.remoteAddress ?? '', undefined, []);
    if (isInNetworks(address, trustedProxies)) return;
    const key = throttleKey(address);
    const held = open.get(key) ?? 0;
    if (held >= limits.connectionsOfOne) {
      socket.destroy();
      return;
    }
    open.set(key, held + 1);
    socket.once('close', () => {
      const left = (open.get(key) ?? 1) - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    });
  });
  return http;
}
