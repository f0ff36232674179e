import type { Event } from '../domain/events/event.ts';
import { type Edit, listEditsSince } from '../ledger/list-changes.ts';
import type { Unit } from './transact.ts';

export type { Edit };

/** An event to be changed only where nobody edited it after the revision of it that the caller saw; `expected` null: whatever it is now. */
export type Expected = { id: number; expected: number | null };

/** It was edited since: how, when and by whom, newest first. */
export type ChangedMeanwhile = { outcome: 'changed_meanwhile'; event: Event; edits: Edit[] };

/**
 * What became of an event since the revision that a caller saw, where that was more than seats taken and given back, of which no caller need have
 * heard; undefined where nothing did. A revision that is still to come is none that a caller saw.
 */
export async function editedMeanwhile(unit: Unit, ref: object, event: Event): Promise<ChangedMeanwhile | undefined> {
  const expected = 'expected' in ref ? (ref as Expected).expected : null;
  if (expected === null || expected === event.revision) return undefined;
  const edits = await listEditsSince(unit.db, event.tenantId, event.id, expected);
  return edits.length > 0 || expected > event.revision ? { outcome: 'changed_meanwhile', event, edits } : undefined;
}
