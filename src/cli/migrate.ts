import type { Tools } from '../compose.ts';
import type { Config } from '../config.ts';
import type { ExitCode } from './exit-codes.ts';
import { say } from './out.ts';
import { withTools } from './with-tools.ts';

/** `adjourn migrate`: brings the database up to this version and says what that took. */
export async function migrate(config: Config): Promise<void> {
  const tell = async ({ migrated }: Tools): Promise<ExitCode> => {
    say(migrated.length === 0 ? 'The database is up to date.' : `Applied ${migrated.join(', ')}.`);
    return 0;
  };
  await withTools(config, tell, { makes: true });
}
