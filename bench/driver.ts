import { Agent, request } from 'node:http';

/** One call of a load: `expect` is a text that a right answer's body contains. */
export type Call = { method: string; path: string; headers: Record<string, string>; body: string; expect: string };

/** Calls to make over so many connections: each once, or, with `times`, in turn until so many were made. */
export type Load = { url: string; connections: number; calls: Call[]; times?: number };

/** What came of it. `at` is when the last answer was there, by Date.now(). */
export type Driven = { perSecond: number; p50: number; p99: number; at: number; wrong: string | null };

/*
 * The client that makes a load, as a process of its own: it shares the machine with what it measures, not its thread. The plainest
 * there is, node:http with connections kept alive.
 */
process.once('message', (load: Load) => {
  void makeLoad(load).then((driven) => process.send?.(driven, () => process.exit(0)));
});

/** Makes a load from this process. */
export async function makeLoad({ url, connections, calls, times = calls.length }: Load): Promise<Driven> {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const took: number[] = [];
  let wrong: string | null = null;
  let next = 0;
  const one = (call: Call) =>
    new Promise<void>((resolve) => {
      const start = performance.now();
      const headers = call.body === '' ? call.headers : { ...call.headers, 'content-length': Buffer.byteLength(call.body) };
      const asked = request({ hostname, port, agent, method: call.method, path: call.path, headers }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (part: string) => (body += part));
        answer.on('end', () => {
          took.push(performance.now() - start);
          if (answer.statusCode !== 200 || !body.includes(call.expect)) wrong ??= `${answer.statusCode} ${body.slice(0, 300)}`;
          resolve();
        });
      });
      asked.on('error', (error) => {
        wrong ??= String(error);
        resolve();
      });
      asked.end(call.body);
    });
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < times) {
        const call = calls[next++ % calls.length];
        if (call) await one(call);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99), at: Date.now(), wrong };
}
