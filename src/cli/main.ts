#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepCompiledModules } from '../compile-cache.ts';
import type { Config } from '../config.ts';
import { complain } from './out.ts';

if (!('Temporal' in globalThis)) {
  complain(`Adjourn runs on Node.js 26, this is ${process.version}. \`npm start\` and \`npx adjourn\` use the right one.`);
  process.exit(1);
}

const root = join(import.meta.dirname, '../..');
keepCompiledModules();
const [{ readConfig }, { buildProgram, withoutVainHelp }] = await Promise.all([import('../config.ts'), import('./program.ts')]);

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const program = buildProgram(version, configuration);
await program.parseAsync(withoutVainHelp(program, process.argv.slice(2)), { from: 'user' });

/** The configuration, or the end: every fault on standard error and exit code 1. */
function configuration(): Config {
  const read = readConfig();
  if ('config' in read) return read.config;
  complain('The configuration is not usable:', ...read.faults.map((fault) => `  ${fault}`));
  process.exit(1);
}
