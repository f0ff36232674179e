/** What a mailed link lets its holder do. */
export type LinkAction = 'cancel' | 'reschedule';

/**
 * What a link's token says, all of it signed: one action, on the meeting of one seat, as it stood in the mail that carries it. Once the meeting
 * is moved the old mail's links are void, and at its end all are.
 */
export type LinkClaims = { action: LinkAction; tenantId: number; ticketId: number; startsAt: Temporal.Instant; expiresAt: Temporal.Instant };

/** Makes and reads tokens; made by compose.ts from the installation's keys. */
export type LinkSigner = {
  sign(claims: LinkClaims): string;
  /** Null: not a token of ours, or one of a key that is no longer known. Says nothing of time. */
  read(token: string): LinkClaims | null;
};
