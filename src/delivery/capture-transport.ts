import type { Clock } from '../domain/clock.ts';
import { insertCapturedMail } from '../ledger/captured-mails.ts';
import type { Database } from '../postgres/database.ts';
import { oneLine } from './smtp-reply.ts';
import type { Transport } from './transport.ts';

// Each holds one of the database's.
const CONNECTIONS = 4;

/** The development mailbox: keeps every mail in the database instead of handing it to a server. */
export function createCaptureTransport(options: { db: Database; clock: Clock }): Transport {
  return {
    connections: CONNECTIONS,
    takesAs: 'captured',
    async send(mail, hold) {
      if (!hold.holds()) return { outcome: 'lost', words: 'not begun: this worker’s lease ended', ambiguous: false };
      const { tenantId, deliveryId, messageId, envelope, raw } = mail;
      try {
        await insertCapturedMail(
          options.db,
          { tenantId, deliveryId, messageId, sender: envelope.from, recipient: envelope.to, raw },
          options.clock.now(),
        );
      } catch (error) {
        // The database may have kept it and died before it said so.
        return { outcome: 'lost', words: oneLine(String(error)), ambiguous: true };
      }
      return { outcome: 'sent', words: '250 2.0.0 kept in the development mailbox' };
    },
    async close() {},
  };
}
