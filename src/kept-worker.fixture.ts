import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, Orders, ToWorker } from './keep-worker.ts';

/*
 * A worker's thread that its `publicUrl` tells how to live: "live" (ready once it was woken), "deaf", "die", "outgrow" (its memory),
 * and any other: the real one, which dies when anybody says so on the channel `adjourn-mortal`.
 */
const { publicUrl } = (workerData as Orders).order;
const answer = (message: FromWorker) => parentPort?.postMessage(message);
let woken = false;

function hear(message: ToWorker): void {
  if (message === 'wake') woken = true;
  else if (message === 'stop') parentPort?.close();
  else if (publicUrl === 'live') answer(woken ? 'ready' : 'not ready');
}

if (publicUrl === 'die') throw new Error('as told');
else if (publicUrl === 'live' || publicUrl === 'deaf') parentPort?.on('message', hear);
else if (publicUrl === 'outgrow') for (const kept: string[] = []; ;) kept.push(String(kept.length).repeat(64).split('').join('-'));
else {
  // Ends the thread at once, whatever it is doing.
  new BroadcastChannel('adjourn-mortal').onmessage = () => process.exit(9);
  await import('./worker-thread.ts');
}
