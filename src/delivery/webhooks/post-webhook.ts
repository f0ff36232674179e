import { request as requestInTheClear } from 'node:http';
import { request } from 'node:https';
import { isLoopbackHost } from '../../domain/webhooks/webhook.ts';
import { TargetRefused, guardedLookup, isPublicAddress } from './public-target.ts';
import { type Resolve, createResolve } from './resolve-name.ts';

export type PostOptions = {
  /** Which addresses may be called: those of the public internet, unless a test has its receiver on this machine. */
  isAllowed?: (address: string) => boolean;
  /** Certificates trusted beside the system's, in PEM. */
  ca?: string;
  /** Looks names up; by c-ares unless told. */
  resolve?: Resolve;
  /** Also http. */
  inTheClear?: boolean;
};

/** What may be called where a demo runs for this machine alone: this machine, and nobody else's network. */
export const onThisMachine: PostOptions = {
  isAllowed: (address) => isLoopbackHost(address) || isPublicAddress(address),
  inTheClear: true,
  resolve: async (hostname) => (hostname === 'localhost' ? [{ address: '127.0.0.1', family: 4 }] : await resolveName(hostname)),
};

const resolveName = createResolve();

/** The status of the answer with the beginning of its body, or why none came. */
export type Posted = { status: number; answer: string } | { error: string };

// What is read of an answer, for people: the status has come, so that no receiver is waited for long.
const MOST_BYTES = 4_000;
const READ_FOR_MS = 1_000;

/**
 * Sends a body by HTTPS POST. Follows no redirect; the status is all that counts, so what is read of the answer's body is short, and may be broken off.
 * `timeoutMs` bounds all of it, from the look-up of the name to the answer's first line; `signal` breaks it off before. Never rejects.
 */
export function postWebhook(
  url: string,
  message: { headers: Record<string, string>; body: string; timeoutMs: number; signal?: AbortSignal },
  { isAllowed = isPublicAddress, ca, resolve: lookUp = resolveName, inTheClear = false }: PostOptions = {},
): Promise<Posted> {
  const target = new URL(url);
  const literal = target.hostname.replace(/^\[(.*)\]$/, '$1');
  // A literal address is never looked up.
  const clear = inTheClear && target.protocol === 'http:' && isLoopbackHost(target.hostname);
  if ((target.protocol !== 'https:' && !clear) || (/^[\d.]+$|:/.test(literal) && !isAllowed(literal))) {
    return Promise.resolve({ error: 'the target is not on the public internet' });
  }
  return new Promise((resolve) => {
    let answered = false;
    const call = (clear ? requestInTheClear : request)(
      target,
      {
        method: 'POST',
        headers: {
          ...message.headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(message.body),
          'user-agent': 'Adjourn',
        },
        // A connection of its own: a kept one would be to an address that was allowed some time ago.
        agent: false,
        lookup: guardedLookup(isAllowed, lookUp),
        signal: AbortSignal.any([AbortSignal.timeout(message.timeoutMs), ...(message.signal ? [message.signal] : [])]),
        ...(ca === undefined ? {} : { ca }),
      },
      (response) => {
        answered = true;
        const chunks: Buffer[] = [];
        let bytes = 0;
        const over = setTimeout(() => response.destroy(), READ_FOR_MS);
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          bytes += chunk.length;
          if (bytes >= MOST_BYTES) response.destroy();
        });
        response.on('error', () => {});
        response.on('close', () => {
          clearTimeout(over);
          resolve({ status: response.statusCode ?? 0, answer: Buffer.concat(chunks).subarray(0, MOST_BYTES).toString() });
        });
      },
    );
    call.on('error', (error: NodeJS.ErrnoException) => {
      if (answered) return;
      const why =
        error.name === 'AbortError' || error.name === 'TimeoutError'
          ? 'no answer in time'
          : error instanceof TargetRefused
            ? error.message
            : (error.code ?? 'no connection');
      resolve({ error: why });
    });
    call.end(message.body);
  });
}
