import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** What the check must refuse: file, its one line, and the rule that names the fault. */
const planted: [file: string, line: string, rule: string][] = [
  ['src/domain/planted.ts', `import '../postgres/migrate.ts';`, 'room-domain'],
  ['src/domain/planted-package.ts', `import 'kysely';`, 'domain-is-pure'],
  ['src/domain/planted-node.ts', `import 'node:fs';`, 'domain-is-pure'],
  ['src/ical/planted.ts', `import type { Database } from '../postgres/database.ts';`, 'room-ical'],
  ['src/ical/planted-node.ts', `import 'node:crypto';`, 'ical-is-pure'],
  ['src/inbound/planted.ts', `import '../storage/planted-leaf.ts';`, 'room-inbound'],
  ['src/mime/planted.ts', `import '../ical/planted-leaf.ts';`, 'room-mime'],
  ['src/court/planted.ts', `import '../ical/planted-leaf.ts';`, 'room-court'],
  ['src/storage/planted.ts', `export type X = import('../operations/planted.ts').X;`, 'room-storage'],
  ['src/crypto/planted.ts', `import '../postgres/migrate.ts';`, 'room-crypto'],
  ['src/postgres/planted.ts', `import '../ledger/planted-leaf.ts';`, 'room-postgres'],
  ['src/ledger/planted.ts', `import '../storage/planted-leaf.ts';`, 'room-ledger'],
  ['src/storage/planted-ledger.ts', `import '../ledger/planted-leaf.ts';`, 'room-storage'],
  ['src/operations/planted.ts', `import '../delivery/planted.ts'; export type X = 1;`, 'room-operations'],
  ['src/operations/planted-pool.ts', `import { openDatabase } from '../postgres/database.ts'; void openDatabase;`, 'one-pool'],
  ['src/delivery/planted.ts', `import '../operations/planted-leaf.ts';`, 'room-delivery'],
  ['src/delivery/planted-driver.ts', `import 'pg';`, 'driver-stays-in-postgres'],
  ['src/doctor/planted.ts', `import '../api/http/planted-leaf.ts';`, 'room-doctor'],
  ['src/api/http/planted.ts', `import '../nexudus/planted-leaf.ts';`, 'room-api-http'],
  ['src/api/nexudus/planted.ts', `export * from '../meetbit/planted-leaf.ts';`, 'room-api-nexudus'],
  ['src/api/meetbit/planted.ts', `void import('../../postgres/migrate.ts');`, 'room-api-meetbit'],
  ['src/api/zyntro/planted.ts', `import '../../delivery/planted-leaf.ts';`, 'room-api-zyntro'],
  ['src/api/v1/planted.ts', `import '../zyntro/planted-leaf.ts';`, 'room-api-v1'],
  ['src/client/planted.ts', `import '../domain/clock.ts';`, 'room-client'],
  ['src/portal/server/planted.ts', `import '../../postgres/migrate.ts';`, 'room-portal-server'],
  ['src/portal/web/planted.ts', `import '../../operations/planted-leaf.ts';`, 'room-portal-web'],
  ['src/portal/web/planted-rule.ts', `import '../../domain/clock.ts';`, 'web-takes-domain-types-only'],
  ['src/portal/web/planted-alias.ts', `import '@/nowhere';`, 'resolvable'],
  ['src/cli/planted.ts', `import '../postgres/migrate.ts';`, 'room-cli'],
  ['src/config.ts', `import './postgres/migrate.ts';`, 'config-stands-alone'],
  ['src/delivery/planted-top.ts', `import '../compose.ts';`, 'compose-is-the-top'],
  ['src/storage/planted-cycle-back.ts', `import './planted-cycle.ts';`, 'no-cycles'],
  ['src/storage/planted-dev.ts', `import 'fast-check';`, 'product-without-dev-dependencies'],
  ['src/storage/planted-harness.ts', `import '../../test/harness/clock.ts';`, 'product-without-tests'],
  ['src/postgres/planted-test.ts', `import './migrate.test.ts';`, 'product-without-tests'],
];

/** What it must let pass. */
const innocent: [file: string, line: string][] = [
  ['src/storage/planted-cycle.ts', `import './planted-cycle-back.ts';`],
  ['src/compose-store.ts', `import { openDatabase } from './postgres/database.ts'; void openDatabase;`],
  ['src/compose.ts', `import './api/nexudus/planted-leaf.ts';`],
  ['src/cli/planted-leaf.ts', `import '../compose.ts'; import '../config.ts';`],
  ['src/ledger/planted-leaf.ts', `import '../postgres/migrate.ts'; import '../domain/clock.ts';`],
  ['src/storage/planted-leaf.ts', `import '../postgres/migrate.ts'; import '../domain/clock.ts';`],
  ['src/ical/planted-leaf.ts', `import '../domain/clock.ts'; import 'ical.js';`],
  ['src/operations/planted-leaf.ts', `import type { Transaction } from '../postgres/database.ts'; export type X = Transaction;`],
  ['src/delivery/planted-leaf.ts', `import '../ical/planted-leaf.ts'; import '../postgres/migrate.ts';`],
  ['src/delivery/planted.test.ts', `import '../operations/planted-leaf.ts'; import '../../test/harness/clock.ts'; import 'fast-check';`],
  ['src/api/nexudus/planted-leaf.ts', `import '../http/planted-leaf.ts'; import '../../operations/planted-leaf.ts';`],
  ['src/doctor/planted-leaf.ts', `import '../delivery/planted-leaf.ts'; import '../operations/planted-leaf.ts';`],
  ['src/api/http/planted-leaf.ts', `import 'hono';`],
  ['src/api/meetbit/planted-leaf.ts', ''],
  ['src/api/zyntro/planted-leaf.ts', ''],
  ['src/portal/web/planted-leaf.ts', `import type { Clock } from '../../domain/clock.ts'; export type X = Clock;`],
];

const root = resolve(import.meta.dirname, '..');
let copy: string;
let found: { from: string; rule: string }[];

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'adjourn-rooms-'));
  for (const name of ['src', 'test', 'package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
    await cp(join(root, name), join(copy, name), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const [file, line] of [...planted, ...innocent]) {
    await mkdir(dirname(join(copy, file)), { recursive: true });
    await writeFile(join(copy, file), `${line}\n`);
  }
  found = await cruise(copy);
}, 60_000);
afterAll(() => rm(copy, { recursive: true }));

async function cruise(directory: string): Promise<{ from: string; rule: string }[]> {
  const arguments_ = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  const run = await promisify(execFile)(join(root, 'node_modules/.bin/depcruise'), arguments_, {
    cwd: directory,
    maxBuffer: 2 ** 28,
  }).catch((failed: { stdout: string }) => failed);
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
}

test.each(planted)('%s: %s is refused by %s', (from, _line, rule) => {
  expect(found).toContainEqual({ from, rule });
});

test('what the arrows allow is not refused', () => {
  const files = new Set(innocent.map(([file]) => file).filter((file) => !file.includes('cycle')));
  expect(found.filter(({ from }) => files.has(from))).toEqual([]);
});
