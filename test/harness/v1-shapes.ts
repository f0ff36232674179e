import type { Answer, Judge } from './answer.ts';
import { openApi } from './openapi.ts';
import { readV1Document } from './v1-document.ts';

const BASE = '/api/v1';
const DESCRIPTION = `${BASE}/openapi.json`;

const ours = openApi(await readV1Document());
const PATHS = ours.paths.map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }));

/** What a refusal says besides its document (RFC 9110 §11.6.1, §15.5.6; RFC 6585 §4). */
const HEADERS: Record<number, string> = { 401: 'www-authenticate', 405: 'allow', 429: 'retry-after' };

/** Judges every answer of our own API by the description it gives of itself; where that has no operation, only refusals may be answered. */
export const judgeV1: Judge = (answer, { method, path }) => {
  if (path === '/docs' || path.startsWith('/docs/'))
    return [200, 404].includes(answer.status) ? [] : [`${answer.status} is none of its answers`];
  if (path.startsWith('/auth/oidc/')) return visitFaults(answer);
  if (path !== BASE && !path.startsWith(`${BASE}/`)) return null;
  const headOnly = method === 'HEAD';
  if (path === DESCRIPTION && (headOnly || method === 'GET')) return descriptionFaults(answer, headOnly);
  const matching = PATHS.filter(({ pattern }) => pattern.test(path));
  const named = matching.map((one) => `${headOnly ? 'get' : method.toLowerCase()} ${one.path}`);
  // Of a word in the place of an id, what the word can do comes first.
  const operation = named.find((one) => ours.has(one));
  const [found] = matching;
  if (operation !== undefined) return [...ours.judge(operation, answer, headOnly), ...refusalFaults(answer, headOnly)];
  const absent = found || path === DESCRIPTION ? 405 : 404;
  return [
    ...([401, 413, 429, absent].includes(answer.status) ? [] : [`${answer.status} is none of its answers`]),
    ...refusalFaults(answer, headOnly),
  ];
};

/** Where a browser is led to an identity provider and comes back: it is sent on, or told in a sentence why not. */
function visitFaults({ status, headers }: Answer): string[] {
  if (status === 303) return headers.has('location') ? [] : ['leads nowhere'];
  if (![400, 403, 404, 429, 503].includes(status)) return [`${status} is none of its answers`];
  return headers.get('content-type')?.startsWith('text/plain') ? [] : ['is no sentence'];
}

function descriptionFaults({ status, body }: Answer, headOnly: boolean): string[] {
  if (status !== 200) return [`${status} is none of its answers`];
  return headOnly || (JSON.parse(body) as { openapi: unknown }).openapi === '3.1.0' ? [] : ['is no OpenAPI 3.1'];
}

/** A problem document (RFC 9457) whose status is the answer's own. */
function refusalFaults({ status, headers, body }: Answer, headOnly: boolean): string[] {
  if (status < 400) return [];
  const header = HEADERS[status];
  const absent = header !== undefined && !headers.has(header) ? [`no ${header}`] : [];
  if (headers.get('content-type') !== 'application/problem+json') return [...absent, 'is no problem document'];
  if (headOnly) return absent;
  const problem = JSON.parse(body) as { status: unknown };
  return [...absent, ...ours.faultsBy('Problem', problem), ...(problem.status === status ? [] : [`says it is ${String(problem.status)}`])];
}
