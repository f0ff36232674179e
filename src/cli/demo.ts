import type { Tools } from '../compose.ts';
import type { Config } from '../config.ts';
import type { ExitCode } from './exit-codes.ts';
import { complain, say } from './out.ts';
import { withProgress } from './progress.ts';
import { withTools } from './with-tools.ts';

/** `adjourn demo`: loads the demo into an empty database; one that holds a tenant is left as it is, with exit code 1. */
export async function demo(config: Config): Promise<void> {
  const load = async (tools: Tools): Promise<ExitCode> => {
    const { loaded } = await withProgress('Loading the demo', () => tools.loadDemo());
    if (!loaded) {
      complain('The database holds a tenant already; the demo is loaded only into an empty one.');
      return 1;
    }
    say('The demo is loaded. On a server with DEMO=on sign in as mina@example.org with the password demo-password.');
    return 0;
  };
  await withTools(config, load, { makes: true });
}
