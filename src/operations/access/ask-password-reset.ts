import type { Tenant } from '../../domain/tenants/tenant.ts';
import { countAccountMails } from '../../storage/access/account-mails.ts';
import { findUserByEmail, lockUser } from '../../storage/people/users.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { mailPasswordLink } from './mail-password-link.ts';

/** Whoever asks for somebody else cannot fill their mailbox. */
const MOST_AN_HOUR = 3;

/**
 * Mails a link that sets a new password to whoever has an account of that address, of the house or a customer, three times an hour at most. Answers nothing:
 * whoever asks is told the same whether there is one or not.
 */
export async function askPasswordReset(context: Context, tenant: Tenant, email: string, asking: Omit<Asking, 'actor'>): Promise<void> {
  const found = await findUserByEmail(context.db, tenant.id, email);
  if (!found?.active) return;
  const owed = await context.db.transaction().execute(async (tx) => {
    const user = await lockUser(tx, tenant.id, found.id);
    if (!user?.active) return false;
    if ((await countAccountMails(tx, tenant.id, user.id, context.clock.now().subtract({ hours: 1 }))) >= MOST_AN_HOUR) return false;
    await mailPasswordLink(tx, context, tenant, user, 'password_reset');
    // Somebody asked, who need not be the person: nobody's name stands for it.
    await writeDown(
      tx,
      context,
      tenant,
      { ...asking, actor: { kind: 'system', id: 'anybody' } },
      {
        action: 'password_reset_asked',
        subject: { kind: 'person', id: user.id },
      },
    );
    return true;
  });
  if (owed) await context.wake();
}
