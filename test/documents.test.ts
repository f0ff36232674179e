import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v1 } from '../src/api/v1/routes.ts';
import { buildProgram } from '../src/cli/program.ts';
import { type TestDemo, openDemo } from './harness/demo.ts';
import { openDoor } from './harness/door.ts';

/*
 * What the documents call must be there: commands against the command line itself, addresses of our own API against the description it gives of itself.
 */

const ROOT = join(import.meta.dirname, '..');
const FILES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)]
  .concat(readdirSync(join(ROOT, 'src/api')).map((name) => `src/api/${name}/README.md`))
  .concat('deploy/README.md')
  .flatMap((name) => {
    try {
      return name.endsWith('.md') ? [{ name, text: readFileSync(join(ROOT, name), 'utf8') }] : [];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ENOTDIR') return [];
      throw error;
    }
  });

/** What is written as code: blocks, line by line, and what stands between backticks. */
function codeIn(text: string): string[] {
  const blocks = [...text.matchAll(/^```.*\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.split('\n'));
  const spans = [...text.replaceAll(/^```.*\n[\s\S]*?^```/gm, '').matchAll(/`([^`]+)`/g)].map(([, span = '']) =>
    span.replaceAll('\n', ' '),
  );
  return [...blocks, ...spans];
}

const program = buildProgram('0', () => {
  throw new Error('no command is run here');
});

/** The faults of a call of `adjourn`: a command that is not there, or a flag that it has not. */
function faultsOfCall(words: string[]): string[] {
  let command: Command = program;
  const rest = [...words];
  while (command.commands.length > 0) {
    const word = rest[0];
    if (word === undefined || word.startsWith('-') || /^[A-Z…]/.test(word)) break;
    const next = command.commands.find((one) => one.name() === word);
    if (!next) return [`no command ${word}`];
    command = next;
    rest.shift();
  }
  const known = ['--help', '--version', ...everyOption(command)];
  return rest.flatMap((word) => (/^--[a-z]/.test(word) && !known.includes(word.split('=')[0] ?? '') ? [`no flag ${word}`] : []));
}

function everyOption(command: Command): (string | undefined)[] {
  return [...command.options.map(({ long }) => long), ...(command.parent ? everyOption(command.parent) : [])];
}

test('issue 10: documents name no command and no flag that does not exist', () => {
  const calls = FILES.flatMap(({ name, text }) =>
    codeIn(text).flatMap((code) =>
      // Up to where the shell goes on to something else; a list of commands with bars between them is a call of each.
      [...code.matchAll(/(?:^|[\s(])adjourn ((?:[a-z][a-z-]*)(?: \| [a-z-]+)+|[^|;&<>#)]+)/g)].flatMap(([, call = '']) =>
        (/^[a-z-]+( \| [a-z-]+)+$/.test(call) ? call.split(' | ') : [call]).map((one) => ({ name, call: one.trim().split(/\s+/) })),
      ),
    ),
  );
  expect(calls.length).toBeGreaterThan(30);
  expect(calls.flatMap(({ name, call }) => faultsOfCall(call).map((fault) => `${name}: adjourn ${call.join(' ')}: ${fault}`))).toEqual([]);
  // It would tell.
  expect(['frobnicate', 'keys frob', 'keys add --frob 8'].map((call) => faultsOfCall(call.split(' ')).length)).toEqual([1, 1, 1]);
});

let demo: TestDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

test('issue 10: documents name no address of our own API that does not exist', async () => {
  const described = (await (await openDoor(v1, demo).request('/api/v1/openapi.json')).json()) as { paths: Record<string, object> };
  const patterns = Object.entries(described.paths).map(([path, verbs]) => ({
    pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
    verbs: Object.keys(verbs),
  }));
  const exists = (path: string, verb?: string) =>
    ['/api/v1', '/api/v1/openapi.json'].includes(path) ||
    patterns.some(({ pattern, verbs }) => pattern.test(path) && (verb === undefined || verbs.includes(verb.toLowerCase())));
  const faults: string[] = [];
  let seen = 0;
  const ask = (file: string, path: string, verb?: string) => {
    seen += 1;
    if (!exists(path, verb)) faults.push(`${file}: ${verb ?? ''} ${path}`);
  };
  for (const { name, text } of FILES) {
    // What a shell's variable holds is written below it.
    for (const [, path = ''] of text.matchAll(/\$B(\/(?:events|deliveries|calendars|api-keys)[\w{}/-]*)/g)) ask(name, `/api/v1${path}`);
    for (const [, path = ''] of text.matchAll(/\/?(\/api\/v1(?:\/[\w{}.:-]+)*)/g)) ask(name, path.replace(/[.:]+$/, ''));
    // Tables of routes are written below the prefix, several verbs before one address.
    if (name !== 'docs/api.md') continue;
    for (const code of codeIn(text)) {
      const [, verb, path = ''] = /^(GET|POST|PUT|PATCH|DELETE) (\/[\w{}/.-]*)/.exec(code) ?? [];
      if (verb && path !== '/healthz' && path !== '/readyz') ask(name, path.startsWith('/api/v1') ? path : `/api/v1${path}`, verb);
    }
  }
  expect(seen).toBeGreaterThan(20);
  expect(faults).toEqual([]);
  expect(exists('/api/v1/frobnications')).toBe(false);
});
