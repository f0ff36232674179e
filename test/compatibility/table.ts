import { type ContractLine, VENDORS, type Vendor, linesNamed } from './contract-lines.ts';

/** A test that ran: its file from the project's root, its whole name and how it ended. */
export type TestRun = { file: string; name: string; passed: boolean };

export type Contracts = Record<Vendor, ContractLine[]>;

const TITLES: Record<Vendor, string> = {
  nexudus: 'Nexudus, customer tickets',
  meetbit: 'MeetBit Public API v2.0',
  zyntro: 'Zyntro calendar API',
};

const SHOWN = 3;

/** Names of lines that tests claim to prove and no contract has. */
export function unknownRows(contracts: Contracts, runs: TestRun[]): string[] {
  const known = new Set(VENDORS.flatMap((vendor) => contracts[vendor].map(({ row }) => `${vendor} ${row}`)));
  const named = runs.flatMap(({ name }) => linesNamed(name).map(({ vendor, row }) => `${vendor} ${row}`));
  return [...new Set(named)].filter((name) => !known.has(name)).toSorted();
}

/** The page: for each line of the contracts its mark, the tests that name it and what they say. Only a test that passed claims a line. */
export function compatibilityTable(contracts: Contracts, runs: TestRun[]): string {
  const tests = new Map<string, TestRun[]>();
  for (const run of runs.toSorted((one, other) => compare(one.file, other.file) || compare(one.name, other.name))) {
    for (const key of new Set(linesNamed(run.name).map(({ vendor, row }) => `${vendor} ${row}`))) {
      tests.set(key, [...(tests.get(key) ?? []), run]);
    }
  }
  const parts = VENDORS.map((vendor) => {
    const rows = contracts[vendor].map((line) => ({ line, runs: tests.get(`${vendor} ${line.row}`) ?? [] }));
    const holding = rows.filter((row) => statusOf(row.runs) === 'holds').length;
    return [
      `## ${TITLES[vendor]}`,
      '',
      `${holding} of ${rows.length} lines hold.`,
      '',
      '| Row | Mark | What it says | Test | Status |',
      '|---|---|---|---|---|',
      ...rows.map(
        ({ line, runs: named }) => `| ${line.row} | ${line.mark} | ${cell(line.statement)} | ${testsCell(named)} | ${statusOf(named)} |`,
      ),
      '',
    ].join('\n');
  });
  return `${HEAD}\n${parts.join('\n')}`;
}

const HEAD = `# What of the three wires holds

Written by \`npm run compatibility\` from the names of the tests that ran and passed; \`npm test\` fails where it is no longer true. The
lines are those of \`src/api/*/contract.txt\`. A row stands on the vendor's own page (*seed*), on the vendor's other documentation (*doc*), or
is our answer to what they leave open (*choice*). A line that no test names is marked so, and not claimed.
`;

function statusOf(runs: TestRun[]): 'holds' | 'broken' | 'no test' {
  if (runs.length === 0) return 'no test';
  return runs.every(({ passed }) => passed) ? 'holds' : 'broken';
}

function testsCell(runs: TestRun[]): string {
  const shown = runs.slice(0, SHOWN).map(({ file, name }) => `[${fileName(file)}](../${file}): ${cell(withoutRows(name))}`);
  if (runs.length > SHOWN) shown.push(`and ${runs.length - SHOWN} more`);
  return shown.join('<br>');
}

const fileName = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.test\.ts$/, '');

/** A name as it reads without the lines it proves. */
const withoutRows = (name: string): string => name.replaceAll(/(?:(?:, )?\b(?:nexudus|meetbit|zyntro)(?:,? §[\w.-]*\w)+)+:? ?/g, '').trim();

const cell = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
