import type { ServerTrouble } from './server-log.ts';
import type { SentAttempt, UnsentAttempt } from '../ledger/record.ts';

export type AttemptOutcome = (SentAttempt | UnsentAttempt)['outcome'];

/** What a worker has done since it began, and how it stands; plain values, which a thread can be handed. */
export type WorkerFigures = {
  attempts: Record<AttemptOutcome, number>;
  /** Tries to hand messages to other programs. */
  webhookTries: { delivered: number; failed: number };
  /** Of its pool to the database; `waiting` are those who wait for one. */
  connections: { open: number; idle: number; waiting: number };
  mailServer: ServerTrouble | null;
  /** Connections to the mail server that are allowed just now. */
  smtpConnections: number;
  /** Of the delays of its event loop the longest since it was last asked, in seconds. */
  loopDelaySeconds: number;
};
