import type { Answer, Judge } from './answer.ts';
import { type Json, meetbitDocument, openApi } from './openapi.ts';

const BASE = '/api/public/v2.0';
const EVENTS = '/calendars/{calendar_id}/events';
const EVENT = `${EVENTS}/{event_id}`;
const CANCEL = `${EVENT}/cancel`;

/** The vendor's document of the cancel, with the list, the update and the 400 added as meetbit.md §4.2, §6.2 and §6.3 tell them. */
function wholeDocument(): Json {
  const document = meetbitDocument() as unknown as { paths: Record<string, Record<string, { responses: Record<string, object> }>> };
  const json = (schema: object) => ({ content: { 'application/json': { schema } } });
  const sentences = { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } };
  const invalid = json({
    required: ['message', 'errors'],
    properties: { message: { type: 'string', minLength: 1 }, errors: { type: 'object', additionalProperties: sentences } },
  });
  const event = { $ref: '#/components/schemas/Event' };
  const list = json({ required: ['message', 'data'], properties: { message: { type: 'string' }, data: { type: 'array', items: event } } });
  const { responses } = document.paths[CANCEL]!['post']!;
  responses['400'] = invalid;
  document.paths[EVENT] = { patch: { responses } };
  document.paths[EVENTS] = { get: { responses: { ...responses, 200: list } } };
  return document as unknown as Json;
}

const vendors = openApi(wholeDocument());
const OPERATIONS = [EVENTS, EVENT, CANCEL].map((path) => ({ path, pattern: new RegExp(`^${BASE}${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }));

/** The bare sentences (meetbit.md §4.1). */
const SENTENCES: Record<number, string[]> = {
  401: ['Invalid or missing access key.', 'Access denied.'],
  404: ['Resource object does not exist.'],
  429: ['Too many requests.'],
  500: ['An unexpected error occurred.'],
};

/** Judges every answer of the MeetBit door by the vendor's own schemas; what is no operation of it may only be missing. */
export const judgeMeetbit: Judge = (answer, { method, path }) => {
  if (path !== BASE && !path.startsWith(`${BASE}/`)) return null;
  const headOnly = method === 'HEAD';
  const found = OPERATIONS.find(({ pattern }) => pattern.test(path));
  const operation = `${headOnly ? 'get' : method.toLowerCase()} ${found?.path ?? ''}`;
  const known = vendors.has(operation) ? vendors.judge(operation, answer, headOnly) : sentenceOnly(answer);
  return [...known, ...sentenceFaults(answer, headOnly), ...(answer.headers.has('x-process-id') ? [] : ['no X-Process-ID'])];
};

function sentenceOnly({ status }: Answer): string[] {
  return status in SENTENCES ? [] : [`${status} is none of its answers`];
}

function sentenceFaults({ status, headers, body }: Answer, headOnly: boolean): string[] {
  const sentences = SENTENCES[status];
  if (!sentences) return [];
  const type = headers.get('content-type')?.toLowerCase() === 'text/plain; charset=utf-8' ? [] : ['is not text/plain'];
  return headOnly || sentences.includes(body) ? type : [...type, `says "${body.slice(0, 100)}"`];
}
