import { sql } from 'kysely';
import type { Database } from './database.ts';

export type CapturedMail = { tenantId: number; messageId: string; sender: string; recipient: string; raw: Buffer };

/** Puts a mail into the development mailbox. */
export async function insertCapturedMail(db: Database, mail: CapturedMail, now: Temporal.Instant): Promise<void> {
  await sql`
    insert into captured_mails (tenant_id, message_id, sender, recipient, raw, received_at)
    values (${mail.tenantId}, ${mail.messageId}, ${mail.sender}, ${mail.recipient}, ${mail.raw}, ${now})`.execute(db);
}
