import { seal } from '../../crypto/sealed-text.ts';
import { type AccountMailKind, aboutAccountMail } from '../../domain/people/account-mail.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Transaction } from '../../postgres/database.ts';
import { insertAccountMail, voidAccountMails } from '../../storage/access/account-mails.ts';
import { deletePasswordTokens } from '../../storage/access/one-time-tokens.ts';
import { languageOfUser } from '../../storage/people/users.ts';
import type { Context } from '../context.ts';
import { endOfToken, issueOneTimeToken } from './issue-one-time-token.ts';

/**
 * Owes a user a mail with a link that sets their password, in the transaction of what it is for; links of earlier mails are void. The caller wakes the
 * workers once it is committed.
 */
export async function mailPasswordLink(
  tx: Transaction,
  context: Context,
  tenant: Tenant,
  user: { id: number; email: string; fullName: string },
  kind: AccountMailKind,
): Promise<void> {
  const now = context.clock.now();
  await deletePasswordTokens(tx, tenant.id, user.id);
  await voidAccountMails(tx, tenant.id, user.id, now);
  const purpose = kind === 'invitation' ? 'invitation' : 'reset_password';
  const token = await issueOneTimeToken(context, tenant.id, user.id, purpose, tx);
  await insertAccountMail(tx, {
    tenantId: tenant.id,
    userId: user.id,
    kind,
    recipient: user.email,
    name: user.fullName,
    zone: tenant.zone,
    language: (await languageOfUser(tx, tenant.id, user.id)) ?? tenant.locale,
    house: tenant.name,
    sender: tenant.senderMailbox,
    tokenSealed: seal(context, token, aboutAccountMail(tenant.id, user.id)),
    createdAt: now,
    expiresAt: endOfToken(context, purpose),
  });
}
