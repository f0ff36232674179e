import type { Clock } from '../domain/clock.ts';
import type { Notice, PlainNotice } from '../domain/notices/notice.ts';
import type { ClaimedDelivery } from '../ledger/claim.ts';
import type { Unreadable } from '../ledger/notices.ts';
import type { SentAttempt, UnsentAttempt } from '../ledger/record.ts';
import type { Breaker } from './breaker.ts';
import type { Concurrency } from './concurrency.ts';
import type { DeliveryLog } from './log.ts';
import { watchRefusals } from './refusals.ts';
import type { ServerLog } from './server-log.ts';
import { nextAttemptAt } from './retry-schedule.ts';
import type { Hold, Transport, TransportReply } from './transport.ts';

export type Task = { claimed: ClaimedDelivery; notice: Notice | PlainNotice | Unreadable };

/** Makes the bytes of a notice; pure. */
export type Compose = (notice: Notice | PlainNotice) => { envelope: { from: string; to: string }; raw: Buffer; sha256: string };

export type SenderOptions = {
  compose: Compose;
  transport: Transport;
  breaker: Breaker;
  concurrency: Concurrency;
  server: ServerLog;
  clock: Clock;
  /** From 0 to below 1. */
  chance: () => number;
  log: DeliveryLog;
  /** Resolves when the ledger has it. */
  record(result: SentAttempt | UnsentAttempt): Promise<void>;
  /** Gives a mail back that a server was not told of: due as it was, the attempt uncounted. Never rejects. */
  giveBack(claimed: ClaimedDelivery): Promise<void>;
  /** Takes back that these were refused for their recipients' fault; they are due again then. Never rejects. */
  takeBack(refused: { tenantId: number; id: number }[], dueAt: Temporal.Instant): Promise<void>;
};

