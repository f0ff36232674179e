import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const VENDORS = ['nexudus', 'meetbit', 'zyntro'] as const;

export type Vendor = (typeof VENDORS)[number];

/** What the line rests on: the vendor's page beside the issue, the vendor's other pages, or our answer where they are silent. */
export type Mark = 'seed' | 'doc' | 'choice';

/** One behaviour of a vendor's wire, in our words. `row` is the section of the contract and a letter: `§6.1a`. */
export type ContractLine = { row: string; mark: Mark; statement: string };

const LINE = /^(§[\w.-]+) \[(seed|doc|choice)\] (\S.*)$/;

/** Reads a `contract.txt`: a line for each behaviour, blank lines and `#` remarks between them. Throws on any other line. */
export function parseContract(text: string): ContractLine[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const rows = new Set<string>();
  return lines.map((line) => {
    const [, row, mark, statement] = LINE.exec(line) ?? [];
    if (!row || !mark || !statement) throw new Error(`not a line of a contract: ${line}`);
    if (rows.has(row)) throw new Error(`${row} is there twice`);
    rows.add(row);
    return { row, mark: mark as Mark, statement };
  });
}

/** The lines of a vendor's contract, in their order. */
export function readContract(vendor: Vendor): ContractLine[] {
  return parseContract(readFileSync(join(import.meta.dirname, `../../src/api/${vendor}/contract.txt`), 'utf8'));
}

const NAMED = /\b(nexudus|meetbit|zyntro)((?:,? §[\w.-]*\w)+)/g;

/** The lines a test says it proves: `meetbit §6.1a §4.1c: a cancel answers …`. */
export function linesNamed(testName: string): { vendor: Vendor; row: string }[] {
  return [...testName.matchAll(NAMED)].flatMap(([, vendor, rows]) =>
    [...(rows ?? '').matchAll(/§[\w.-]*\w/g)].map(([row]) => ({ vendor: vendor as Vendor, row })),
  );
}
