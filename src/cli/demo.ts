import type { Tools } from '../compose.ts';
import type { Config } from '../config.ts';
import type { ExitCode } from './exit-codes.ts';
import { complain, say } from './out.ts';
import { withProgress } from './progress.ts';
import { withTools } from './with-tools.ts';

/** `adjourn demo`: loads the demo into an empty database, or takes it out again; one that holds a tenant is left as it is, with exit code 1. */
export async function demo(config: Config, { remove = false }: { remove?: boolean }): Promise<void> {
  await withTools(config, remove ? takeOut : load, { makes: !remove });
}

async function load(tools: Tools): Promise<ExitCode> {
  const { loaded } = await withProgress('Loading the demo', () => tools.loadDemo());
  if (!loaded) {
    complain('The database holds a tenant already; the demo is loaded only into an empty one.');
    return 1;
  }
  say('The demo is loaded. On a server with DEMO=on sign in as mina@example.org with the password demo-password.');
  return 0;
}

async function takeOut(tools: Tools): Promise<ExitCode> {
  const done = await withProgress('Removing the demo', () => tools.removeDemo());
  switch (done.outcome) {
    case 'removed':
      say(`The demo is gone, with ${done.rows} rows that were its. It is not loaded again unless \`adjourn demo\` or DEMO=on asks for it.`);
      return 0;
    case 'no_demo':
      complain('There is no demo in this database.');
      return 1;
  }
}
