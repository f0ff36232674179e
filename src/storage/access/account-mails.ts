import { sql } from 'kysely';
import type { AccountMail, AccountMailKind } from '../../domain/people/account-mail.ts';
import type { Database, Transaction } from '../../postgres/database.ts';

export type NewAccountMail = {
  tenantId: number;
  userId: number;
  kind: AccountMailKind;
  recipient: string;
  name: string;
  zone: string;
  language: string;
  house: string;
  sender: string;
  tokenSealed: Uint8Array;
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
};

/** Keeps a mail about an account that is to be sent, and with it lets go the rows of a few that ended long ago (more than come in). */
export async function insertAccountMail(tx: Transaction, mail: NewAccountMail): Promise<void> {
  await sql`
    with old as (
      select tenant_id, id from account_mails where created_at < ${mail.createdAt.subtract({ hours: 24 * 90 })} and finished_at is not null
      order by id limit 10 for update skip locked
    ), forgotten as (
      delete from account_mails m using old where m.tenant_id = old.tenant_id and m.id = old.id
    )
    insert into account_mails (tenant_id, user_id, kind, recipient, name, zone, language, house, sender, token_sealed, due_at, created_at, expires_at)
    values (${mail.tenantId}, ${mail.userId}, ${mail.kind}, ${mail.recipient}, ${mail.name}, ${mail.zone}, ${mail.language}, ${mail.house}, ${mail.sender},
      ${mail.tokenSealed}, ${mail.createdAt}, ${mail.createdAt}, ${mail.expiresAt})`.execute(tx);
}

/** How many mails of a kind a user was owed since then. */
export async function countAccountMails(db: Database, tenantId: number, userId: number, since: Temporal.Instant): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from account_mails where tenant_id = ${tenantId} and user_id = ${userId} and created_at > ${since}`.execute(
    db,
  );
  return found.rows[0]?.count ?? 0;
}

/** Voids what still waits for a user: another mail takes its place, or the account is gone. */
export async function voidAccountMails(tx: Transaction, tenantId: number, userId: number, now: Temporal.Instant): Promise<void> {
  await sql`
    update account_mails set state = 'failed', last_reply = 'not sent: another took its place', token_sealed = null, finished_at = ${now}
    where tenant_id = ${tenantId} and user_id = ${userId} and state in ('queued', 'awaiting_retry')`.execute(tx);
}

/** Leases mails that are due, a few at a time; those whose lease lapsed as well, since who held them is gone. */
export async function claimAccountMails(db: Database, now: Temporal.Instant, leaseSeconds: number, limit: number): Promise<AccountMail[]> {
  const found = await sql<AccountMail>`
    with due as (
      select tenant_id, id from account_mails
      where finished_at is null and due_at <= ${now} and (leased_until is null or leased_until <= ${now})
      order by due_at limit ${limit} for update skip locked
    )
    update account_mails m set state = 'sending', leased_until = ${now.add({ seconds: leaseSeconds })}, attempts = m.attempts + 1
    from due, installation i where m.tenant_id = due.tenant_id and m.id = due.id
    returning m.tenant_id, m.id, m.user_id, m.kind, m.recipient, m.name, m.zone, m.language, m.house, m.sender, m.token_sealed, m.attempts, m.created_at,
      m.expires_at, encode(substring(sha256(convert_to(concat_ws('|', i.public_id, 'account', m.tenant_id, m.id), 'UTF8')) for 16), 'hex')
        || '@' || split_part(m.sender, '@', 2) as message_id`.execute(db);
  return found.rows;
}

/** Records how a try ended; of one that ended it the token is let go. Only of a mail that this try still holds. */
export async function recordAccountMail(
  db: Database,
  mail: Pick<AccountMail, 'tenantId' | 'id' | 'attempts'>,
  end: { state: 'sent' | 'failed' | 'awaiting_retry'; reply: string; at: Temporal.Instant; dueAt: Temporal.Instant },
): Promise<void> {
  const over = end.state !== 'awaiting_retry';
  await sql`
    update account_mails set state = ${end.state}, last_reply = ${end.reply}, leased_until = null, due_at = ${end.dueAt},
      finished_at = case when ${over} then ${end.at}::timestamptz end, token_sealed = case when ${over} then null else token_sealed end
    where tenant_id = ${mail.tenantId} and id = ${mail.id} and attempts = ${mail.attempts} and state = 'sending'`.execute(db);
}
