import { expect, test } from 'vitest';
import { linesNamed, parseContract } from './contract-lines.ts';
import { type Contracts, compatibilityTable, unknownRows } from './table.ts';

const contracts: Contracts = {
  nexudus: parseContract('# remarks\n\n§7.2a [seed] A success is empty'),
  meetbit: parseContract('§4.1a [doc] A refusal is | one sentence'),
  zyntro: parseContract('§12-4 [choice] The code is a header'),
};
const run = (name: string, passed = true) => ({ file: 'src/api/a.test.ts', name, passed });

test('a test says which lines of which contracts it proves', () => {
  expect(linesNamed('cases > meetbit §6.1a §4.1c, zyntro §12-4: cancels')).toEqual([
    { vendor: 'meetbit', row: '§6.1a' },
    { vendor: 'meetbit', row: '§4.1c' },
    { vendor: 'zyntro', row: '§12-4' },
  ]);
  expect(linesNamed('meetbit tells it once, as nexudus does')).toEqual([]);
});

test('a line is claimed by a test that ran and passed, and by nothing else', () => {
  const table = compatibilityTable(contracts, [run('nexudus §7.2a: is empty'), run('zyntro §12-4: has a header', false)]);
  expect(table).toContain('| §7.2a | seed | A success is empty | [a](../src/api/a.test.ts): is empty | holds |');
  expect(table).toContain('| §12-4 | choice | The code is a header | [a](../src/api/a.test.ts): has a header | broken |');
  expect(table).toContain('| §4.1a | doc | A refusal is \\| one sentence |  | no test |');
  expect(table).toContain('0 of 1 lines hold.');
});

test('the order in which tests finish does not change the page', () => {
  const runs = [run('nexudus §7.2a: b'), run('nexudus §7.2a: a'), run('nexudus §7.2a: d'), run('nexudus §7.2a: c')];
  expect(compatibilityTable(contracts, runs)).toBe(compatibilityTable(contracts, runs.toReversed()));
  expect(compatibilityTable(contracts, runs)).toContain('and 1 more');
});

test('a line nobody wrote down cannot be proved, and a contract has each line once', () => {
  expect(unknownRows(contracts, [run('meetbit §9z: x'), run('meetbit §4.1a: y')])).toEqual(['meetbit §9z']);
  expect(() => parseContract('§1a [doc] One\n§1a [doc] Two')).toThrow('twice');
  expect(() => parseContract('§1a Nothing says what it rests on')).toThrow('not a line');
});