/** One attempt at one delivery, from its notice to the ledger. Never rejects. */
export function createSender(options: SenderOptions): (task: Task, hold: Hold) => Promise<void> {
  const { transport, breaker, server, clock, log } = options;
  const refusals = watchRefusals();
  const recording = new Map<number, Promise<void>>();

  /** A refusal of one person, or of everybody: then it is the relay's, this mail comes again like those refused before it, and the server is left alone. */
  function judged(reply: TransportReply, { claimed: { tenantId, id, recipient, createdAt } }: Task): TransportReply {
    if (reply.outcome === 'sent') {
      server.back();
      refusals.taken();
    }
    if (reply.outcome !== 'refused' || reply.because === 'message') return reply;
    const before = refusals.refused({ words: reply.words, recipient, tenantId, deliveryId: id });
    if (before === null) return reply;
    const trouble = 'it refuses everybody in the same words; nobody is taken for gone';
    server.went(trouble, { tenantId, deliveryId: id });
    const now = clock.now();
    const dueAt = nextAttemptAt({ setbacks: 1, chance: options.chance(), createdAt, startsAt: null, now }) ?? now;
    // Not before the ledger has what it is to take back.
    void Promise.all(before.flatMap((one) => recording.get(one.id) ?? [])).then(() => options.takeBack(before, dueAt));
    return { outcome: 'deferred', words: reply.words, unreachable: true, trouble };
  }

  async function end(
    { claimed, notice }: Task,
    startedAt: Temporal.Instant,
    reply: TransportReply,
    sha256: string | null,
    ownFault: boolean,
  ): Promise<void> {
    const endedAt = clock.now();
    const common = {
      tenantId: claimed.tenantId,
      id: claimed.id,
      attempt: claimed.attempts,
      startedAt,
      endedAt,
      words: reply.words,
      sha256,
    };
    if (reply.outcome === 'sent') return await options.record({ ...common, outcome: 'sent' });
    const possiblySent = reply.outcome === 'lost' && reply.ambiguous;
    const dueAt =
      reply.outcome === 'refused'
        ? null
        : nextAttemptAt({
            setbacks: claimed.setbacks + (ownFault ? 0 : 1),
            chance: options.chance(),
            createdAt: claimed.createdAt,
            startsAt: 'unreadable' in notice ? null : notice.event.startsAt,
            now: endedAt,
          });
    const state = dueAt !== null ? 'awaiting_retry' : reply.outcome === 'refused' && reply.because !== 'message' ? 'bounced' : 'failed';
    const addressGone = reply.outcome === 'refused' && reply.because === 'address';
    const about = { tenantId: claimed.tenantId, deliveryId: claimed.id, attempt: claimed.attempts, outcome: reply.outcome, state };
    log[state === 'awaiting_retry' ? 'info' : 'warn'](about, 'not sent');
    await options.record({ ...common, outcome: reply.outcome, state, possiblySent, dueAt, addressGone, ownFault });
  }

  function composed(task: Task): ReturnType<Compose> | TransportReply {
    const { tenantId, id: deliveryId, possiblySent, contentSha256 } = task.claimed;
    try {
      // A row that says too little, or what only a newer version understands, waits alone like one that cannot be composed.
      if ('unreadable' in task.notice) throw task.notice.unreadable;
      const email = options.compose(task.notice);
      // Other bytes than those that may have arrived, under their Message-ID, would make two mails of one. (Where nothing can have
      // arrived, nobody holds the old ones, and the new are as good: a retry across an upgrade.)
      if (!possiblySent || contentSha256 === null || contentSha256 === email.sha256) return email;
      log.error({ tenantId, deliveryId }, 'composes other bytes than those that may have arrived; not sent again');
      return { outcome: 'refused', because: 'message', words: 'not sent again: its bytes would differ from those that may have arrived' };
    } catch (error) {
      // A fault of ours, in this one mail. Tried again like any other: an upgrade within three days may mend it.
      log.error({ tenantId, deliveryId, err: error }, 'could not be composed');
      return {
        outcome: 'deferred',
        unreachable: false,
        words: `could not be composed (${error instanceof Error ? error.name : typeof error})`,
      };
    }
  }

  function isInTime({ createdAt }: ClaimedDelivery): boolean {
    return nextAttemptAt({ setbacks: 0, chance: 0, createdAt, startsAt: null, now: clock.now() }) !== null;
  }

  return async (task, hold) => {
    const startedAt = clock.now();
    const email = composed(task);
    if ('outcome' in email) return await end(task, startedAt, email, null, false);
    const { tenantId, id: deliveryId, messageId } = task.claimed;
    const turn = options.concurrency.begin();
    const reply = judged(await transport.send({ tenantId, deliveryId, messageId, envelope: email.envelope, raw: email.raw }, hold), task);
    if (isUnreachable(reply)) {
      // What we broke off ourselves says nothing about the server.
      const refused = hold.holds() && 'notLetIn' in reply ? turn.refused() : undefined;
      if (hold.holds() && (!refused || refused.alone || refused.often)) {
        breaker.unreachable();
        server.went(troubleIn(reply));
      }
      // Others are on their way: we were too many, which costs the mail nothing. After three days it ends all the same.
      if (refused && !refused.alone && isInTime(task.claimed)) {
        turn.over();
        return await options.giveBack(task.claimed);
      }
    } else if (reply.outcome !== 'lost') {
      breaker.worked();
      turn.let();
    }
    turn.over();
    const recorded = end(task, startedAt, reply, email.sha256, reply.outcome === 'lost' && !hold.holds());
    recording.set(deliveryId, recorded);
    await recorded;
    recording.delete(deliveryId);
  };
}

function isUnreachable(reply: TransportReply): boolean {
  return (reply.outcome === 'lost' && !reply.ambiguous) || (reply.outcome === 'deferred' && reply.unreachable);
}

function troubleIn(reply: TransportReply): string {
  return ('trouble' in reply ? reply.trouble : undefined) ?? 'it cannot be reached';
}
