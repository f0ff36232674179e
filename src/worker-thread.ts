import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { getPriority, setPriority } from 'node:os';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { keepCompiledModules } from './compile-cache.ts';
import type { FromWorker, Orders, ToWorker } from './keep-worker.ts';

/*
 * The worker's own thread beside `adjourn serve`, kept running by keep-worker.ts, which tells it what to do. It imports no door, so that
 * it stays small. A fault that nobody catches ends the thread, and the server starts another.
 */

if (!parentPort) throw new Error('The worker is a thread of the server.');
const port: MessagePort = parentPort;

keepCompiledModules();
const [{ openWorker }, { openLog }] = await Promise.all([import('./compose-worker.ts'), import('./log.ts')]);
// Now rather than at the end: a server that is killed has none.
flushCompileCache();

const [{ order, soleWorker }] = (await once(port, 'message')) as [Orders];

// Under load the calls go first: each nice step is a tenth of the processor, so this is a third of what a call gets.
const NICE = 5;
// Elsewhere a priority is the whole process's.
if (process.platform === 'linux') setPriority(Math.min(19, getPriority() + NICE));

const opening = openWorker(order, openLog(order.config.LOG_LEVEL), soleWorker);

port.on('message', (message: ToWorker) => {
  if (message === 'wake') void opening.then((worker) => worker.wake());
  // Ends the thread, whatever may still be open.
  else void opening.then((worker) => worker.stop()).then(() => process.exit(0));
});

const worker = await opening;
report();

/** Says how it stands: often while somebody waits for it to become ready. */
function report(): void {
  const ready = worker.ready();
  port.postMessage({ ready, figures: worker.figures() } satisfies FromWorker);
  setTimeout(report, ready ? 500 : 20);
}
