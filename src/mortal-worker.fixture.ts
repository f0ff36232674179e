import { BroadcastChannel } from 'node:worker_threads';

/* The worker's thread, which ends at once, whatever it is doing, when anybody says so on the channel `adjourn-mortal`. */
const channel = new BroadcastChannel('adjourn-mortal');
channel.onmessage = () => process.exit(9);
channel.unref();
await import('./worker-thread.ts');
