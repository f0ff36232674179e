/** What a mail about an account is for; `password_required`: somebody of the house wants a new one to be set. */
export type AccountMailKind = 'invitation' | 'password_reset' | 'password_required';

/** A mail about an account as a worker holds it: all its bytes are made of. */
export type AccountMail = {
  tenantId: number;
  id: number;
  userId: number;
  kind: AccountMailKind;
  recipient: string;
  name: string;
  /** The tenant's, IANA. */
  zone: string;
  language: string;
  /** The name of the tenant, and the mailbox it sends from. */
  house: string;
  sender: string;
  /** Null: it ended meanwhile. */
  tokenSealed: Buffer | null;
  attempts: number;
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  /** Without angle brackets; the same at every try. */
  messageId: string;
};

/** What the sealed token of a user's mail is about. */
export function aboutAccountMail(tenantId: number, userId: number): string {
  return `account mail ${tenantId} ${userId}`;
}
