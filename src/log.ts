import { type Logger, pino } from 'pino';

export type Log = Logger;

/**
 * The log: one JSON object a line on standard output. Faults are told by name, message, code and stack alone (an error of the driver
 * carries the row it failed on), and what looks like a mail address in them is masked.
 */
export function openLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeFault },
    },
    // Written before the next statement runs. Left to the background, the last lines before an exit came out of order, and those
    // are the ones somebody looks for.
    pino.destination({ dest: 1, sync: true }),
  );
}

type Fault = { type: string; message: string; code?: string; stack?: string; cause?: Fault };

/** What the log may tell of something thrown. */
export function describeFault(thrown: unknown): Fault {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: mask(String(thrown)) };
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  return {
    type: thrown.name,
    message: mask(thrown.message),
    ...(code === undefined ? {} : { code }),
    ...(thrown.stack === undefined ? {} : { stack: mask(thrown.stack) }),
    ...(thrown.cause === undefined ? {} : { cause: describeFault(thrown.cause) }),
  };
}

function mask(text: string): string {
  return text.replace(/[^\s<>"'()@/\\]+@[\w.-]+\.\w+/g, '(address)');
}
