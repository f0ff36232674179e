import { parentPort } from 'node:worker_threads';
import type { FromWorker, Orders, ToWorker } from './keep-worker.ts';

/*
 * A worker's thread that the `publicUrl` of its orders tells how to live: "live" (says that it is ready each time it is woken), "die", or
 * "outgrow" (its memory).
 */
const outgrow = () => {
  for (const kept: string[] = []; ;) kept.push(String(kept.length).repeat(64).split('').join('-'));
};

parentPort?.on('message', (message: Orders | ToWorker) => {
  if (message === 'stop') parentPort?.close();
  else if (message === 'wake') parentPort?.postMessage({ ready: true } satisfies FromWorker);
  else if (message.order.publicUrl === 'die') throw new Error('as told');
  else if (message.order.publicUrl === 'outgrow') outgrow();
});
