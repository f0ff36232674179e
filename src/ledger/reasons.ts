import { type RawBuilder, sql } from 'kysely';

/*
 * Why a delivery ended without an attempt: a code (`deliveries.ended_because`; null where an attempt ended it), by which people are counted, and words (`last_reply`), which they read. Each once.
 */

/** SQL for the words of a code. Arguments are expressions, never values. */
export const REASONS = {
  /** A newer notice says more. */
  superseded: (revision: string) => `'superseded by revision ' || ${revision}`,
  told_the_same: () => `'told the same already'`,
  /** What is called off was never heard of. */
  never_told: (subjectKind: string) =>
    `'never told of it, so not told ' || case ${subjectKind} when 'seat' then 'of the cancel' else 'that it is gone' end`,
  /** What it offers or confirms is not there any more, and nothing newer says so. */
  seat_over: () => `'the seat was given back'`,
  address_over: () => `'the address was corrected'`,
  offer_over: (state: string) => `'the offer is ' || ${state}`,
  /** The server's words are those of the suppression. */
  suppressed: (words: string) => `'not sent: this address was refused before (' || ${words} || ')'`,
  no_address: () => `'no address'`,
} as const;

/** A list of texts of ours as SQL, for `in (...)`. */
export const listed = (texts: readonly string[]): RawBuilder<unknown> => sql.raw(texts.map((text) => `'${text}'`).join(', '));
