import { type AdjournClient, createClient } from '../../src/client/index.ts';
import type { TestDoor } from './door.ts';

/** The typed client over a door in process, with the demo's key unless told; null: with none. Every operation has to be called by one in some test (test/client.test.ts). */
export function v1Client(door: TestDoor, key: string | null = 'adj_demo_admin'): AdjournClient {
  return createClient({
    url: 'http://127.0.0.1',
    ...(key !== null && { key }),
    async fetch(request) {
      const { pathname, search } = new URL(request.url);
      const body = request.body === null ? {} : { body: await request.arrayBuffer() };
      return door.request(pathname + search, { method: request.method, headers: request.headers, ...body });
    },
  });
}
