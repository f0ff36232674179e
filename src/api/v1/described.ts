import type { z } from '@hono/zod-openapi';
import { problem } from './problem.ts';
import { problemSchema } from './schema.ts';

/** An answer in JSON, as the description says it. */
export const json = (schema: z.ZodType, description: string) => ({ content: { 'application/json': { schema } }, description });

/** A problem document, as the description says it. */
export const fault = (description: string) => ({ content: { 'application/problem+json': { schema: problemSchema } }, description });

/** What every operation may answer, what those that change something may besides, and what those that read a body may. */
export const faults = { 401: fault('No valid API key'), 429: fault('Too many requests'), 500: fault('Internal error') };
export const tooLarge = { 413: fault('Body too large') };
export const bodyFaults = { 400: fault('Invalid parameters'), ...tooLarge, 415: fault('Unsupported media type') };

export const security = [{ apiKey: [] }];

// The routes' types know answers in JSON only; what a problem looks like is said in `responses` and held by problem.ts.
export const refuse = (...given: Parameters<typeof problem>) => problem(...given) as never;
