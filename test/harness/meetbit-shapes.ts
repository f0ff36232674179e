import type { Answer, Judge } from './answer.ts';
import { type Json, meetbitDocument, openApi } from './openapi.ts';

const BASE = '/api/public/v2.0';
const EVENTS = '/calendars/{calendar_id}/events';
const EVENT = `${EVENTS}/{event_id}`;
const CANCEL = `${EVENT}/cancel`;
const USERS = '/users';
const USER = `${USERS}/{user_id}`;
const CUSTOMERS = '/customers';
const CONFERENCES = '/online_conferences';
const CONFERENCE = `${CONFERENCES}/{online_conference_id}`;

/** The vendor's document of the cancel, with what else meetbit.md tells of: the 400 (§4.2), list and update (§6.2, §6.3), and the operations around events (§10). */
function wholeDocument(): Json {
  const document = meetbitDocument() as unknown as {
    paths: Record<string, Record<string, { responses: Record<string, object> }>>;
    components: { schemas: Record<string, { properties: object }> };
  };
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
  const { 200: _event, ...refusals } = responses;
  const answers = (data: object, more: Record<string, object> = {}) => ({
    responses: { ...refusals, ...more, 200: json({ required: ['message', 'data'], properties: { message: { type: 'string' }, data } }) },
  });
  const user = object({
    ...kept,
    department_id: orNull(id),
    department: orNull(text),
    first_name: text,
    last_name: orNull(text),
    email: { type: 'string', format: 'email' },
    status: { enum: ['active', 'inactive'] },
    timezone: text,
    work_hours: object(Object.fromEntries(WEEKDAYS.map((day) => [day, { type: 'array', items: hours }]))),
    role: orNull(text),
  });
  const customer = object({
    ...kept,
    first_name: orNull(text),
    middle_name: orNull(text),
    last_name: orNull(text),
    email: orNull(text),
    contact_number: orNull({ type: 'string', pattern: '^\\+[1-9]\\d{1,14}$' }),
    address: orNull({ type: 'object', additionalProperties: orNull(text) }),
  });
  const attendee = object({
    id,
    email: text,
    user_id: orNull(id),
    customer_id: orNull(id),
    created_at: time,
    updated_at: time,
    deleted_at: orNull(time),
  });
  const schemas = document.components.schemas;
  const conference = {
    ...schemas['OnlineConference'],
    properties: {
      ...schemas['OnlineConference']?.properties,
      online_conference_attendees: { type: 'array', maxItems: 6, items: attendee },
    },
  };
  document.paths[USERS] = { get: answers({ type: 'array', items: user }) };
  document.paths[USER] = { patch: answers(user) };
  document.paths[CUSTOMERS] = { post: answers(customer) };
  document.paths[CONFERENCES] = { post: answers(conference) };
  document.paths[CONFERENCE] = { patch: answers(conference, { 409: { content: { 'text/plain': { schema: text } } } }) };
  return document as unknown as Json;
}

// What §10 names of its resources, each member required.
const id = { type: 'integer', format: 'int64' };
const text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const orNull = (schema: object) => ({ ...schema, nullable: true });
const object = (properties: Record<string, object>) => ({ type: 'object', required: Object.keys(properties), properties });
const kept = { id, created_at: time, updated_at: time, deleted_at: orNull(time) };
const clock = object({
  hour: { type: 'integer', minimum: 0, maximum: 23 },
  minute: { type: 'integer', minimum: 0, maximum: 59 },
  second: { type: 'integer', minimum: 0, maximum: 59 },
});
const hours = object({ start: clock, end: clock });
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const vendors = openApi(wholeDocument());
const OPERATIONS = [EVENTS, EVENT, CANCEL, USERS, USER, CUSTOMERS, CONFERENCES, CONFERENCE].map((path) => ({
  path,
  pattern: new RegExp(`^${BASE}${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

/** The bare sentences (meetbit.md §4.1). */
const SENTENCES: Record<number, string[]> = {
  401: ['Invalid or missing access key.', 'Access denied.'],
  404: ['Resource object does not exist.'],
  409: ['Cannot modify an online conference that has started.'],
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
