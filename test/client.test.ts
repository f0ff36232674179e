import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { expect, test } from 'vitest';
import { type Json, openApi } from './harness/openapi.ts';
import { readV1Document } from './harness/v1-document.ts';

/*
 * The description of our own API, whole; the typed client that is made of it, current; and every operation called by one in some test.
 */

const ROOT = join(import.meta.dirname, '..');
const GENERATED = join(ROOT, 'src/client/api.ts');
const HEAD = '// Made of the description by `CLIENT=write npx vitest run test/client.test.ts`. Read the diff; change the description.\n\n';

const document = await readV1Document();
const operations = Object.entries(document['paths'] ?? {}).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, operation]) => ({ name: `${verb.toUpperCase()} ${path}`, verb, path, operation })),
);

test('issue 10: src/client/api.ts is what the description makes today', async () => {
  const made = HEAD + astToString(await openapiTypescript(JSON.stringify(document), { defaultNonNullable: false }));
  if (process.env['CLIENT'] === 'write') writeFileSync(GENERATED, made);
  expect(readFileSync(GENERATED, 'utf8')).toBe(made);
});

test('issue 10: every operation is called through the typed client by some test', () => {
  const called = new Set<string>();
  for (const folder of ['src', 'test']) {
    for (const file of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.test.ts')) continue;
      const text = readFileSync(join(ROOT, folder, file), 'utf8');
      if (!text.includes('v1Client(')) continue;
      // The types hold that there is such an operation.
      for (const [, verb, path] of text.matchAll(/\.(GET|POST|PUT|PATCH|DELETE)\(\s*'(\/api\/v1\/[^']+)'/g)) called.add(`${verb} ${path}`);
    }
  }
  expect(operations.map(({ name }) => name).filter((name) => !called.has(name))).toEqual([]);
});

test('issue 10: every operation has its name, its group, its scope, its refusals and, where it makes something, its key for repeats', () => {
  const ids = operations.map(({ operation }) => operation['operationId'] as unknown as string);
  expect(ids).toEqual([...new Set(ids)]);
  const tags = new Set((document['tags'] as unknown as { name: string }[]).map(({ name }) => name));
  const faults = operations.flatMap(({ name, verb, path, operation }) => {
    const {
      summary,
      operationId,
      tags: given,
      security,
      responses,
      parameters,
      requestBody,
    } = operation as unknown as {
      summary?: string;
      operationId?: string;
      tags?: string[];
      security?: { apiKey?: string[] }[];
      responses: Record<string, unknown>;
      parameters?: { name: string }[];
      requestBody?: unknown;
    };
    // Open to anybody: who shows no key has none that a repeat could be told by.
    const isOpen = security?.length === 0;
    const wanted = [
      ...(isOpen ? [] : [401]),
      429,
      500,
      ...(path.includes('{') ? [404] : []),
      ...(verb === 'get' ? [] : [413]),
      ...(requestBody ? [400, 415] : []),
    ];
    if (verb === 'post' && !isOpen) wanted.push(409, 422);
    return [
      ...wanted.filter((status) => !(status in responses)).map((status) => `${name}: no ${status}`),
      ...(summary?.endsWith('.') ? [] : [`${name}: no summary`]),
      ...(/^[a-z]+[A-Z][A-Za-z]+$/.test(operationId ?? '') ? [] : [`${name}: no operationId of verb and noun`]),
      ...(given?.length === 1 && tags.has(given[0] ?? '') ? [] : [`${name}: no tag`]),
      ...(isOpen || security?.[0]?.apiKey ? [] : [`${name}: no scope`]),
      ...(verb === 'post' && !isOpen && !parameters?.some((one) => one.name === 'Idempotency-Key') ? [`${name}: no Idempotency-Key`] : []),
    ];
  });
  expect(faults).toEqual([]);
  const open = operations.filter(({ operation }) => (operation['security'] as unknown as object[] | undefined)?.length === 0);
  expect(open.map(({ name }) => name).toSorted()).toEqual([
    'GET /api/v1/session/ways',
    'POST /api/v1/account/two-factor',
    'POST /api/v1/account/two-factor/confirm',
    'POST /api/v1/account/two-factor/disable',
    'POST /api/v1/password-resets',
    'POST /api/v1/password-resets/{token}',
    'POST /api/v1/session',
  ]);
  expect([document['openapi'], document['servers']]).toEqual(['3.1.0', [{ url: '/', description: expect.any(String) }]]);
});

test('issue 10: every body of the description has an example, which its schema lets through', () => {
  const judge = openApi(document);
  const faults = operations.flatMap(({ name, operation }) => {
    const bodies = [['request', operation['requestBody']], ...Object.entries(operation['responses'] ?? {})] as [string, Json | undefined][];
    return bodies.flatMap(([what, body]) =>
      Object.entries(body?.['content'] ?? {}).flatMap(([type, media]) => {
        // A picture has no words.
        if (type.startsWith('image/')) return [];
        if (!type.endsWith('json'))
          return 'example' in media || 'examples' in media || 'example' in (media['schema'] ?? {})
            ? []
            : [`${name} ${what} ${type}: no example`];
        const wrong = judge.faultsBySchema(`${name} ${what}`, media['schema'] as Json, media['example']);
        return wrong.map((fault) => `${name} ${what}: ${fault}`);
      }),
    );
  });
  expect(faults).toEqual([]);
});

test('issue 10: `npm run build` makes adjourn/client, which a program of another project can import and call', async () => {
  const project = mkdtempSync(join(tmpdir(), 'adjourn-client-'));
  try {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { exports: Record<string, Record<string, string>> };
    const { types = '', default: main = '' } = manifest.exports['./client'] ?? {};
    const tsc = join(ROOT, 'node_modules/.bin/tsc');
    await promisify(execFile)(tsc, ['-p', join(ROOT, 'tsconfig.client.json'), '--outDir', join(project, 'adjourn/dist/client')]);
    cpSync(join(ROOT, 'package.json'), join(project, 'adjourn/package.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
    expect(readFileSync(join(project, 'adjourn', types), 'utf8')).toContain('export declare function createClient');
    const { createClient } = (await import(join(project, 'adjourn', main))) as typeof import('../src/client/index.ts');
    const asked: string[] = [];
    const client = createClient({
      url: 'https://events.example.org',
      key: 'adj_x',
      fetch: async (request) => {
        asked.push(`${request.method} ${request.url} ${request.headers.get('authorization')}`);
        return Response.json({ data: [], next_cursor: null });
      },
    });
    const { data } = await client.GET('/api/v1/deliveries', { params: { query: { state: ['queued', 'sent'] } } });
    expect([asked, data]).toEqual([
      ['GET https://events.example.org/api/v1/deliveries?state=queued&state=sent Bearer adj_x'],
      { data: [], next_cursor: null },
    ]);
  } finally {
    rmSync(project, { recursive: true });
  }
});
