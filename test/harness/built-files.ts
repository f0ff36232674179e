import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../dist/portal/assets');
const packaged = join(import.meta.dirname, '../../node_modules/swagger-ui-dist');
const files = new Set([
  ...(existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')) : []),
  ...['swagger-ui-bundle.js', 'swagger-ui.css'].map((name) => readFileSync(join(packaged, name), 'utf8')),
]);

/** Whether a text is a file of the built pages, or of the library that shows our API, to the letter: what stands there is of no request and of no row. */
export function isBuiltFile(text: string): boolean {
  return files.has(text);
}
