import type { AppOptions } from './api/http/app.ts';
import { type Check, reasonsIn } from './api/http/check.ts';
import type { WorkerFigures } from './delivery/figures.ts';

/** A process as /readyz looks at it. */
export type Looked = {
  stopping(): boolean;
  /** Why the database cannot be worked with just now. */
  database(): Promise<string | undefined>;
  /** Whether there is any tenant to be served; absent where nobody asks for one. Never rejects. */
  setUp?(): Promise<boolean>;
  worker: { ready(): boolean; figures(): WorkerFigures | undefined } | undefined;
  /** Why mails wait, whatever the mail server does. */
  mute: string | undefined;
};

/** What /readyz answers, in the order in which it names what is missing. */
export function healthOf({ stopping, database, setUp, worker, mute }: Looked): Required<Pick<AppOptions, 'readiness' | 'checks'>> {
  const checks = async (): Promise<Check[]> => {
    const trouble = await database();
    return [
      check('process', stopping() ? 'the server is stopping' : undefined),
      check('database', trouble),
      ...(setUp ? [check('house', trouble === undefined && !(await setUp()) ? 'not set up' : undefined)] : []),
      check('worker', worker?.ready() === false ? 'the worker is not ready' : undefined),
      check('mail', mute),
      // Calls are as good as ever without it, so nobody need be kept from this process.
      { ...check('mail server', awayOf(worker?.figures())), needed: false },
    ];
  };
  return {
    checks,
    readiness: async () => reasonsIn(await checks()),
  };
}

function check(name: string, fault: string | undefined): Check {
  return { name, ok: fault === undefined, needed: true, says: fault ?? 'ok' };
}

function awayOf(figures: WorkerFigures | undefined): string | undefined {
  if (!figures?.mailServer) return undefined;
  const { trouble, forSeconds } = figures.mailServer;
  return `it has been of no use for ${forSeconds} seconds, mails wait: ${trouble}`;
}
