import { expect } from 'vitest';
import { nexudus } from '../../src/api/nexudus/routes.ts';
import { DEMO_SECRETS } from '../../src/operations/tenants/load-demo.ts';
import { type OpenDoorOptions, type TestDoor, openDoor } from './door.ts';
import { type TestDemo, openDemo } from './demo.ts';

/** A request's own part: what the client adds to it is its method and its token. */
export type Init = Pick<RequestInit, 'body'> & { headers?: Record<string, string> };

export type NexudusClient = TestDoor & {
  demo: TestDemo;
  /** A form to the token route, as a browser sends it. */
  postToken(form: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** A new access token of one of the demo's customers. */
  signIn(email: string): Promise<string>;
  /** A request with a bearer token. */
  as(token: string, method: string, path: string, init?: Init): Promise<Response>;
};

/** The Nexudus door over the demo and what a client of it does; not throttled unless told otherwise. */
export async function openNexudus(options: OpenDoorOptions & { demoWorld?: TestDemo } = {}): Promise<NexudusClient> {
  const { demoWorld, ...rest } = options;
  const demo = demoWorld ?? (await openDemo());
  const door = openDoor(nexudus, demo, { throttled: false, ...rest });
  const client: NexudusClient = {
    ...door,
    demo,
    postToken: (form, headers = {}) => door.request('/api/token', { method: 'POST', body: new URLSearchParams(form), headers }),
    async signIn(email) {
      const response = await client.postToken({ grant_type: 'password', username: email, password: DEMO_SECRETS.password });
      expect(response.status).toBe(200);
      const { access_token } = (await response.json()) as { access_token: string };
      return access_token;
    },
    as: (token, method, path, init = {}) =>
      door.request(path, { ...init, method, headers: { Authorization: `Bearer ${token}`, ...init.headers } }),
  };
  return client;
}

/** What a client sees of an answer, byte for byte. */
export async function bytesOf(response: Response): Promise<{ status: number; type: string | null; body: string }> {
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
}
