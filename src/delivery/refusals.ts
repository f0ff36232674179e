import { sameWords } from './smtp-reply.ts';

/** So many people in a row, nobody in between whose mail was taken: it is the relay that refuses, not they. */
const IN_A_ROW = 3;
const WITHIN_MS = 10 * 60_000;

/** Watches whom a mail server refuses, and in which words. */
export type Refusals = {
  /** A mail was taken. */
  taken(): void;
  /**
   * Somebody was refused. When as many in a row were refused in the same words within minutes, gives the deliveries of this row that were taken for
   * the recipient's fault before; else null.
   */
  refused(refusal: { words: string; recipient: string; tenantId: number; deliveryId: number }): { tenantId: number; id: number }[] | null;
};

/** `now` is in milliseconds and never goes back. */
export function watchRefusals(now: () => number = () => performance.now()): Refusals {
  let row: { words: string; recipient: string; at: number; tenantId: number; id: number }[] = [];
  return {
    taken() {
      row = [];
    },
    refused({ words, recipient, tenantId, deliveryId }) {
      const said = sameWords(words);
      const at = now();
      row = row.filter((one) => one.words === said && at - one.at < WITHIN_MS && one.recipient !== recipient);
      row.push({ words: said, recipient, at, tenantId, id: deliveryId });
      if (row.length < IN_A_ROW) return null;
      // It is known now; a long row is not kept.
      const before = row.slice(0, -1).map(({ tenantId: of, id }) => ({ tenantId: of, id }));
      row = row.slice(-IN_A_ROW);
      return before;
    },
  };
}
