import { type KeptMail, findCapturedMail, listCapturedMails } from '../../ledger/captured-mails.ts';
import type { Context } from '../context.ts';

export type { KeptMail };

const PAGE = 50;

/** A page of the development mailbox, newest first; `nextBefore` asks for the next one, null after the last. */
export async function readMailbox(
  context: Context,
  asked: { before: number | null; to: string },
): Promise<{ mails: KeptMail[]; nextBefore: number | null }> {
  const mails = await listCapturedMails(context.db, asked.before, asked.to, PAGE);
  return { mails, nextBefore: mails.length < PAGE ? null : (mails.at(-1)?.id ?? null) };
}

/** One mail of the development mailbox, or undefined. */
export function readMail(context: Context, id: number): Promise<KeptMail | undefined> {
  return findCapturedMail(context.db, id);
}
