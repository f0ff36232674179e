import type { z } from '@hono/zod-openapi';
import { publicIdOf } from '../../../domain/public-id.ts';
import type { Tenant } from '../../../domain/tenants/tenant.ts';
import type { ChangeLine } from '../../../operations/ledger/list-changes.ts';
import type { changeSchema } from './schema.ts';

/** What a change made with other numbers only. */
const OURS = ['sequence', 'revision'];
/** What counts people whom a change let in or took out, of whom there may be none. */
const COUNTS = ['invited', 'uninvited'];

type Sides = Pick<ChangeLine, 'before' | 'after'>;

/** Each field that is another after than before, named as in the API; null is what there was none of. */
export function fieldsOf({ before, after }: Sides): { name: string; before: unknown; after: unknown }[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [was, is] = [before[name] ?? null, after[name] ?? null];
    if (OURS.includes(name) || (is === 0 && COUNTS.includes(name)) || JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ name: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), before: was, after: is }];
  });
}

const KINDS: Record<string, string> = {
  key: 'an API key',
  user: 'somebody of the house',
  client: 'a program',
  customer: 'a customer',
  account: 'an account',
  token: 'whoever had a mailed link',
  system: 'Adjourn itself',
};

type By = Pick<ChangeLine, 'actorKind' | 'actorId' | 'actorName'>;

/** Who did something, in words. */
export function whoDid({ actorKind, actorId, actorName }: By): string {
  if (actorName !== null) return actorName;
  if (actorKind === 'system' && actorId === 'operator') return 'whoever ran the command line';
  return KINDS[actorKind] ?? actorKind;
}

const DOORS: Record<string, string> = { adjourn: 'command line', link: 'mailed link' };

/** The door in a change's cause. */
function doorOf(cause: string): string {
  const [first = ''] = cause.split(' ');
  return DOORS[first] ?? (/^(?:v1|meetbit|nexudus|zyntro)$/.test(first) ? first : 'none');
}

export function presentChange(tenant: Tenant, change: ChangeLine): z.infer<typeof changeSchema> {
  return {
    id: change.id,
    public_id: publicIdOf(tenant, 'change', change.id),
    event_id: change.eventId,
    ticket_id: change.ticketId,
    revision: change.revision,
    kind: change.kind,
    at: change.at.toString(),
    by: { kind: change.actorKind, id: change.actorId, name: whoDid(change) },
    door: doorOf(change.cause),
    cause: change.cause,
    reason: change.reason,
    fields: fieldsOf(change),
  };
}
