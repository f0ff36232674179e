import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, Orders, ToWorker } from './keep-worker.ts';

/*
 * A worker's thread that its `publicUrl` tells how to live: "live" (says that it is ready each time it is woken), "die", "outgrow" (its memory),
 * and any other: the real one, which dies when anybody says so on the channel `adjourn-mortal`.
 */
const { publicUrl } = (workerData as Orders).order;
const answer = (message: FromWorker) => parentPort?.postMessage(message);

function hear(message: ToWorker): void {
  if (message === 'wake') answer('ready');
  else parentPort?.close();
}

if (publicUrl === 'die') throw new Error('as told');
else if (publicUrl === 'live') parentPort?.on('message', hear);
else if (publicUrl === 'outgrow') for (const kept: string[] = []; ;) kept.push(String(kept.length).repeat(64).split('').join('-'));
else {
  // Ends the thread at once, whatever it is doing.
  new BroadcastChannel('adjourn-mortal').onmessage = () => process.exit(9);
  await import('./worker-thread.ts');
}
