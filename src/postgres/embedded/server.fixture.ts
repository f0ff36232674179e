// A server process for the tests to kill: starts the embedded database of the directory given, tells its parent, waits.
// SIGINT is answered with whether the database still accepts connections.
import { ask } from './connection.ts';
import { startEmbeddedPostgres } from './start.ts';

const [dataDir = '', then = 'wait'] = process.argv.slice(2);
const say = (message: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(message)}\n`);

try {
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log: (line) => say({ said: 'log', message: line.message }),
    settings: { fsync: 'off' },
  });
  process.on('SIGINT', () => {
    void ask(postgres.connectionString).then((answer) => say({ said: 'interrupted', message: answer }));
  });
  if (then === 'wait') setInterval(() => {}, 60_000);
  say({ said: 'ready', message: postgres.connectionString, adopted: postgres.adopted, postmasterPid: postgres.postmasterPid });
  if (then === 'exit') process.exit(0);
} catch (error) {
  say({ said: 'refused', message: error instanceof Error ? error.message : String(error), name: error instanceof Error ? error.name : '' });
}
