import type { Config } from '../config.ts';
import { withTools } from './with-tools.ts';

/** `adjourn migrate`: brings the database up to this version and says what that took. */
export async function migrate(config: Config): Promise<void> {
  await withTools(config, async ({ migrated }) => {
    console.log(migrated.length === 0 ? 'The database is up to date.' : `Applied ${migrated.join(', ')}.`);
    return 0;
  });
}
