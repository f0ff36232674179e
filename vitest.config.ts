import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': join(import.meta.dirname, 'src/portal/web') } },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    environment: 'node',
    globalSetup: 'test/harness/global-setup.ts',
    setupFiles: 'test/harness/loopback-only.ts',
    // Two processes that each run many files: loading the server's packages anew costs a second a file. What a file leaves
    // behind is undone below, and databases are its own; only module state is shared, and the product keeps none.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // How long a machine that is busy with other things may take; no promise is measured by it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
});
