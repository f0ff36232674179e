import type { Event } from '../domain/events/event.ts';
import type { Database, Transaction } from '../postgres/database.ts';
import { isContention } from '../postgres/contention.ts';
import { type EventKey, findEvent, lockEvent } from '../storage/events/events.ts';
import type { Context } from './context.ts';

/**
 * Where a verb reads and commits. Not locked: it reads what stands, and its one commit is compared with that. Locked: it is in a transaction, in which
 * the row of an event it reads is its own until the end, and it may commit several changes.
 */
export type Unit = ({ locked: false; db: Database } | { locked: true; db: Transaction }) & {
  /** Says that notices are owed, once what was done has been committed. */
  owes(): void;
};

/** What was read has changed meanwhile, or cannot be done in one statement: once more, locked. Never leaves this file and its callees. */
class Again extends Error {
  override name = 'Again';
}

/**
 * Runs a verb that changes one event. At first it reads without a lock and commits in one statement under compare-and-set, two round trips to the
 * database in all. Where somebody else changed the event meanwhile, or where the verb needs more than one statement (`inTransaction`), it is run
 * once more from its beginning in a transaction that locks the event first: there it waits its turn instead of trying again and again
 * (docs/decisions/0016). Workers are woken after the commit where notices are owed.
 */
export async function transact<Outcome>(context: Context, work: (unit: Unit) => Promise<Outcome>): Promise<Outcome> {
  let owing = false;
  const owes = () => {
    owing = true;
  };
  const outcome = await work({ locked: false, db: context.db, owes }).catch((error: unknown) => {
    if (error instanceof Again || isContention(error)) return transactLocked(context, work);
    throw error;
  });
  if (owing) await context.wake();
  return outcome;
}

/** Runs a verb that changes several events, or in several steps, in one transaction. It locks what it reads, events in the order of their numbers. */
export async function transactLocked<Outcome>(
  context: Context,
  work: (unit: Extract<Unit, { locked: true }>) => Promise<Outcome>,
): Promise<Outcome> {
  let owing = false;
  const owes = () => {
    owing = true;
  };
  const outcome = await context.db.transaction().execute((tx) => work({ locked: true, db: tx, owes }));
  if (owing) await context.wake();
  return outcome;
}

/** The transaction of a locked unit. An unlocked one starts again as a locked one: nothing may have been written before. */
export function inTransaction(unit: Unit): Transaction {
  if (!unit.locked) throw new Again();
  return unit.db;
}

/** What was read does not stand any more. In a locked unit that is a broken promise. */
export function lostRace(unit: Unit, eventId: number): Error {
  return unit.locked ? new Error(`event ${eventId} was changed by somebody who does not hold its lock`) : new Again();
}

/**
 * An event by its key, or as the caller has just read it. `onlyIf`: it is none to the caller unless this holds of the very state that is decided on, for
 * somebody else may change it between the caller's look and the commit.
 */
export type EventRef = (EventKey | { seen: Event }) & { onlyIf?: ((event: Event) => boolean) | undefined };

/** An event as this unit may decide on it: locked, or as it stands now. Undefined when there is none. */
export async function readEvent(unit: Unit, tenantId: number, ref: EventRef): Promise<Event | undefined> {
  const event = await stateOf(unit, tenantId, ref);
  return event && ref.onlyIf?.(event) === false ? undefined : event;
}

async function stateOf(unit: Unit, tenantId: number, ref: EventKey | { seen: Event }): Promise<Event | undefined> {
  if (!('seen' in ref)) return unit.locked ? lockEvent(unit.db, tenantId, ref) : findEvent(unit.db, tenantId, ref);
  return unit.locked ? lockEvent(unit.db, tenantId, { id: ref.seen.id }) : ref.seen;
}
