import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EXIT_CODES } from './exit-codes.ts';
import { sayList } from './out.ts';
import { buildProgram, withoutVainHelp } from './program.ts';

const program = buildProgram('0', () => {
  throw new Error('no command is run here');
});

/** A command's words from `adjourn` on. */
const nameOf = (command: Command): string => (command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name());

function everyCommand(command: Command = program): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

/** What `--help` shows of a command, in front of what a person sees. */
function helpOf(command: Command): string {
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  return help;
}

const EVERY: [string, Command][] = everyCommand().map((command) => [nameOf(command), command]);

describe('issue 10: a command keeps the conventions of the command line', () => {
  test('there are as many as are listed', () => {
    expect(EVERY.length).toBeGreaterThan(30);
  });

  test.each(EVERY)('%s has a description, and an example that it would take', (name, command) => {
    expect(command.description()).not.toBe('');
    const [, examples = ''] = /\n\nExamples?:\n((?: {2}.+\n)+)/.exec(`${helpOf(command)}\n`) ?? [];
    const lines = examples.trim().split('\n');
    for (const line of lines) {
      const words = line.trim().replace(/^(?:[A-Z_]+=\S+ )*/, '');
      expect(`${words} `).toContain(`${name} `);
      expect(words.startsWith(name)).toBe(true);
      if (command.commands.length > 0) continue;
      const given = words.slice(name.length).split(' ').filter(Boolean);
      const { operands, unknown } = command.parseOptions(given);
      expect([line, unknown]).toEqual([line, []]);
      expect(operands.length).toBeGreaterThanOrEqual(command.registeredArguments.filter((argument) => argument.required).length);
    }
  });

  // What lists something is called `list`, or what it lists.
  const LISTS = EVERY.filter(([, command]) => command.commands.length === 0 && /^(list|.*[^s]s)$/.test(command.name()));
  test.each(LISTS)('%s lists something, so it has --json', (_, command) => {
    expect(command.options.map(({ long }) => long)).toContain('--json');
  });

  test('lists are found by their names', () => {
    expect(LISTS.map(([name]) => name)).toEqual(expect.arrayContaining(['adjourn orders list', 'adjourn webhooks deliveries']));
  });

  test('the documents say how commands end as --help does', () => {
    const documented = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
    for (const [code, meaning] of Object.entries(EXIT_CODES)) {
      expect(documented).toContain(`| ${code} | ${meaning} |`);
      expect(helpOf(program)).toContain(meaning);
    }
  });
});

test.each([
  [['serv', '--help'], ['serv']],
  [
    ['webhooks', 'frob', '-h'],
    ['webhooks', 'frob'],
  ],
  [
    ['webhooks', 'list', '--help'],
    ['webhooks', 'list', '--help'],
  ],
  [['--help'], ['--help']],
])('issue 9 E31: %j is understood as %j', (typed, understood) => {
  expect(withoutVainHelp(program, typed)).toEqual(understood);
});

describe('a list on the terminal', () => {
  let said: string[];
  beforeEach(() => {
    said = [];
    vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
  });
  afterEach(() => vi.restoreAllMocks());
  const rows = [
    { id: 1, holderName: 'Mina \u202e\u009b2J', sentAt: Temporal.Instant.from('2030-01-01T10:00:00Z'), more: [{ ticketType: 'A' }] },
  ];

  test('is a line each, or says that there is none', () => {
    sayList(rows, {}, ({ id, holderName }) => `${id}  ${holderName}`);
    sayList([], {}, () => 'never');
    expect(said).toEqual(['1  Mina  2J', 'None.']);
  });

  test('is JSON with the names of the API, in which nothing steers the terminal', () => {
    sayList(rows, { json: true }, () => 'never');
    sayList([], { json: true }, () => 'never');
    const [text = '', none] = said;
    expect(none).toBe('[]');
    expect(JSON.parse(text)).toEqual([
      { id: 1, holder_name: 'Mina \u202e\u009b2J', sent_at: '2030-01-01T10:00:00Z', more: [{ ticket_type: 'A' }] },
    ]);
    expect(text).toContain('Mina \\u202e\\u009b2J');
  });
});
