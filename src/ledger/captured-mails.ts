import { sql } from 'kysely';
import { folded } from '../domain/people/address.ts';
import type { ItipMethod, PlainPurpose, Purpose } from '../domain/notices/notice.ts';
import type { Database } from '../postgres/database.ts';

/** `deliveryId` null: a mail about an account, which is no notice of the ledger. */
export type CapturedMail = {
  tenantId: number;
  deliveryId: number | null;
  messageId: string;
  sender: string;
  recipient: string;
  raw: Buffer;
};

/** Puts a mail into the development mailbox. */
export async function insertCapturedMail(db: Database, mail: CapturedMail, now: Temporal.Instant): Promise<void> {
  await sql`
    insert into captured_mails (tenant_id, delivery_id, message_id, sender, recipient, raw, received_at)
    values (${mail.tenantId}, ${mail.deliveryId}, ${mail.messageId}, ${mail.sender}, ${mail.recipient}, ${mail.raw}, ${now})`.execute(db);
}

/** A kept mail with what its delivery was for; null: it had none. */
export type KeptMail = CapturedMail & {
  id: number;
  receivedAt: Temporal.Instant;
  purpose: Purpose | PlainPurpose | null;
  method: ItipMethod | null;
};

const KEPT = sql.raw(`m.id, m.tenant_id, m.delivery_id, m.message_id, m.sender, m.recipient, m.raw, m.received_at, d.purpose, o.method
  from captured_mails m
  left join deliveries d on d.tenant_id = m.tenant_id and d.id = m.delivery_id
  left join outbox o on o.tenant_id = d.tenant_id and o.id = d.outbox_id`);

/** The newest mails before an id (null: the newest of all) to addresses that contain `to`, at most `limit`. */
export async function listCapturedMails(db: Database, before: number | null, to: string, limit: number): Promise<KeptMail[]> {
  const found = await sql<KeptMail>`
    select ${KEPT} where (${before}::bigint is null or m.id < ${before}) 
      and (strpos(folded(m.recipient), ${folded(to)}) > 0 or strpos(m.recipient, ${to}) > 0)
    order by m.id desc limit ${limit}`.execute(db);
  return found.rows;
}

/** One kept mail, or undefined. */
export async function findCapturedMail(db: Database, id: number): Promise<KeptMail | undefined> {
  const found = await sql<KeptMail>`select ${KEPT} where m.id = ${id}`.execute(db);
  return found.rows[0];
}
