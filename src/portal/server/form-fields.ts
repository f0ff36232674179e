import type { Context } from 'hono';

const IS_FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/** The fields of a form that a page sent, as texts; files are none of them, and what is no form, or a broken one, has none. */
export async function formFields(c: Context): Promise<Partial<Record<string, string>>> {
  const body: Record<string, unknown> = IS_FORM.test(c.req.header('content-type') ?? '') ? await c.req.parseBody().catch(() => ({})) : {};
  return Object.fromEntries(Object.entries(body).filter((field): field is [string, string] => typeof field[1] === 'string'));
}
