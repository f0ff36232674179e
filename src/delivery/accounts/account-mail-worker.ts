import type { Clock } from '../../domain/clock.ts';
import type { AccountMail } from '../../domain/people/account-mail.ts';
import type { Database } from '../../postgres/database.ts';
import { claimAccountMails, recordAccountMail } from '../../storage/access/account-mails.ts';
import { composeAccountEmail } from '../email/compose-account-email.ts';
import type { DeliveryLog } from '../log.ts';
import { nextAttemptAt } from '../retry-schedule.ts';
import type { Transport, TransportReply } from '../transport.ts';

export type AccountMailWorkerOptions = {
  db: Database;
  clock: Clock;
  /** From 0 to below 1. */
  chance(): number;
  transport: Transport;
  log: DeliveryLog;
  /** Where this installation's pages are, without a trailing slash. */
  publicUrl: string;
  /** Opens the token of a mail. */
  unseal(mail: AccountMail & { tokenSealed: Buffer }): string;
};

// Somebody waits before a page for it.
const LOOK_EVERY_MS = 1_000;
// Longer than a transport takes: a mail that somebody still sends is not sent by another. Who died with one in hand leaves it for so long.
const LEASE_SECONDS = 900;
const AT_ONCE = 5;

/**
 * Hands over mails about accounts as they fall due. Any number of processes may do so on one database. `round` does what is due now and gives how many it
 * tried; `stop` breaks off what is under way, which is tried again.
 */
export function createAccountMailWorker(options: AccountMailWorkerOptions): {
  start(): void;
  wake(): void;
  round(): Promise<number>;
  stop(): Promise<void>;
} {
  const { db, clock, transport, log } = options;
  const ended = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<unknown> | undefined;
  let again = false;
  let started = false;

  async function send(mail: AccountMail): Promise<TransportReply> {
    const { tokenSealed } = mail;
    if (tokenSealed === null || Temporal.Instant.compare(clock.now(), mail.expiresAt) >= 0)
      return { outcome: 'refused', words: 'not sent: its link is over', because: 'message' };
    const link = `${options.publicUrl}/password/${options.unseal({ ...mail, tokenSealed })}`;
    const { envelope, raw } = composeAccountEmail(mail, link);
    const hold = { holds: () => !ended.signal.aborted, ended: ended.signal };
    return await transport.send({ tenantId: mail.tenantId, deliveryId: null, messageId: mail.messageId, envelope, raw }, hold);
  }

  async function hand(mail: AccountMail): Promise<void> {
    const about = { tenantId: mail.tenantId, accountMail: mail.id };
    const reply = await send(mail).catch((error: unknown): TransportReply => {
      log.error({ ...about, err: error }, 'a mail about an account could not be composed');
      return { outcome: 'refused', words: 'it could not be composed', because: 'message' };
    });
    const at = clock.now();
    const retry = nextAttemptAt({ setbacks: mail.attempts, chance: options.chance(), createdAt: mail.createdAt, startsAt: null, now: at });
    const over = reply.outcome === 'sent' || reply.outcome === 'refused' || retry === null;
    const state = reply.outcome === 'sent' ? 'sent' : over ? 'failed' : 'awaiting_retry';
    if (state === 'failed') log.warn({ ...about, outcome: reply.outcome }, 'a mail about an account was not taken');
    await recordAccountMail(db, mail, { state, reply: reply.words, at, dueAt: retry ?? at });
  }

  async function round(): Promise<number> {
    let tried = 0;
    for (;;) {
      const claimed = await claimAccountMails(db, clock.now(), LEASE_SECONDS, AT_ONCE);
      await Promise.all(claimed.map(hand));
      tried += claimed.length;
      if (claimed.length < AT_ONCE || ended.signal.aborted) return tried;
    }
  }

  function look(): void {
    if (!started || ended.signal.aborted) return;
    if (looking) {
      again = true;
      return;
    }
    clearTimeout(timer);
    looking = round()
      .catch((error: unknown) => log.warn({ err: error }, 'mails about accounts could not be looked at'))
      .finally(() => {
        looking = undefined;
        if (again) {
          again = false;
          look();
        } else if (!ended.signal.aborted) timer = setTimeout(look, LOOK_EVERY_MS);
      });
  }

  return {
    start() {
      started = true;
      look();
    },
    wake: look,
    round,
    async stop() {
      ended.abort();
      clearTimeout(timer);
      await looking;
    },
  };
}
