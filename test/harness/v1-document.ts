import { v1 } from '../../src/api/v1/routes.ts';
import type { Context } from '../../src/operations/context.ts';
import type { Json } from './openapi.ts';

/** What our own API says of itself, which is the same whatever stands behind the door. */
export async function readV1Document(): Promise<Json> {
  const door = v1({ context: {} as Context, throttled: false, demo: false, log: { fault: () => {} } });
  return (await (await door.request('/api/v1/openapi.json')).json()) as Json;
}
