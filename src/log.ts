import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

// So long a line of no weight may wait for others. A write costs as much as a tenth of a request, and whoever reads along sees no difference.
const COLLECT_MS = 20;
const WARN = 40;

/**
 * The log: one JSON object a line on standard output, in the order of the statements that wrote them. What ends the process writes what was
 * collected first; of one that is killed the last twenty milliseconds may be missing, but never a warning or what came before it. Faults are told by name, message, code and stack alone (an error of the driver
 * carries the row it failed on), and what looks like a mail address in them is masked. `to` is a descriptor or, for tests, a file.
 */
export function openLog(level: string, to: number | string = 1): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeFault },
    },
    collected(to),
  );
}

/**
 * Where lines go: written by us, not in the background, where the last ones before an exit came out of order, and those are the ones somebody looks
 * for.
 */
function collected(to: number | string): DestinationStream {
  const file = pino.destination({ dest: to, sync: true, minLength: 4_096 });
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    file.flushSync();
  };
  process.on('exit', flush);
  const stream = {
    // By this name the library tells the level of each line.
    [Symbol.for('pino.metadata')]: true,
    lastLevel: WARN,
    write(line: string) {
      file.write(line);
      if (stream.lastLevel >= WARN) flush();
      else timer ??= setTimeout(flush, COLLECT_MS).unref();
    },
  };
  return stream;
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
