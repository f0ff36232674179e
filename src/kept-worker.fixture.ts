import { parentPort, workerData } from 'node:worker_threads';
import type { FromServer, FromWorker, Orders, ToWorker } from './keep-worker.ts';

/*
 * A worker's thread that the `publicUrl` of its orders tells how to live: "live" (says that it is ready each time it is woken), "watch"
 * (says so while calls are being answered), "die", or "outgrow" (its memory).
 */
const outgrow = () => {
  for (const kept: string[] = []; ;) kept.push(String(kept.length).repeat(64).split('').join('-'));
};

const tell = () => {
  const { calls } = workerData as FromServer;
  parentPort?.postMessage((calls[0] === 0 ? 'not ready' : 'ready') satisfies FromWorker);
};

parentPort?.on('message', (message: Orders | ToWorker) => {
  if (message === 'stop') process.exit(0);
  else if (message === 'wake') parentPort?.postMessage('ready' satisfies FromWorker);
  else if (message.order.publicUrl === 'watch') setInterval(tell, 5);
  else if (message.order.publicUrl === 'die') throw new Error('as told');
  else if (message.order.publicUrl === 'outgrow') outgrow();
});
