/** Whether a Content-Type header says JSON, parameters or none. */
export function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(?:;|$)/i.test(contentType ?? '');
}

/** An object's own members, or null for anything else that JSON can hold. */
export function objectOf(given: unknown): Record<string, unknown> | null {
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...given } : null;
}

/** The members of a JSON object as text; null for malformed JSON and for anything but an object. */
export function parseObject(text: string): Record<string, unknown> | null {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return null;
  }
}
