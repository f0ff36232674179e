import { type RouteConfig, createRoute, type z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { Scope } from '../../domain/access/scope.ts';
import { mustHave } from './auth.ts';
import { idempotencyParameter, idempotencyRefusals, onlyOnce } from './idempotency.ts';
import { problem } from './problem.ts';
import { problemSchema } from './schema.ts';

/** What operations are grouped by, and what each group is about. */
export const TAGS = {
  Tenant: 'The house: its name, zone, locale, sender and settings.',
  People: 'Who works here, with which role.',
  Customers: 'Who comes, and how to reach them.',
  Calendars: 'Sets of events.',
  Events: 'What takes place, when and where; publishing, moving and cancelling it.',
  'Ticket types': 'What may be taken, at which price, and how often.',
  Seats: 'How many there are.',
  Attendees: 'Who has a seat; import and export.',
  'Check-ins': 'Who has come.',
  'Waiting list': 'Who is in line for a seat.',
  Orders: 'What customers ordered, and whether it is paid.',
  History: 'What changed, who did it, when and why.',
  Notices: 'Who was told what, who was not yet, and why.',
  Messages: 'Words from the organizer to those of an event.',
  Webhooks: 'Other programs that are told of events.',
  'API keys': 'Which programs may ask what.',
  Privacy: 'Suppressed addresses, retention and erasure.',
  Installation: 'The installation itself, as its operator sees it.',
  Audit: 'Who did what in the house itself.',
} as const;

/** An answer in JSON, as the description says it. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { 'application/json': { schema } },
  description,
});

/** A body in JSON that has to be there. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } }, required: true });

export const noContent = (description: string) => ({ description });

const fault = (description: string) => ({ content: { 'application/problem+json': { schema: problemSchema } }, description });

const MAX_BODY_BYTES = 64 * 1024;

type Described = Omit<RouteConfig, 'path' | 'operationId' | 'tags' | 'summary' | 'security' | 'middleware'> & {
  /** `createEvent`: verb first, unique. */
  operationId: string;
  tag: keyof typeof TAGS;
  summary: string;
  /** Refusals of its own besides those that `route` adds: what each status means here. */
  problems?: Partial<Record<400 | 404 | 409 | 412 | 422, string>>;
  /** 64 KiB unless told. */
  maxBodyBytes?: number;
};

/**
 * An operation of our own API: what it takes and answers where it is done, and which scope it takes (null: whoever has a key; of several any will do). Adds what every
 * operation has: the check of the scope and of the body's length, and the refusals that may come from it. A handler refuses with `refuse`.
 */
export function route<const Path extends string, const Given extends Described & { path: Path }>(
  scope: Scope | readonly [Scope, ...Scope[]] | null,
  given: Given,
) {
  const scopes = scope === null ? null : typeof scope === 'string' ? ([scope] as const) : scope;
  const { tag, problems = {}, maxBodyBytes = MAX_BODY_BYTES, responses, ...rest } = given;
  const { params, query, body } = given.request ?? {};
  const changes = given.method !== 'get';
  const once = given.method === 'post';
  const refusals: Record<number, string> = {
    ...((query ?? body) && { 400: 'Invalid parameters' }),
    401: 'No valid API key',
    ...(scopes && { 403: `The scope ${scopes[0]} is missing` }),
    ...(params && { 404: 'Not found' }),
    ...(changes && { 413: 'Body too large' }),
    ...(body && { 415: 'Unsupported media type' }),
    429: 'Too many requests',
    500: 'Internal error',
    ...(once && idempotencyRefusals),
    ...problems,
  };
  for (const status of once ? ([409, 422] as const) : []) {
    if (problems[status]) refusals[status] = `${problems[status]}; or: ${idempotencyRefusals[status]}`;
  }
  const most = maxBodyBytes < 1024 * 1024 ? `${maxBodyBytes / 1024} KiB` : `${maxBodyBytes / 1024 / 1024} MiB`;
  const limit = bodyLimit({ maxSize: maxBodyBytes, onError: (c) => problem(c, 'too-large', { detail: `A body has at most ${most}.` }) });
  const whole = {
    ...rest,
    ...(once && { parameters: [idempotencyParameter] }),
    tags: [tag],
    security: scopes ? scopes.map((one) => ({ apiKey: [one] })) : [{ apiKey: [] }],
    responses: { ...responses, ...Object.fromEntries(Object.entries(refusals).map(([status, means]) => [status, fault(means)])) },
    middleware: [...(scopes ? [mustHave(scopes)] : []), ...(changes ? [limit] : []), ...(once ? [onlyOnce] : [])],
  };
  // Its type keeps to what a handler answers itself: refusals have one form, which problem.ts holds.
  return createRoute(whole as RouteConfig) as unknown as Omit<Given, 'problems' | 'maxBodyBytes' | 'tag'>;
}

/** A refusal, where a handler's type knows answers that are none. */
export const refuse = (...given: Parameters<typeof problem>) => problem(...given) as never;
