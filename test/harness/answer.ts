import type { z } from 'zod';

/** What was asked: the path as the router reads it, its percent signs resolved where they can be. */
export type Asked = { method: string; path: string; query: URLSearchParams };

/** An answer, its body read. */
export type Answer = { status: number; headers: Headers; body: string };

/** What is wrong with an answer, in words; empty when nothing is. */
export type Check = (answer: Answer, asked: Asked) => string[];

/** The same of all answers of a door; null where the path is none of the door's. */
export type Judge = (...given: Parameters<Check>) => string[] | null;

/** Consumes the body. */
export async function readAnswer(response: Response): Promise<Answer> {
  return { status: response.status, headers: response.headers, body: await response.text() };
}

export function askedOf(method: string, address: string): Asked {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  return { method: method.toUpperCase(), path: decoded(pathname), query: searchParams };
}

function decoded(path: string): string {
  try {
    return decodeURI(path.replaceAll('%25', '%2525'));
  } catch {
    return path;
  }
}

/** A body of JSON that a schema takes. An answer to HEAD has none to look at. */
export function json(schema: z.ZodType, ...headers: string[]): Check {
  return (answer, { method }) => [
    ...typeFaults(answer, /^application\/json$/),
    ...headerFaults(answer, headers),
    ...(method === 'HEAD' ? emptyFaults(answer) : schemaFaults(answer.body, schema)),
  ];
}

/** No body, and no type of one. */
export function empty(...headers: string[]): Check {
  return (answer) => [
    ...emptyFaults(answer),
    ...(answer.headers.has('content-type') ? ['a content type of nothing'] : []),
    ...headerFaults(answer, headers),
  ];
}

/** A body of another type, which begins as that type's do. */
export function media(type: RegExp, beginning: RegExp, ...headers: string[]): Check {
  return (answer, { method }) => [
    ...typeFaults(answer, type),
    ...headerFaults(answer, headers),
    ...(method === 'HEAD' || beginning.test(answer.body) ? [] : [`begins with ${answer.body.slice(0, 20)}`]),
  ];
}

function schemaFaults(body: string, schema: z.ZodType): string[] {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return ['the body is no JSON'];
  }
  const { error } = schema.safeParse(value);
  return error?.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`) ?? [];
}

function typeFaults({ headers }: Answer, type: RegExp): string[] {
  const given = headers.get('content-type') ?? '';
  return type.test(given) ? [] : [`the content type is "${given}"`];
}

function emptyFaults({ body }: Answer): string[] {
  return body === '' ? [] : ['has a body'];
}

function headerFaults({ headers }: Answer, names: string[]): string[] {
  return names.filter((name) => !headers.has(name)).map((name) => `no ${name}`);
}
