import { type Tools, openLog, openTools } from '../compose.ts';
import type { Config } from '../config.ts';
import type { ExitCode } from './exit-codes.ts';
import { complainOf } from './out.ts';
import { withProgress } from './progress.ts';

/**
 * Runs a one-off command over the database and closes it again. What the command answers becomes the exit code; a fault is told as a
 * sentence on standard error and gives 1. `makes`: it makes an embedded database where there is none.
 */
export async function withTools(
  config: Config,
  command: (tools: Tools) => Promise<ExitCode>,
  options: { takesIdentity?: boolean; makes?: boolean } = {},
): Promise<void> {
  // Its own words are the command's output; the log only carries what went wrong.
  const log = openLog('warn');
  try {
    const tools = await withProgress('Opening the database', () => openTools(config, log, options));
    try {
      process.exitCode = await command(tools);
    } finally {
      await tools.close();
    }
  } catch (error) {
    complainOf(error);
    process.exitCode = 1;
  }
}
