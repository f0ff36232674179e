/** A composed mail on its way out. */
export type OutgoingMail = {
  tenantId: number;
  /** Null: it is no notice of the ledger. */
  deliveryId: number | null;
  /** Without angle brackets. */
  messageId: string;
  envelope: { from: string; to: string };
  /** The whole message, CRLF line ends. */
  raw: Buffer;
};

/** The worker's right to hand a mail over. */
export type Hold = {
  /** Asked once more before the first byte of the message leaves. */
  holds(): boolean;
  /** Aborted when the right ends: what is on its way is broken off. */
  ended: AbortSignal;
};

/**
 * `words` are the server's or the system's own; they may name an address and belong into the ledger, never into a log. `trouble` says why the server is of no use,
 * where it is not, in words of our own that may stand there.
 */
export type TransportReply =
  | { outcome: 'sent'; words: string }
  /** Refused for now. `unreachable`: it was no answer to this mail, any other would have got it too. */
  | { outcome: 'deferred'; words: string; unreachable: boolean; trouble?: string }
  /** For good. `address`: there is no such mailbox, whatever is sent to it; `recipient`: it does not take this mail, from us, or now. */
  | { outcome: 'refused'; words: string; because: 'address' | 'recipient' | 'message' }
  /** No answer. `ambiguous`: the message had begun to leave, so it may have arrived. */
  | { outcome: 'lost'; words: string; ambiguous: boolean; trouble?: string };

/** How bytes leave. */
export type Transport = {
  /** Mails it can have under way at once. */
  readonly connections: number;
  /** Where what it took has gone to nobody: what the ledger calls that. */
  readonly takesAs?: 'captured';
  /** Hands over one mail, bounded in time. Never rejects: trouble is a reply. */
  send(mail: OutgoingMail, hold: Hold): Promise<TransportReply>;
  /** Ends all connections; what is still being sent is `lost`. */
  close(): Promise<void>;
};
