import { getPriority, setPriority } from 'node:os';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { openWorker } from './compose-worker.ts';
import type { FromWorker, Orders, ToWorker } from './keep-worker.ts';
import { openLog } from './log.ts';

/*
 * The worker's own thread beside `adjourn serve`, kept running by keep-worker.ts, which tells it what to do. It imports no door, so that
 * it stays small. A fault that nobody catches ends the thread, and the server starts another.
 */

// Under load the calls go first: each nice step is a tenth of the processor, so this is a third of what a call gets.
const NICE = 5;
// Elsewhere a priority is the whole process's.
if (process.platform === 'linux') setPriority(Math.min(19, getPriority() + NICE));

if (!parentPort) throw new Error('The worker is a thread of the server.');
const port: MessagePort = parentPort;
const { order, soleWorker } = workerData as Orders;
const worker = await openWorker(order, openLog(order.config.LOG_LEVEL), soleWorker);

port.on('message', (message: ToWorker) => {
  if (message === 'wake') worker.wake();
  // Ends the thread, whatever may still be open.
  else void worker.stop().then(() => process.exit(0));
});

report();

/** Says how it stands: often while somebody waits for it to become ready. */
function report(): void {
  const ready = worker.ready();
  port.postMessage((ready ? 'ready' : 'not ready') satisfies FromWorker);
  setTimeout(report, ready ? 500 : 20);
}
