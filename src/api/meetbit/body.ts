import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isJson, parseObject } from '../http/json-body.ts';
import type { MeetbitEnv } from './auth.ts';
import { invalid } from './errors.ts';
import { MAX_BODY_BYTES, bodyTooLarge } from './schema.ts';

/** Refuses a body over 64 KiB with a 400. */
export const limitBody = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => invalid(c, bodyTooLarge) });

/** The members of a JSON object; what is none, malformed JSON and other content types included, has none (choice 7). */
export async function membersOf(c: Context<MeetbitEnv>): Promise<Record<string, unknown>> {
  return (isJson(c.req.header('content-type')) ? parseObject(await c.req.text()) : null) ?? {};
}
