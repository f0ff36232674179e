import { objectOf } from '../http/json-body.ts';
import type { Call } from './call.ts';
import { bodyUnreadable, refused } from './errors.ts';

/** A body as JSON, or the answer to one that is none. The Content-Type is not asked: clients of this vendor send what they like. */
export async function readJson({ c }: Pick<Call, 'c'>): Promise<{ json: unknown } | Response> {
  const text = await c.req.text().catch(() => null);
  if (text === null) return bodyUnreadable();
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return refused('The request body must be JSON.');
  }
}

/** The members of a JSON object under lower-case names, since documents and clients write them in any case; null for anything else. */
export function membersOf(given: unknown): Record<string, unknown> | null {
  const members = objectOf(given);
  return members && Object.fromEntries(Object.entries(members).map(([name, value]) => [name.toLowerCase(), value]));
}
