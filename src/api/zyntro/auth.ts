import type { Context } from 'hono';
import type { Event } from '../../domain/events/event.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { MeetingAction } from '../../domain/notices/link.ts';
import type { Actor } from '../../domain/people/people.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { type Account, authenticateAccountKey } from '../../operations/access/authenticate-account-key.ts';
import { findEventOfAccount } from '../../operations/events/find-event-of-account.ts';
import { isSecretOf } from '../../crypto/secret.ts';
import { followLink } from '../../operations/access/follow-link.ts';
import { isInNetworks } from '../http/client-address.ts';
import type { DoorEnv, DoorOptions } from '../http/door.ts';
import { networkOf, throttleKey } from '../http/throttle-key.ts';
import type { Code } from './errors.ts';
import { type Body, type Pair, isMissing, uuidOf } from './schema.ts';
import type { Changing, Throttle } from './throttle.ts';

/** What the handlers of this door share: the door's options and its one throttle. */
export type ZyntroDoor = DoorOptions & { throttle: Throttle };

/** A meeting somebody may change, and by what they showed. */
export type Opened = {
  tenant: Tenant;
  event: Event;
  by: 'pair' | 'token' | 'key';
  actor: Actor;
  /** Of a token: whether it acts on the state of the event that is decided on. */
  onlyIf?: (event: Event) => boolean;
};

/**
 * The event of a pair, or undefined for every kind of miss alike, which is counted (zyntro.md §13, S2 and S4). A token must be of this
 * event and action wherever one is shown (S5); where ids alone do not do, it or the account's key is needed (S10).
 */
export async function eventOfPair(door: ZyntroDoor, c: Context<DoorEnv>, pair: Pair, action: MeetingAction): Promise<Opened | undefined> {
  const found = await findEventOfAccount(door.context, pair.accountNumber, pair.publicId);
  if (found && (door.demo || !found.tenant.demo) && comesAsDeveloper(c, found.tenant, pair.developerSecret)) {
    const opened = await openedBy(door, pair, action, found);
    if (opened) {
      know(c, found.tenant);
      return { tenant: found.tenant, event: found.event, ...opened };
    }
  }
  await door.throttle.miss(throttleKey(c.get('clientAddress')));
  return undefined;
}

async function openedBy(
  door: ZyntroDoor,
  pair: Pair,
  action: MeetingAction,
  { tenant, event, strict }: { tenant: Tenant; event: Event; strict: boolean },
): Promise<Pick<Opened, 'by' | 'actor' | 'onlyIf'> | undefined> {
  const account: Actor = { kind: 'account', id: String(pair.accountNumber) };
  if (pair.token !== null) {
    const link = await followLink(door.context, pair.token, door.demo);
    return link?.action === action && link.acts && link.tenant.id === tenant.id && link.event.id === event.id
      ? { by: 'token', actor: link.actor, onlyIf: link.actsOn }
      : undefined;
  }
  if (pair.apiKey !== null) {
    const key = await authenticateAccountKey(door.context, pair.apiKey, door.demo);
    if (key.outcome === 'authenticated' && key.account.number === pair.accountNumber) return { by: 'key', actor: account };
  }
  return strict ? undefined : { by: 'pair', actor: account };
}

/** The account of a body's `api_key` (zyntro.md §3). A wrong key counts as a miss. */
export async function accountOf(
  door: ZyntroDoor,
  c: Context<DoorEnv>,
  body: Body,
): Promise<{ tenant: Tenant; account: Account } | { code: Code }> {
  const { api_key: key } = body;
  if (isMissing(key)) return { code: 'MISSING_API_KEY' };
  const found = await authenticateAccountKey(door.context, typeof key === 'string' ? key : '', door.demo);
  switch (found.outcome) {
    case 'authenticated':
      if (!comesAsDeveloper(c, found.tenant, body['developer_secret'])) break;
      know(c, found.tenant);
      return found;
    case 'inactive':
      return { code: 'INACTIVE_USER' };
    case 'unknown_key':
      break;
  }
  await door.throttle.miss(throttleKey(c.get('clientAddress')));
  return { code: 'INVALID_API_KEY' };
}

/** The same, where `org_id` must name the account's organisation (zyntro.md §3). */
export async function organisationOf(
  door: ZyntroDoor,
  c: Context<DoorEnv>,
  body: Body,
): Promise<{ tenant: Tenant; account: Account } | { code: Code }> {
  const found = await accountOf(door, c, body);
  if ('code' in found) return found;
  if (isMissing(body['org_id'])) return { code: 'MISSING_ORG' };
  return uuidOf(body['org_id']) === found.account.organisationId ? found : { code: 'ORG_NOT_FOUND' };
}

/** Who calls is known: for the log, and for how that tenant wants failures told. */
export function know(c: Context<DoorEnv>, tenant: Tenant): void {
  c.set('tenantId', tenant.id);
  c.set('tenant', tenant);
}

/** The v2 paths ask for a `developer_secret` where the tenant has set one, and for a caller of its networks where it lists any (zyntro.md §1; §12, choice 1). */
function comesAsDeveloper(c: Context<DoorEnv>, tenant: Tenant, given: unknown): boolean {
  if (!c.req.path.startsWith('/apis/')) return true;
  const { developerSecretHash, developerNetworks } = settingsOf(tenant);
  if (developerNetworks.length > 0 && !isInNetworks(c.get('clientAddress'), developerNetworks)) return false;
  return !developerSecretHash || (typeof given === 'string' && isSecretOf(developerSecretHash, given));
}

/** The actor and cause of what a request changes; the cause says what was shown, and of ids alone from which network (zyntro.md §13, S5). */
export function requestOf(c: Context<DoorEnv>, { by, actor }: Pick<Opened, 'by' | 'actor'>, reason: string | null): Request {
  const cause = `zyntro ${by} ${c.get('requestId')}`;
  if (by !== 'pair') return { actor, cause, reason };
  const network = networkOf(c.get('clientAddress'));
  return { actor, cause: `${cause} from ${network}`, reason, barePair: { network } };
}

/** What the throttle counts of a change. */
export function changingOf({ tenant, event, by, actor }: Opened): Changing {
  return { event: `${tenant.id} ${event.id}`, account: by === 'pair' ? actor.id : null };
}
