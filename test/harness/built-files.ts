import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../dist/portal/assets');
const files = new Set(existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')) : []);

/** Whether a text is a file of the built pages, to the letter: what stands there is of no request and of no row. */
export function isBuiltFile(text: string): boolean {
  return files.has(text);
}
