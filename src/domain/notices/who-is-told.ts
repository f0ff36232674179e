import type { ItipMethod, PlainPurpose, Purpose } from './notice.ts';
import type { SubjectKind } from './subject.ts';

type AnyPurpose = Purpose | PlainPurpose;

/** What a notice of one purpose is about, and what becomes of it where its recipient knows otherwise than it takes for granted. */
type Rule = {
  about: SubjectKind;
  /** RFC 5546 §1.4; null: it has no calendar part. */
  method: ItipMethod | null;
  /** To somebody who was never told of its subject: it goes all the same; the first notice of the subject goes in its place; nothing goes. */
  neverTold: 'itself' | 'first' | 'nothing';
  /** To somebody who was told the very state that it tells. */
  toldTheSame: 'itself' | 'nothing';
  /**
   * A state of its subject, which a newer one makes needless; or words that stand for themselves: whoever has them was told of nothing by that, they make
   * nothing needless, and nothing makes them so but the end of the subject.
   */
  tells: 'state' | 'words';
};

/**
 * Who is told what (docs/architecture.md): the one place where it is decided. ledger/ reads what each recipient knows and goes by this table, for
 * every purpose and every kind of subject (ledger/who-is-told.test.ts).
 */
export const WHO_IS_TOLD = {
  invitation: { about: 'seat', method: 'REQUEST', neverTold: 'itself', toldTheSame: 'itself', tells: 'state' },
  ticket: { about: 'seat', method: 'REQUEST', neverTold: 'itself', toldTheSame: 'itself', tells: 'state' },
  moved: { about: 'seat', method: 'REQUEST', neverTold: 'first', toldTheSame: 'nothing', tells: 'state' },
  updated: { about: 'seat', method: 'REQUEST', neverTold: 'first', toldTheSame: 'nothing', tells: 'state' },
  event_cancelled: { about: 'seat', method: 'CANCEL', neverTold: 'nothing', toldTheSame: 'itself', tells: 'state' },
  ticket_cancelled: { about: 'seat', method: 'CANCEL', neverTold: 'nothing', toldTheSame: 'itself', tells: 'state' },
  seat_offered: { about: 'place', method: null, neverTold: 'itself', toldTheSame: 'itself', tells: 'state' },
  offer_withdrawn: { about: 'place', method: null, neverTold: 'nothing', toldTheSame: 'itself', tells: 'state' },
  offer_revoked: { about: 'place', method: null, neverTold: 'nothing', toldTheSame: 'itself', tells: 'state' },
  // Or a place, where it is for those who wait.
  message: { about: 'seat', method: null, neverTold: 'itself', toldTheSame: 'itself', tells: 'words' },
  bare_pair_used: { about: 'event', method: null, neverTold: 'itself', toldTheSame: 'itself', tells: 'state' },
} as const satisfies Record<AnyPurpose, Rule>;

/**
 * What a recipient knows of a subject. `on_its_way` counts as told: a worker is handing it over. `perhaps`: it may have arrived and is not sent
 * again, which is no reason to say nothing.
 */
export type Knows = 'nothing' | 'this_state' | 'another_state' | 'on_its_way_this_state' | 'perhaps_this_state';

/** What somebody hears of a plan: its own purpose, the first notice of the subject, or nothing, and why. */
export type Told = 'itself' | 'first' | 'never_told' | 'told_the_same';

/** What a recipient who can be written to hears. One without an address, or with one that is mailed nothing more, is not asked about here. */
export function toldOf(purpose: AnyPurpose, knows: Knows): Told {
  const rule: Rule = WHO_IS_TOLD[purpose];
  if (knows === 'nothing') return rule.neverTold === 'nothing' ? 'never_told' : rule.neverTold;
  const certain = knows === 'this_state' || knows === 'on_its_way_this_state';
  return certain && rule.toldTheSame === 'nothing' ? 'told_the_same' : 'itself';
}

/** The purposes whose rule says so, in the order of the table. */
export function purposesWhere(says: Partial<Rule>): AnyPurpose[] {
  return (Object.keys(WHO_IS_TOLD) as AnyPurpose[]).filter((purpose) =>
    (Object.keys(says) as (keyof Rule)[]).every((key) => WHO_IS_TOLD[purpose][key] === says[key]),
  );
}
