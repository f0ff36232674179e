import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

/*
 * Only src/ledger/ names the ledger's tables, so that what is promised of them is kept in one room (src/ledger/README.md). Migrations make them; the
 * demo's loader writes what its people were told before there was a ledger, as rows of all tables at once.
 */

const ROOT = join(import.meta.dirname, '..');
const TABLES = [
  'changes',
  'outbox',
  'deliveries',
  'delivery_attempts',
  'workers',
  'suppressions',
  'captured_mails',
  'webhook_deliveries',
  'webhook_attempts',
];
const LOADS_THE_DEMO = 'src/storage/demo/demo-events.ts';

// A table stands behind a word of SQL, or alone in quotes; the same words are names of TypeScript elsewhere.
const named = new RegExp(
  `\\b(?:from|join|into|update|table|lock)\\s+(?:only\\s+)?(${TABLES.join('|')})\\b|table:\\s*'(${TABLES.join('|')})'`,
  'gi',
);

const namesTable = (text: string) =>
  [...text.matchAll(named)].filter(({ index, 0: match }) => {
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index + match.length);
    return !/^\s*(\*|\/\/|\/\*\*|import )/.test(line) && !/\/\/ /.test(line);
  });

test('P6: only the ledger names the ledger’s tables', () => {
  const files = globSync('src/**/*.ts', { cwd: ROOT }).filter(
    (file) => !/\.(test|cases|fixture)\.ts$/.test(file) && !file.startsWith('src/ledger/') && file !== LOADS_THE_DEMO,
  );
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) =>
    namesTable(readFileSync(join(ROOT, file), 'utf8')).map(([words]) => `${relative('.', file)}: ${words}`),
  );
  expect(found).toEqual([]);
});

test('the look itself finds a statement, and passes over prose', () => {
  expect(namesTable("await sql`update deliveries set state = 'sent'`.execute(tx)")).toHaveLength(1);
  expect(namesTable('select 1\n    from outbox o\n  join changes c')).toHaveLength(2);
  expect(namesTable("{ table: 'outbox', rows }")).toHaveLength(1);
  expect(namesTable('/** Turns plans into deliveries. */')).toHaveLength(0);
});
