import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { VENDORS, readContract } from './contract-lines.ts';
import { type Contracts, type TestRun, compatibilityTable, unknownRows } from './table.ts';

const PAGE = join(import.meta.dirname, '../../docs/compatibility.md');

/**
 * Holds docs/compatibility.md against the tests of a whole run; with COMPATIBILITY=write it writes the page. For whole runs
 * only: a part of the tests proves a part of the lines.
 */
export default class CompatibilityReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const contracts = Object.fromEntries(VENDORS.map((vendor) => [vendor, readContract(vendor)])) as Contracts;
    const runs = modules.flatMap((module) => testRuns(module));
    const unknown = unknownRows(contracts, runs);
    if (unknown.length > 0) fail(`Tests name lines that no contract.txt has: ${unknown.join(', ')}.`);
    const table = compatibilityTable(contracts, runs);
    if (process.env['COMPATIBILITY'] === 'write') writeFileSync(PAGE, table);
    else if (readFileSync(PAGE, 'utf8') !== table)
      fail('docs/compatibility.md is not what the tests say: write it anew with npm run compatibility.');
  }
}

function testRuns(module: TestModule): TestRun[] {
  return [...module.children.allTests()]
    .filter((test) => test.result().state !== 'skipped')
    .map((test) => ({ file: module.relativeModuleId, name: test.fullName, passed: test.ok() }));
}

function fail(message: string): void {
  process.stderr.write(`\n${message}\n`);
  process.exitCode = 1;
}
